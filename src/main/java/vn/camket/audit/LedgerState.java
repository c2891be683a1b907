package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import vn.camket.platform.HealthDetail;

/** What this node knows to be wrong with the ledger, renewed every second. */
@ApplicationScoped
public class LedgerState implements HealthDetail {
    private static final Logger LOG = Logger.getLogger(LedgerState.class.getName());

    private final Map<LedgerAlarm, String> alarms = new EnumMap<>(LedgerAlarm.class);

    /** @param detail for the log file, in English */
    synchronized void raise(LedgerAlarm alarm, String detail) {
        if (!detail.equals(alarms.put(alarm, detail))) {
            LOG.warning(() -> "Ledger alarm " + alarm + ": " + detail);
        }
    }

    synchronized void lower(LedgerAlarm alarm) {
        if (alarms.remove(alarm) != null) {
            LOG.info(() -> "Ledger alarm " + alarm + " is over");
        }
    }

    void set(LedgerAlarm alarm, boolean on, String detail) {
        if (on) {
            raise(alarm, detail);
        } else {
            lower(alarm);
        }
    }

    synchronized boolean isOn(LedgerAlarm alarm) {
        return alarms.containsKey(alarm);
    }

    /** What is wrong now, the gravest first. */
    public synchronized List<LedgerAlarm> alarms() {
        return List.copyOf(alarms.keySet());
    }

    /** @throws vn.camket.platform.Refusal NOT_DURABLE, READ_ONLY */
    public void requireWritable() {
        for (var alarm : alarms()) {
            alarm.refusal().ifPresent(reason -> {
                throw reason.with();
            });
        }
    }

    @Override
    public List<String> lines() {
        return alarms().stream()
                .map(alarm -> (alarm.isReadOnly() ? "ledger read-only: " : "ledger: ") + alarm)
                .toList();
    }
}
