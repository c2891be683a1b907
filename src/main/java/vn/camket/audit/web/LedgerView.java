package vn.camket.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Anchor;
import vn.camket.audit.Anchoring;
import vn.camket.audit.LedgerChecking;
import vn.camket.audit.TreeHead;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.Paging;

/** The ledger for those who keep it: verified up to where, what is wrong, heads and where they were sent; verify now. */
@Named
@RequestScoped
public class LedgerView {
    private static final String HERE = "/audit/ledger.xhtml";

    @Inject
    LedgerChecking checking;

    @Inject
    HttpServletRequest request;

    @Inject
    Anchoring anchoring;

    private boolean anchored;
    private List<Anchor> anchors = List.of();
    private LedgerChecking.Overview now = LedgerChecking.Overview.NONE;
    private List<TreeHead> heads = List.of();
    private @Nullable Paging paging;
    private int page = 1;

    public void open() {
        now = checking.overview();
        paging = new Paging(page, checking.countHeads(), request.getContextPath() + HERE + "?");
        anchored = anchoring.isConfigured();
        anchors = anchoring.latest(Paging.SIZE);
        heads = checking.heads(paging.offset(), Paging.SIZE);
    }

    /** What the button that was pressed asks for. */
    public @Nullable String check() {
        if (request.getParameter("send") != null) {
            anchoring.sendNow();
            Notices.done("audit.anchor.sending");
            return HERE + "?faces-redirect=true";
        }
        try {
            checking.checkNow();
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
            return null;
        }
        Notices.done("audit.ledger.check.begun");
        return HERE + "?faces-redirect=true";
    }

    /** Whether the post comes from the button. */
    public boolean isAsked() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    public LedgerChecking.Overview getNow() {
        return now;
    }

    /** Whether heads are sent anywhere. */
    public boolean isAnchored() {
        return anchored;
    }

    public List<Anchor> getAnchors() {
        return anchors;
    }

    public List<TreeHead> getHeads() {
        return heads;
    }

    public @Nullable Paging getPaging() {
        return paging;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
