package vn.camket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the installation is told from outside, by environment variables; the README has the table. */
@ApplicationScoped
public class Settings {
    @Inject
    Config config;

    /** CAMKET_DEMONSTRATION: start with the demonstration organisation; true unless told otherwise. */
    public boolean demonstration() {
        return config.getOptionalValue("camket.demonstration", Boolean.class).orElse(true);
    }

    /** CAMKET_DATA: folder of files that are not in the database (materials, issued PDFs); ./data by default. */
    public Path dataFolder() {
        return Path.of(text("camket.data").orElse("data")).toAbsolutePath().normalize();
    }

    /** CAMKET_URL: address under which people reach the application, for links in QR codes; http://localhost:8080 by default. */
    public String publicUrl() {
        return text("camket.url").orElse("http://localhost:8080").replaceAll("/+$", "");
    }

    /** CAMKET_SECURE: cookies only over HTTPS (with the __Host- prefix); false by default, for a first try on one machine. */
    public boolean secureCookies() {
        return config.getOptionalValue("camket.secure", Boolean.class).orElse(false);
    }

    /** Any other setting, by its dotted name; blank counts as absent. */
    public Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
