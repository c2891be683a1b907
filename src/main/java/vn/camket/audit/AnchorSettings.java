package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.camket.platform.Settings;
import vn.camket.platform.Start;

/** Where heads go, as the installation is told; nowhere by default. */
@ApplicationScoped
class AnchorSettings {
    private static final int MOST = 50;
    private static final int LONGEST = 255;
    private static final int SMTP = 25;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** A place that no row can name would never be sent to: the start ends instead. */
    void check(@Observes Start.SchemaReady ready) {
        targets();
    }

    /** Places by channel; each may name several, parted by commas. */
    Map<AnchorChannel, List<String>> targets() {
        var targets = new EnumMap<AnchorChannel, List<String>>(AnchorChannel.class);
        targets.put(AnchorChannel.FOLDER, list("camket.anchor.folder"));
        targets.put(AnchorChannel.WITNESS, list("camket.anchor.witness"));
        targets.put(
                AnchorChannel.MAIL,
                settings.text("camket.mail.host").isPresent() ? list("camket.anchor.mail") : List.of());
        targets.put(AnchorChannel.TIMESTAMP, list("camket.anchor.timestamp"));
        return targets;
    }

    private List<String> list(String name) {
        return places(name, settings.text(name).orElse(""));
    }

    /** @throws IllegalStateException if a place is too long */
    static List<String> places(String name, String text) {
        var places = Stream.of(text.split(","))
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .limit(MOST)
                .toList();
        places.stream().filter(place -> place.length() > LONGEST).findFirst().ifPresent(place -> {
            throw new IllegalStateException(name.toUpperCase(Locale.ROOT).replace('.', '_') + ": " + place + " has "
                    + place.length() + " characters, but a place has " + LONGEST + " at most");
        });
        return places;
    }

    AnchorPost post(AnchorChannel channel) {
        return switch (channel) {
            case FOLDER -> new FolderPost();
            case WITNESS -> new WitnessPost();
            case MAIL -> new MailPost(server(), settings.publicUrl(), clock);
            case TIMESTAMP -> new TimestampPost();
        };
    }

    private MailPost.Server server() {
        return new MailPost.Server(
                settings.text("camket.mail.host").orElse("localhost"),
                settings.text("camket.mail.port").map(Integer::parseInt).orElse(SMTP),
                settings.text("camket.mail.security").orElse("NONE"),
                settings.text("camket.mail.from").orElse("camket@localhost"),
                settings.text("camket.mail.user").orElse(null),
                settings.text("camket.mail.password.file")
                        .map(AnchorSettings::read)
                        .orElse(null));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("CAMKET_MAIL_PASSWORD_FILE cannot be read", failure);
        }
    }
}
