package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Settings;

/**
 * This installation as passkeys know it: by the host of its public address. Browsers offer passkeys only where that is a
 * name, not a number, and the connection is secure; on one's own machine {@code localhost} counts as both.
 */
@ApplicationScoped
class RelyingParty {
    private static final String LOCAL = "localhost";

    @Inject
    Settings settings;

    /** Whether passkeys can be used at this public address. */
    boolean isPossible() {
        var address = address();
        var host = host(address);
        return host.equals(LOCAL)
                || ("https".equals(address.getScheme()) && host.contains(".") && !host.matches("[0-9.]+|\\[.*"));
    }

    String id() {
        return host(address());
    }

    String origin() {
        var address = address();
        var port = address.getPort();
        var usual = port == -1 || port == ("https".equals(address.getScheme()) ? 443 : 80);
        return address.getScheme() + "://" + id() + (usual ? "" : ":" + port);
    }

    WebAuthn.Expected expecting(byte[] challenge) {
        return new WebAuthn.Expected(origin(), id(), challenge);
    }

    private URI address() {
        return URI.create(settings.publicUrl());
    }

    private static String host(URI address) {
        @Nullable String host = address.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}
