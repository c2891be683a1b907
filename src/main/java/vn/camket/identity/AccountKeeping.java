package vn.camket.identity;

import static vn.camket.identity.IdentityRefusal.ALREADY_GRANTED;
import static vn.camket.identity.IdentityRefusal.ALREADY_HAS_ACCOUNT;
import static vn.camket.identity.IdentityRefusal.CHANGED_MEANWHILE;
import static vn.camket.identity.IdentityRefusal.LAST_ADMINISTRATOR;
import static vn.camket.identity.IdentityRefusal.OUT_OF_REACH;
import static vn.camket.identity.IdentityRefusal.OWN_CODE;
import static vn.camket.identity.IdentityRefusal.TOTP_NOT_SET;
import static vn.camket.identity.IdentityRefusal.USER_NAME_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.organization.AgencyChoosing;
import vn.camket.organization.Employee;
import vn.camket.organization.EmployeeLeaving;
import vn.camket.organization.EmployeeLeft;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.platform.access.SecondProof;

/**
 * Administering accounts and roles. Nobody here ever sees a password: an account opens by a one-time link, shown once.
 * What gives power over an account - a new link, disabling, enabling - needs a scope that covers all of the account's
 * roles and headships; otherwise a department's administrator could take over the province's.
 */
@ApplicationScoped
@Transactional
public class AccountKeeping {
    @Inject
    Accounts accounts;

    @Inject
    AccountDirectory directory;

    @Inject
    OneTimeLinks links;

    @Inject
    SecondFactors factors;

    @Inject
    AgencyChoosing choosing;

    @Inject
    Caller caller;

    @Inject
    SecondProof proof;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Accounts in scope that match: words of a name, marks ignored, or part of a user name; empty text for all. */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public long count(String text) {
        var scope = caller.scope(Permission.MANAGE_ACCOUNTS);
        return scope.isEmpty() ? 0 : directory.count(text, scope, Vietnam.today(clock));
    }

    /** @param offset rows to skip; {@code size} rows at most */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public List<AccountListed> list(String text, int offset, int size) {
        var scope = caller.scope(Permission.MANAGE_ACCOUNTS);
        return scope.isEmpty() ? List.of() : directory.list(text, scope, Vietnam.today(clock), offset, size);
    }

    /** @throws NotFound when it is outside the caller's scope */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public AccountSheet account(long accountId) {
        var account = inScope(accountId);
        return new AccountSheet(
                account,
                directory.agencyName(accountId, Vietnam.today(clock)).orElse(""),
                accounts.grants(accountId),
                isWithinReach(accountId),
                factors.isSet(accountId),
                isOwn(accountId));
    }

    /** The account of a person in scope, if there is one. @throws NotFound when the person is outside the scope */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public Optional<Long> ofEmployee(long employeeId) {
        employee(employeeId);
        return accounts.byEmployee(employeeId).map(Account::id);
    }

