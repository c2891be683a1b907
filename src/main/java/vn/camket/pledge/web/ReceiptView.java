package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Settings;
import vn.camket.platform.web.QrPath;
import vn.camket.pledge.PledgeReceipt;
import vn.camket.pledge.PledgeReceipts;

/** The receipt of a signed pledge. */
@Named
@RequestScoped
public class ReceiptView {
    @Inject
    PledgeReceipts receipts;

    @Inject
    Settings settings;

    private @Nullable String code;
    private @Nullable PledgeReceipt receipt;
    private @Nullable QrPath qr;

    public void open() {
        if (code == null) {
            throw new NotFound();
        }
        receipt = receipts.of(code);
        qr = QrPath.of(getAddress());
    }

    public PledgeReceipt getReceipt() {
        if (receipt == null) {
            throw new NotFound();
        }
        return receipt;
    }

    public @Nullable QrPath getQr() {
        return qr;
    }

    /** Public address at which anybody checks this pledge. */
    public String getAddress() {
        return settings.publicUrl() + "/verify/" + getReceipt().code();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
