package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.camket.platform.Settings;

/** CAMKET_TOTP_REQUIRED: roles that must set a code, by name, parted by commas. Who holds one does nothing else before. */
@ApplicationScoped
class RequiredFactor {
    @Inject
    Settings settings;

    @Inject
    SecondFactors factors;

    @Inject
    SignedIn signedIn;

    /** Whether the person of this request must set a code and has none. */
    boolean isMissing() {
        var roles = roles();
        return !roles.isEmpty()
                && signedIn.roles().stream().anyMatch(roles::contains)
                && !factors.isSet(signedIn.accountId());
    }

    /** Whether the person of this request may not do without. */
    boolean isRequired() {
        return signedIn.roles().stream().anyMatch(roles()::contains);
    }

    private Set<Role> roles() {
        return settings.text("camket.totp.required").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
