package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.NotFound;
import vn.camket.platform.Rounds;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Heads leave the building: once a day the newest goes to every configured place, so that nobody,
 * whoever has the database and all keys, can rewrite the ledger unseen.
 */
@ApplicationScoped
public class Anchoring {
    private static final Logger LOG = Logger.getLogger(Anchoring.class.getName());

    @Inject
    AnchorSettings settings;

    @Inject
    AnchorRows rows;

    @Inject
    LogProofs proofs;

    @Inject
    LedgerState state;

    @Inject
    AuditTrail trail;

    @Inject
    Rounds rounds;

    @Inject
    Clock clock;

    /** Whether there is any place to send to. */
    @Requires(Permission.KEEP_LEDGER)
    public boolean isConfigured() {
        return settings.targets().values().stream().anyMatch(places -> !places.isEmpty());
    }

    /** What was sent, the latest first. */
    @Requires(Permission.KEEP_LEDGER)
    public List<Anchor> latest(int size) {
        return rows.page(0, size);
    }

    /** The token of a timestamp authority, CMS in DER. @throws NotFound if there is none */
    @Requires(Permission.KEEP_LEDGER)
    public byte[] token(long id) {
        return rows.find(id).flatMap(Anchor::token).orElseThrow(NotFound::new);
    }

    /** Sends the newest head everywhere once more, in the background. */
    @Requires(Permission.KEEP_LEDGER)
    public void sendNow() {
        trail.note("LEDGER_HEAD_SENT", "ledger", "all", Map.of());
        rounds.once(() -> send(true));
    }

    /** Sends the day's head to where it has not arrived. */
    void send(boolean again) {
        var today = Vietnam.today(clock);
        AnchorLetter letter;
        try {
            letter = new AnchorLetter(today, proofs.head());
        } catch (NotFound nothingYet) {
            return;
        }
        settings.targets().forEach((channel, places) -> places.stream()
                .takeWhile(place -> !rounds.isEnding())
                .forEach(place -> send(channel, place, letter, again)));
        tellMissing(today);
    }

    private void send(AnchorChannel channel, String place, AnchorLetter letter, boolean again) {
        try {
            rows.claim(letter.day(), channel, place, letter.size(), again).ifPresent(id -> {
                try {
                    rows.arrived(id, settings.post(channel).send(place, letter), letter.size());
                } catch (IOException | RuntimeException failure) {
                    LOG.log(Level.WARNING, "The head was not sent to {0}: {1}", new Object[] {place, failure});
                    rows.failed(
                            id,
                            Optional.ofNullable(failure.getMessage())
                                    .orElse(failure.getClass().getSimpleName()));
                }
            });
        } catch (RuntimeException failure) {
            LOG.log(
                    isClaimed(letter.day(), channel, place) ? Level.FINE : Level.WARNING,
                    failure,
                    () -> "Sending the head to " + place + " was not claimed");
        }
    }

    /** Whether another node was faster. */
    private boolean isClaimed(LocalDate day, AnchorChannel channel, String place) {
        try {
            return rows.isThere(day, channel, place);
        } catch (RuntimeException away) {
            LOG.log(Level.FINE, "The database does not answer", away);
            return false;
        }
    }

    private void tellMissing(LocalDate today) {
        var yesterday = today.minusDays(1);
        var missing = rows.isHeadBefore(Vietnam.start(today)) ? missing(settings.targets(), rows.ofDay(yesterday)) : 0;
        state.set(LedgerAlarm.ANCHOR_FAILED, missing > 0, missing + " places did not get the head of " + yesterday);
    }

    /** How many of the places have no head of a day: one without a row has none either. */
    static long missing(Map<AnchorChannel, List<String>> targets, List<Anchor> ofDay) {
        return targets.entrySet().stream()
                .flatMap(channel -> channel.getValue().stream().filter(place -> ofDay.stream()
                        .filter(anchor -> anchor.sentAt().isPresent())
                        .noneMatch(anchor -> anchor.isFor(channel.getKey(), place))))
                .count();
    }
}
