package vn.camket.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import vn.camket.platform.Settings;
import vn.camket.platform.Start;

/** CAMKET_TOTP_REQUIRED: roles that must set a code, by name, parted by commas. Who holds one does nothing else before. */
@ApplicationScoped
class RequiredFactor {
    private static final int BEFORE_ALL_OTHERS = 1;

    @Inject
    Settings settings;

    @Inject
    SecondFactors factors;

    @Inject
    SignedIn signedIn;

    private volatile Set<Role> roles = Set.of();

    /** A name that is no role ends the start: an installation must not run with less protection than it was told. */
    void read(@Observes @Priority(BEFORE_ALL_OTHERS) Start.SchemaReady ready) {
        roles = parse(settings.text("camket.totp.required").orElse(""));
    }

    /** Whether the person of this request must set a code and has none. */
    boolean isMissing() {
        return isRequired() && !factors.isSet(signedIn.accountId());
    }

    /** Whether the person of this request may not do without. */
    boolean isRequired() {
        return !roles.isEmpty() && signedIn.roles().stream().anyMatch(roles::contains);
    }

    /**
     * @param names in either case, blanks around them do not matter
     * @throws IllegalStateException that names the first one that is no role, and all roles
     */
    static Set<Role> parse(String names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : names.split(",")) {
            if (!name.isBlank()) {
                roles.add(role(name.strip()));
            }
        }
        return Set.copyOf(roles);
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("CAMKET_TOTP_REQUIRED: " + name
                        + " is no role; the roles are " + Arrays.toString(Role.values())));
    }
}
