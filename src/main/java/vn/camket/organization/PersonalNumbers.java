package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.camket.audit.AuditTrail;
import vn.camket.audit.SecretBox;
import vn.camket.platform.NotFound;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Citizen numbers of people, to tell whose a certificate is. Only a keyed hash is kept: nobody can
 * read a number here, nor try all of them with a copy of the database. Recorded by the personnel office, who has seen the
 * identity card, and only for those who want to sign with a certificate (Law 91/2025/QH15: no more than the purpose needs).
 */
@ApplicationScoped
@Transactional
public class PersonalNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\d{12}");

    @PersistenceContext
    EntityManager entities;

    @Inject
    Employees employees;

    @Inject
    SecretBox box;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Records the number of a person, in place of the one before.
     *
     * @param typed 12 digits; blanks and dots are overlooked
     * @throws NotFound when the person is outside the caller's scope
     * @throws vn.camket.platform.Refusal NUMBER_MALFORMED, NUMBER_TAKEN
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void record(long employeeId, String typed) {
        requireInScope(employeeId);
        var number = VietnameseText.clean(typed).replaceAll("[ .]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw OrganizationRefusal.NUMBER_MALFORMED.with();
        }
        var digest = digest(number);
        try {
            find(employeeId)
                    .ifPresentOrElse(
                            held -> held.replaceBy(digest, clock.instant()),
                            () -> entities.persist(new PersonalNumber(employeeId, digest, clock.instant())));
            entities.flush();
        } catch (PersistenceException twin) {
            throw OrganizationRefusal.NUMBER_TAKEN.with();
        }
        trail.note("PERSONAL_NUMBER_RECORDED", "employee", employeeId, Map.of());
    }

    /** Forgets the number of a person. @throws NotFound when the person is outside the caller's scope, or none is held */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void forget(long employeeId) {
        requireInScope(employeeId);
        entities.remove(find(employeeId).orElseThrow(NotFound::new));
        trail.note("PERSONAL_NUMBER_FORGOTTEN", "employee", employeeId, Map.of());
    }

    /** Whether a number of this person is held. */
    public boolean isHeld(long employeeId) {
        return find(employeeId).isPresent();
    }

    /** Whether the person's number is among these. */
    public boolean isAmong(long employeeId, Set<String> numbers) {
        return find(employeeId).stream().anyMatch(held -> numbers.stream()
                .anyMatch(number -> MessageDigest.isEqual(digest(number), held.digest())));
    }

    private Optional<PersonalNumber> find(long employeeId) {
        return Optional.ofNullable(entities.find(PersonalNumber.class, employeeId));
    }

    private byte[] digest(String number) {
        return box.keyed("personal-number", number.getBytes(StandardCharsets.US_ASCII));
    }

    private void requireInScope(long employeeId) {
        var post = employees.lastMain(employeeId).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, post.agency().path());
    }
}
