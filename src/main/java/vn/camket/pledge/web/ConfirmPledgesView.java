package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.web.Reader;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeConfirming;
import vn.camket.pledge.PledgeReturning;
import vn.camket.pledge.PledgeWithdrawing;
import vn.camket.pledge.WaitingAgency;
import vn.camket.pledge.WaitingFilter;
import vn.camket.pledge.WaitingPledge;

/** The list of pledges that wait for the head, and their confirmation. Keeps no state: plain forms carry all. */
@Named
@RequestScoped
public class ConfirmPledgesView {
    @Inject
    PledgeConfirming confirming;

    @Inject
    PledgeReturning returning;

    @Inject
    PledgeWithdrawing withdrawing;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable String name;
    private @Nullable Long agencyId;
    private @Nullable String code;
    private @Nullable Integer page;
    private @Nullable String password;
    private @Nullable String reason;
    private Set<Long> picked = Set.of();
    private Paging paging = new Paging(1, 0, "?");
    private List<WaitingPledge> rows = List.of();
    private List<WaitingAgency> agencies = List.of();
    private long withdrawals;

    public void open() throws IOException {
        if (!"POST".equals(((HttpServletRequest) external.getRequest()).getMethod())) {
            load();
            return;
        }
        // The page itself, which says in which language it speaks, is not built yet.
        FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
        confirm();
    }

    private void load() {
        var filter = filter();
        paging = new Paging(page == null ? 1 : page, confirming.count(filter), "?" + getQuery());
        rows = confirming.waiting(filter, paging.offset(), Paging.SIZE);
        agencies = confirming.agencies();
        withdrawals = withdrawing.countOpen();
    }

    private void confirm() throws IOException {
        var which = external.getRequestParameterMap().get("which");
        picked = ids("page".equals(which) ? "shown" : "pick");
        try {
            decide("return".equals(which));
            external.redirect(external.getRequestContextPath() + "/pledge/confirm.xhtml"
                    + (code == null && !getQuery().isEmpty() ? "?" + getQuery() : ""));
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refusal refusal) {
            Notices.refused(refusal, ReasonField.orProof(refusal));
            load();
        }
    }

    private void decide(boolean back) {
        var ids = List.copyOf(picked);
        var typed = password == null ? "" : password;
        var outcome =
                back ? returning.giveBack(ids, reason == null ? "" : reason, typed) : confirming.confirm(ids, typed);
        Notices.done(told(back, outcome.skipped() == 0), outcome.done(), outcome.skipped());
    }

    private static String told(boolean back, boolean all) {
        if (back) {
            return all ? "pledge.return.done" : "pledge.return.done-some";
        }
        return all ? "pledge.confirm.done" : "pledge.confirm.done-some";
    }

    private Set<Long> ids(String parameter) {
        var ids = new HashSet<Long>();
        var values = external.getRequestParameterValuesMap().getOrDefault(parameter, new String[0]);
        Arrays.stream(values)
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .forEach(ids::add);
        return ids;
    }

    private WaitingFilter filter() {
        return new WaitingFilter(
                name == null ? "" : name,
                agencyId,
                code == null ? null : LookupCode.typed(code).orElse(null));
    }

    /** The filter as parameters, each ending in &amp;. */
    public String getQuery() {
        return (name == null || name.isBlank() ? "" : "q=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&")
                + (agencyId == null ? "" : "agency=" + agencyId + "&");
    }

    public boolean isFiltered() {
        return !getQuery().isEmpty() || code != null;
    }

    /** One pledge asked for by its code is the one meant; otherwise what was ticked stays ticked. */
    public boolean picked(WaitingPledge row) {
        return code != null || picked.contains(row.id());
    }

    public Paging getPaging() {
        return paging;
    }

    public List<WaitingPledge> getRows() {
        return rows;
    }

    /** How many requests to withdraw wait for the head. */
    public long getWithdrawals() {
        return withdrawals;
    }

    public List<WaitingAgency> getAgencies() {
        return agencies;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable Long getAgencyId() {
        return agencyId;
    }

    public void setAgencyId(@Nullable Long agencyId) {
        this.agencyId = agencyId;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
