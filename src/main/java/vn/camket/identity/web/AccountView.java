package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.AccountKeeping;
import vn.camket.identity.AccountSheet;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.Role;
import vn.camket.organization.Employee;
import vn.camket.organization.web.AgencyChoice;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.Settings;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;

/** One account, or the one to be made for a person: link, state, roles. */
@Named
@RequestScoped
public class AccountView {
    /** Id of the field that a refusal is about; null for the whole page. */
    private interface Place {
        @Nullable
        String of(Refusal refusal);
    }

    private static final Place NOWHERE = refusal -> null;

    @Inject
    AccountKeeping keeping;

    @Inject
    Settings settings;

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    private @Nullable AccountSheet sheet;
    private @Nullable Employee employee;
    private @Nullable String userName;
    private @Nullable String link;
    private @Nullable Role role;
    private @Nullable AgencyChoice agency;
    private @Nullable String reason;
    private @Nullable String refusedProof;
    private int version = -1;

    /** A person who has an account already is shown it. */
    public void open() throws IOException {
        if (!isFresh()) {
            sheet();
            return;
        }
        var existing = keeping.ofEmployee(id("employee"));
        if (existing.isPresent()) {
            external.redirect(external.getRequestContextPath() + "/identity/account.xhtml?account=" + existing.get());
        } else {
            userName = employee().code();
        }
    }

    private long id(String name) {
        var value = request.getParameter(name);
        if (value == null || !value.matches("\\d{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(value);
    }

    private AccountSheet sheet() {
        if (sheet == null) {
            sheet = keeping.account(id("account"));
        }
        return sheet;
    }

    private Employee employee() {
        if (employee == null) {
            employee = keeping.employee(id("employee"));
        }
        return employee;
    }

    /** Shows the link in this very answer: it is kept nowhere, so it cannot be shown after a redirect. */
    public void create() {
        try {
            show(keeping.create(employee().id(), userName == null ? "" : userName));
        } catch (Refusal refusal) {
            Notices.refused(
                    refusal, refusal.reason() == IdentityRefusal.ALREADY_HAS_ACCOUNT ? null : "create:userName");
        }
    }

    public void renew() {
        try {
            show(keeping.renew(sheet().account().id(), version, password()));
        } catch (Refusal refusal) {
            Notices.refused(refusal, proofField(refusal, "renew"));
        }
    }

    /** The tag of the proof is no Faces component. */
    private String password() {
        var typed = request.getParameter("password");
        return typed == null ? "" : typed;
    }

    private @Nullable String proofField(Refusal refusal, String form) {
        var ofProof = refusal.reason() instanceof IdentityRefusal reason
                && switch (reason) {
                    case CURRENT_PASSWORD_WRONG, CODE_MISSING, CODE_WRONG, BLOCKED -> true;
                    default -> false;
                };
        if (!ofProof) {
            return null;
        }
        refusedProof = form;
        return SecondProof.field(refusal, form + "-password");
    }

    private void show(AccountKeeping.Issued issued) {
        link = settings.publicUrl() + "/identity/activate.xhtml?secret=" + issued.secret();
        sheet = keeping.account(issued.accountId());
        version = -1;
    }

    public @Nullable String disable() {
        return doing(
                NOWHERE,
                "identity.account.disabled",
                () -> keeping.disable(sheet().account().id(), version));
    }

    public @Nullable String enable() {
        return doing(
                NOWHERE,
                "identity.account.enabled",
                () -> keeping.enable(sheet().account().id(), version));
    }

    public @Nullable String endCode() {
        return doing(
                refusal -> proofField(refusal, "endCode"),
                "identity.account.code-ended",
                () -> keeping.endCode(sheet().account().id(), version, password()));
    }

    public @Nullable String grant() {
        return doing(refusal -> "grant:agency_input", "identity.account.granted", () -> {
            if (agency == null) {
                throw IdentityRefusal.AGENCY_MISSING.with();
            }
            keeping.grant(sheet().account().id(), role == null ? Role.SUPERVISOR : role, agency.id(), reason);
        });
    }

    public @Nullable String endGrant(long grantId) {
        return doing(
                NOWHERE,
                "identity.account.ended",
                () -> keeping.endGrant(sheet().account().id(), grantId));
    }

    private @Nullable String doing(Place place, String outcome, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal, place.of(refusal));
            return null;
        }
        Notices.done(outcome, sheet().account().displayName());
        return "/identity/account.xhtml?faces-redirect=true&account="
                + sheet().account().id();
    }

    /** Whether the account is yet to be made. */
    public boolean isFresh() {
        return sheet == null && request.getParameter("account") == null;
    }

    /** One's own code is given up elsewhere. */
    public boolean isCodeEndable() {
        return sheet().codeAsked() && !sheet().own();
    }

    /** Whether this form was refused for its proof: it is shown open again. */
    public boolean refusedProof(String form) {
        return form.equals(refusedProof);
    }

    public AccountSheet getSheet() {
        return sheet();
    }

    public Employee getEmployee() {
        return employee();
    }

    /** The activation link just issued; null when there is none to show. */
    public @Nullable String getLink() {
        return link;
    }

    public List<Role> getGrantable() {
        return Arrays.stream(Role.values()).filter(Role::isGrantable).toList();
    }

    public int getVersion() {
        return version < 0 ? sheet().account().version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable String getUserName() {
        return userName;
    }

    public void setUserName(@Nullable String userName) {
        this.userName = userName;
    }

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public @Nullable AgencyChoice getAgency() {
        return agency;
    }

    public void setAgency(@Nullable AgencyChoice agency) {
        this.agency = agency;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
