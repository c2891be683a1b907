package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import vn.camket.audit.SecretBox;
import vn.camket.platform.Vietnam;

/**
 * Who has proved a password and owes the code still. The browser carries this itself, sealed, for five minutes: until the
 * code is there no session knows the person, and any node can take the code.
 */
@ApplicationScoped
class HalfSignedIn {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String CONTEXT = "half-signed-in";

    @Inject
    SecretBox box;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** @return a text for a hidden field; it ends with the account's stamp */
    String ticket(Account account) {
        var until = clock.instant().plus(LIFE).getEpochSecond();
        var text = account.id() + " " + until + " " + account.securityStamp();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box.seal(CONTEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The account of a ticket that holds still. */
    Optional<Account> account(String ticket) {
        return opened(ticket).flatMap(parts -> accounts.byId(Long.parseLong(parts[0]))
                .filter(account -> clock.instant().getEpochSecond() < Long.parseLong(parts[1])
                        && account.securityStamp().equals(parts[2])
                        && account.isUsable(Vietnam.today(clock))));
    }

    private Optional<String[]> opened(String ticket) {
        try {
            return box.open(CONTEXT, Base64.getUrlDecoder().decode(ticket))
                    .map(text -> new String(text, StandardCharsets.UTF_8).split(" "));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
