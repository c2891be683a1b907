package vn.camket.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A verification of the whole ledger.
 *
 * @param finishedAt empty while it runs
 * @param treeSize leaves there were when it began
 * @param verifiedSize while it runs, leaves looked at; afterwards, leaves up to the last head below which all was good
 * @param root of that head, in hexadecimal; empty if there is none
 * @param headAt when that head was signed
 * @param failed whether it broke off
 * @param findings the first twenty
 */
public record CheckResult(
        long id,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long treeSize,
        long verifiedSize,
        Optional<String> root,
        Optional<Instant> headAt,
        boolean failed,
        List<Finding> findings) {
    public boolean running() {
        return finishedAt.isEmpty();
    }

    public boolean good() {
        return !running() && !failed && findings.isEmpty();
    }
}
