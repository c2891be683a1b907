package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.AccountKeeping;
import vn.camket.identity.AccountListed;
import vn.camket.platform.web.Paging;

/** The list of accounts: searched, twenty a page. */
@Named
@RequestScoped
public class AccountsView {
    @Inject
    AccountKeeping keeping;

    private @Nullable String search;
    private int page = 1;
    private List<AccountListed> accounts = List.of();
    private Paging paging = new Paging(1, 0, "");

    public void open() {
        var text = search == null ? "" : search;
        var address = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath()
                + "/identity/accounts.xhtml?"
                + (text.isBlank() ? "" : "search=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&");
        paging = new Paging(page, keeping.count(text), address);
        accounts = keeping.list(text, paging.offset(), Paging.SIZE);
    }

    public List<AccountListed> getAccounts() {
        return accounts;
    }

    public Paging getPaging() {
        return paging;
    }

    public boolean isFiltered() {
        return search != null && !search.isBlank();
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