    /** A person in scope. @throws NotFound when there is none */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public Employee employee(long employeeId) {
        var found = accounts.employee(employeeId).orElseThrow(NotFound::new);
        var path = accounts.workplace(employeeId).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ACCOUNTS, path);
        return found;
    }

    /**
     * Makes an account for a person.
     *
     * @return the secret of the activation link, shown once and kept nowhere
     * @throws vn.camket.platform.Refusal USER_NAME_MALFORMED, USER_NAME_TAKEN, ALREADY_HAS_ACCOUNT
     */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public Issued create(long employeeId, String userName) {
        var employee = employee(employeeId);
        UserNames.check(userName);
        if (accounts.byEmployee(employeeId).isPresent()) {
            throw ALREADY_HAS_ACCOUNT.with();
        }
        if (accounts.byUserName(userName).isPresent()) {
            throw USER_NAME_TAKEN.with(Account.normal(userName));
        }
        var account = new Account(userName, employee, employee.fullName(), clock.instant());
        try {
            accounts.add(account);
        } catch (PersistenceException collision) {
            throw USER_NAME_TAKEN.with(Account.normal(userName));
        }
        trail.note("ACCOUNT_CREATED", "account", account.id(), Map.of("userName", account.userName()));
        return new Issued(account.id(), links.issue(OneTimeLinks.Purpose.ACTIVATION, account.id()));
    }

    /** An account and the secret of its link. */
    public record Issued(long accountId, String secret) {}

    /**
     * A new link: the old password and all sessions end at once.
     *
     * @param version the {@link Account#version()} that the caller saw
     * @param password the caller's own, typed again; not asked for an account that has no code
     * @throws vn.camket.platform.Refusal OUT_OF_REACH, CHANGED_MEANWHILE; the reasons of the proof
     */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public Issued renew(long accountId, int version, String password) {
        var account = withinReach(accountId, version);
        if (factors.isSet(accountId)) {
            proof.proveAgain(password);
        }
        account.voidPassword();
        flush();
        trail.note("PASSWORD_VOIDED", "account", accountId, Map.of());
        return new Issued(accountId, links.issue(OneTimeLinks.Purpose.ACTIVATION, accountId));
    }

    /** @throws vn.camket.platform.Refusal OUT_OF_REACH, LAST_ADMINISTRATOR, CHANGED_MEANWHILE */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public void disable(long accountId, int version) {
        var account = withinReach(accountId, version);
        refuseIfLast(accountId);
        account.disable(clock.instant());
        links.end(OneTimeLinks.Purpose.ACTIVATION, accountId);
        flush();
        trail.note("ACCOUNT_DISABLED", "account", accountId, Map.of());
    }

    /** @throws vn.camket.platform.Refusal OUT_OF_REACH, CHANGED_MEANWHILE */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public void enable(long accountId, int version) {
        withinReach(accountId, version).enable();
        flush();
        trail.note("ACCOUNT_ENABLED", "account", accountId, Map.of());
    }

    /**
     * Ends the six-digit code of somebody else who has lost device and recovery codes; all sessions end. One's own is
     * given up by {@link TotpKeeping#remove}, which asks for a code or a recovery code.
     *
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal OUT_OF_REACH, OWN_CODE, TOTP_NOT_SET, CHANGED_MEANWHILE; the reasons of the proof
     */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public void endCode(long accountId, int version, String password) {
        var account = withinReach(accountId, version);
        if (isOwn(accountId)) {
            throw OWN_CODE.with();
        }
        if (!factors.isSet(accountId)) {
            throw TOTP_NOT_SET.with();
        }
        proof.proveAgain(password);
        factors.remove(accountId);
        account.restamp();
        flush();
        trail.note("TOTP_ENDED", "account", accountId, Map.of());
    }

    /**
     * Gives a role for the subtree of an agency, from today.
     *
     * @param reason number of the decision or another reason; may be empty
     * @throws NotFound when account or agency are outside the caller's scope
     * @throws vn.camket.platform.Refusal ALREADY_GRANTED
     */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public void grant(long accountId, Role role, long agencyId, @Nullable String reason) {
        var account = inScope(accountId);
        var agency = choosing.choice(agencyId).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ACCOUNTS, agency.path());
        var held = accounts.grants(accountId).stream()
                .anyMatch(grant -> grant.role() == role
                        && grant.agency().id() == agencyId
                        && grant.period().to().isEmpty());
        if (held) {
            throw ALREADY_GRANTED.with();
        }
        var why = reason == null || reason.isBlank() ? null : VietnameseText.clean(reason);
        accounts.add(new RoleGrant(account, role, agency, Vietnam.today(clock), caller.accountId(), why));
        account.restamp();
        flush();
        trail.note("ROLE_GRANTED", "account", accountId, Map.of("role", role.name(), "agency", agencyId));
    }

    /**
     * Ends a role today; one granted today never held for a whole day and goes.
     *
     * @throws NotFound when there is no such open grant within the caller's scope
     * @throws vn.camket.platform.Refusal LAST_ADMINISTRATOR
     */
    @Requires(Permission.MANAGE_ACCOUNTS)
    public void endGrant(long accountId, long grantId) {
        var account = inScope(accountId);
        var grant = accounts.grants(accountId).stream()
                .filter(found -> found.id() == grantId && found.period().to().isEmpty())
                .findFirst()
                .orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ACCOUNTS, grant.agency().path());
        var today = Vietnam.today(clock);
        if (grant.administersRoot(today)
                && accounts.rootAdministrators(today).stream().allMatch(id -> id == grantId)) {
            throw LAST_ADMINISTRATOR.with();
        }
        if (grant.period().from().isBefore(today)) {
            grant.end(today);
        } else {
            accounts.remove(grant);
        }
        account.restamp();
        flush();
        trail.note(
                "ROLE_ENDED",
                "account",
                accountId,
                Map.of("role", grant.role().name(), "agency", grant.agency().id()));
    }

    /** Whoever leaves signs in no more from that day; the last administrator must hand over first. */
    void leaving(@Observes EmployeeLeaving fact) {
        accounts.byEmployee(fact.employeeId()).ifPresent(account -> refuseIfLast(account.id()));
    }

    void left(@Observes EmployeeLeft fact) {
        accounts.byEmployee(fact.employeeId()).ifPresent(Account::restamp);
    }

    /** Refuses unless another administrator of the root stays; this account's own leaving may be written down already. */
    private void refuseIfLast(long accountId) {
        var today = Vietnam.today(clock);
        var own = accounts.grants(accountId);
        if (own.stream().noneMatch(grant -> grant.administersRoot(today))) {
            return;
        }
        var ownIds = own.stream().map(RoleGrant::id).toList();
        if (ownIds.containsAll(accounts.rootAdministrators(today))) {
            throw LAST_ADMINISTRATOR.with();
        }
    }

    private boolean isOwn(long accountId) {
        return caller.accountId() == accountId;
    }

    private Account inScope(long accountId) {
        var account = accounts.byId(accountId).orElseThrow(NotFound::new);
        if (!directory.isInScope(accountId, caller.scope(Permission.MANAGE_ACCOUNTS), Vietnam.today(clock))) {
            throw new NotFound();
        }
        return account;
    }

    private Account withinReach(long accountId, int version) {
        var account = inScope(accountId);
        if (!isWithinReach(accountId)) {
            throw OUT_OF_REACH.with();
        }
        if (account.version() != version) {
            throw CHANGED_MEANWHILE.with();
        }
        return account;
    }

    private boolean isWithinReach(long accountId) {
        return directory.powers(accountId, Vietnam.today(clock)).stream()
                .allMatch(path -> caller.may(Permission.MANAGE_ACCOUNTS, path));
    }

    /** Of two changes of one account at the same moment one goes through. */
    private void flush() {
        try {
            accounts.flush();
        } catch (OptimisticLockException meanwhile) {
            throw CHANGED_MEANWHILE.with();
        }
    }
}
