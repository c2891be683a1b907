package vn.camket.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Denied;
import vn.camket.platform.access.Permission;

/**
 * The person of this request: account, roles with their scopes, read from the database once a request, so that a role
 * taken away is gone at the next click. The roles and headships of an account cover a subtree each.
 */
@RequestScoped
public class SignedIn implements Caller {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private @Nullable Account account;
    private @Nullable List<Holding> holdings;

    /** Called by the authentication mechanism, once, when the session proved good. */
    void is(Account proven) {
        account = proven;
        holdings = null;
    }

    /** Forgets the person, at sign-out. */
    void isNobody() {
        account = null;
        holdings = null;
    }

    /** @throws Denied when nobody is signed in */
    public Account account() {
        if (account == null) {
            throw new Denied();
        }
        return account;
    }

    @Override
    public boolean isSignedIn() {
        return account != null;
    }

    @Override
    public long accountId() {
        return account().id();
    }

    @Override
    public Optional<Long> employeeId() {
        return account().employee().map(vn.camket.organization.Employee::id);
    }

    @Override
    public String name() {
        return account == null ? "" : account.displayName();
    }

    @Override
    public String address() {
        return request.getRemoteAddr();
    }

    @Override
    public boolean may(Permission permission) {
        if (account == null) {
            return false;
        }
        return (Role.LEARNER.gives(permission) && account.employee().isPresent())
                || holdings().stream().anyMatch(holding -> holding.role().gives(permission));
    }

    @Override
    public List<String> scope(Permission permission) {
        return account == null
                ? List.of()
                : holdings().stream()
                        .filter(holding -> holding.role().gives(permission))
                        .map(Holding::path)
                        .distinct()
                        .toList();
    }

    /** Roles held today, LEARNER first for whoever is an employee. */
    public Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        if (account != null) {
            account.employee().ifPresent(employee -> roles.add(Role.LEARNER));
            holdings().forEach(holding -> roles.add(holding.role()));
        }
        return new LinkedHashSet<>(roles);
    }

    /** The role whose pages are shown: the one chosen last, or the highest-placed of those held. */
    public Role workingRole() {
        var roles = roles();
        var chosen = account().workingRole().filter(roles::contains);
        return chosen.orElseGet(
                () -> roles.stream().max(Comparator.naturalOrder()).orElse(Role.LEARNER));
    }

    /** Where a role is held: the widest place first. */
    public List<Holding> holdings() {
        if (holdings == null) {
            holdings = loadHoldings();
        }
        return holdings;
    }

    /** Native SQL: grants and headships in one statement, because every page asks. */
    private List<Holding> loadHoldings() {
        List<?> rows = entities.createNativeQuery(
                        """
                        select g.role, a.id, a.path, a.name, a.depth from role_grant g join agency a on a.id = g.agency_id
                        where g.account_id = ?1 and g.valid_from <= ?2 and (g.valid_to is null or g.valid_to > ?2)
                        union all
                        select 'HEAD', a.id, a.path, a.name, a.depth from headship h join agency a on a.id = h.agency_id
                        where h.employee_id = ?3 and h.valid_from <= ?2 and (h.valid_to is null or h.valid_to > ?2)
                        order by 5, 2
                        """)
                .setParameter(1, accountId())
                .setParameter(2, Vietnam.today(clock))
                .setParameter(3, employeeId().orElse(0L))
                .getResultList();
        return rows.stream().map(row -> holding((Object[]) row)).toList();
    }

    private static Holding holding(Object[] row) {
        return new Holding(
                Role.valueOf(String.valueOf(row[0])),
                ((Number) row[1]).longValue(),
                String.valueOf(row[2]),
                String.valueOf(row[3]));
    }
}
