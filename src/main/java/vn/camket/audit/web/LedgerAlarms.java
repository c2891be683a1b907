package vn.camket.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.camket.audit.LedgerAlarm;
import vn.camket.audit.LedgerState;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** What every page tells those who keep the ledger when something is wrong with it. */
@Named
@RequestScoped
public class LedgerAlarms {
    @Inject
    LedgerState state;

    @Inject
    Caller caller;

    public boolean isShown() {
        return !state.alarms().isEmpty() && caller.isSignedIn() && caller.may(Permission.KEEP_LEDGER);
    }

    /** Whether signing is refused. */
    public boolean isReadOnly() {
        return state.alarms().stream().anyMatch(LedgerAlarm::isReadOnly);
    }

    public List<LedgerAlarm> getAlarms() {
        return state.alarms();
    }
}
