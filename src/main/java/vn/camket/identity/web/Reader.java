package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.Role;
import vn.camket.identity.SignedIn;
import vn.camket.identity.TotpKeeping;
import vn.camket.organization.PersonName;
import vn.camket.platform.Settings;

/** How the page addresses its reader: language, theme, name, roles, navigation. */
@Named
@RequestScoped
public class Reader {
    /** A link of the main navigation. @param label message key */
    public record Link(String label, String path, boolean current) {}

    private static final Link TASKS = new Link("nav.tasks", "/completion/tasks.xhtml", false);
    private static final Map<Role, List<Link>> LINKS = Map.of(
            Role.LEARNER,
            List.of(
                    TASKS,
                    new Link("nav.learning", "/training/modules.xhtml", false),
                    new Link("nav.my-pledges", "/pledge/mine.xhtml", false),
                    new Link("nav.results", "/quiz/results.xhtml", false)),
            Role.HEAD,
            List.of(
                    new Link("nav.today", "/report/today.xhtml", false),
                    new Link("nav.agency", "/report/agency.xhtml", false),
                    new Link("nav.pledges", "/pledge/confirm.xhtml", false),
                    new Link("nav.mine", "/completion/tasks.xhtml", false)),
            Role.SUPERVISOR,
            List.of(
                    new Link("nav.agency", "/report/agency.xhtml", false),
                    new Link("nav.mine", "/completion/tasks.xhtml", false)),
            Role.TRAINER,
            List.of(
                    new Link("nav.modules", "/training/write/modules.xhtml", false),
                    new Link("nav.questions", "/quiz/write/papers.xhtml", false),
                    new Link("nav.documents", "/library/documents.xhtml", false),
                    new Link("nav.mine", "/completion/tasks.xhtml", false)),
            Role.CAMPAIGN_ADMINISTRATOR,
            List.of(
                    new Link("nav.overview", "/report/agency.xhtml", false),
                    new Link("nav.campaigns", "/campaign/campaigns.xhtml", false),
                    new Link("nav.pledge-texts", "/pledge/write/texts.xhtml", false),
                    new Link("nav.documents", "/library/documents.xhtml", false),
                    new Link("nav.mine", "/completion/tasks.xhtml", false)),
            Role.SYSTEM_ADMINISTRATOR,
            List.of(
                    new Link("nav.agencies", "/organization/agencies.xhtml", false),
                    new Link("nav.people", "/organization/people.xhtml", false),
                    new Link("nav.accounts", "/identity/accounts.xhtml", false),
                    new Link("nav.ledger", "/audit/ledger.xhtml", false),
                    new Link("nav.mine", "/completion/tasks.xhtml", false)));

    @Inject
    SignedIn signedIn;

    @Inject
    TotpKeeping totp;

    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    private @Nullable Boolean codeAsked;

    public Locale getLocale() {
        var language = signedIn.isSignedIn() ? signedIn.account().language() : cookie("camket-language", "vi");
        return Locale.forLanguageTag("en".equals(language) ? "en" : "vi");
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** auto, light or dark */
    public String getTheme() {
        var theme = signedIn.isSignedIn() ? signedIn.account().theme() : cookie("camket-theme", "auto");
        return List.of("light", "dark").contains(theme) ? theme : "auto";
    }

    private String cookie(String name, String otherwise) {
        return request.getCookies() == null
                ? otherwise
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(otherwise);
    }

    public boolean isSignedIn() {
        return signedIn.isSignedIn();
    }

    public String getName() {
        return signedIn.name();
    }

    /** Name under which the person signs in; empty when nobody is. */
    public String getUserName() {
        return signedIn.isSignedIn() ? signedIn.account().userName() : "";
    }

    /** Whether a six-digit code is asked beside the password; forms that prove the reader again then have its field. */
    public boolean isCodeAsked() {
        if (codeAsked == null) {
            codeAsked = signedIn.isSignedIn() && totp.state().set();
        }
        return codeAsked;
    }

    public String getInitials() {
        return PersonName.initials(signedIn.name());
    }

    public Role getRole() {
        return signedIn.workingRole();
    }

    /** Roles one can work in; more than one shows the choice in the account menu. */
    public List<Role> getRoles() {
        return List.copyOf(signedIn.roles());
    }

    /** Name under the brand: where the working role is held. */
    public String getUnit() {
        return signedIn.isSignedIn()
                ? signedIn.holdings().stream()
                        .filter(holding -> holding.role() == signedIn.workingRole())
                        .map(vn.camket.identity.Holding::agencyName)
                        .findFirst()
                        .orElse("")
                : "";
    }

    public List<Link> getLinks() {
        if (!signedIn.isSignedIn()) {
            return List.of();
        }
        var here = request.getServletPath();
        return LINKS.getOrDefault(signedIn.workingRole(), List.of()).stream()
                .filter(link ->
                        signedIn.employeeId().isPresent() || !link.path().equals(TASKS.path()))
                .map(link -> new Link(link.label(), link.path(), link.path().equals(here)))
                .toList();
    }

    /** First page of the working role. */
    public String getHome() {
        return getLinks().isEmpty()
                ? "/identity/password.xhtml"
                : getLinks().get(0).path();
    }

    /** Address of this page with its parameters, to come back to; on an error page, of the page that failed. */
    public String getHere() {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return String.valueOf(failed).substring(request.getContextPath().length());
        }
        return request.getServletPath() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    public boolean isDemonstration() {
        return settings.demonstration();
    }
}
