package vn.camket.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import vn.camket.platform.Refusal;
import vn.camket.platform.Settings;
import vn.camket.platform.Start;

/**
 * The way into a production installation that has no account: the one named by the settings, or else a link that is
 * printed at each start until it has been used.
 */
@ApplicationScoped
public class FirstAdministrator {
    private static final int AFTER_ALL_OTHERS = 9000;
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    Settings settings;

    @Inject
    Accounts accounts;

    @Inject
    OneTimeLinks links;

    @Inject
    PasswordChanging changing;

    /** @throws IllegalStateException when the settings name a user without a usable password; the cure is in its text */
    @Transactional
    public void prepare(@Observes @Priority(AFTER_ALL_OTHERS) Start.SchemaReady ready) {
        if (settings.demonstration() || !accounts.isEmpty()) {
            return;
        }
        var user = settings.text("camket.admin.user");
        var password = password();
        if (user.isPresent() && password.isPresent()) {
            create(user.get(), password.get());
        } else {
            var secret = links.issue(OneTimeLinks.Purpose.FIRST_ADMINISTRATOR, null);
            LOG.info(() -> "No account yet. The first administrator opens this link once, within 24 hours:\n\n    "
                    + settings.publicUrl() + "/identity/activate.xhtml?secret=" + secret + "\n");
        }
    }

    private void create(String user, String password) {
        try {
            UserNames.check(user);
            PasswordRules.check(user, password);
        } catch (Refusal refusal) {
            throw new IllegalStateException(
                    "CAMKET_ADMIN_USER or CAMKET_ADMIN_PASSWORD cannot be used: "
                            + refusal.reason().name() + " " + refusal.details(),
                    refusal);
        }
        changing.found(settings.text("camket.agency").orElse("Camket"), user, user, password);
        LOG.info(() -> "First administrator: " + user);
    }

    private Optional<String> password() {
        return settings.text("camket.admin.password")
                .or(() -> settings.text("camket.admin.password.file").map(FirstAdministrator::read));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("CAMKET_ADMIN_PASSWORD_FILE cannot be read", failure);
        }
    }
}
