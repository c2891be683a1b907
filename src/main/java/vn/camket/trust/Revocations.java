package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.camket.audit.Ledger;
import vn.camket.platform.Settings;

/** What this installation can know about revoked certificates: lists that were brought, and the authority itself if it may be asked. */
@ApplicationScoped
class Revocations {
    private static final int DAYS = 7;

    /** Lists in use that somebody has asked, by their hash: to read one takes its time. */
    private final ConcurrentHashMap<String, RevocationList> read = new ConcurrentHashMap<>();

    @Inject
    TrustRows rows;

    @Inject
    OnlineRevocations online;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** CAMKET_CRL_DAYS: how many days after it was made a list or an answer may still be believed. */
    Duration longest() {
        return Duration.ofDays(
                settings.text("camket.crl.days").map(Long::valueOf).orElse((long) DAYS));
    }

    /** The authority itself first, where it may be asked, then the lists that were brought; see {@link RevocationState#both}. */
    RevocationState.Source source() {
        var lists = rows.newestLists();
        read.keySet().retainAll(lists.stream().map(ListSummary::fingerprint).collect(Collectors.toSet()));
        RevocationState.Source kept = (certificate, issuer, at) -> among(lists, certificate, issuer, at);
        return online.isOn() ? online.source(longest()).and(kept) : kept;
    }

    private RevocationState among(
            List<ListSummary> lists, X509Certificate certificate, X509Certificate issuer, Instant at) {
        return lists.stream()
                .filter(kept -> kept.mayBeBy(issuer))
                .map(this::list)
                .filter(list -> list.isBy(issuer) && list.isUnderstood())
                .map(list -> said(list, certificate, at))
                .reduce(RevocationState::both)
                .orElseGet(() -> new RevocationState.Unknown("no CRL"));
    }

    /** A list that is too old says no more what is good; what is revoked in it stays so. */
    private RevocationState said(RevocationList list, X509Certificate certificate, Instant at) {
        var said = list.of(certificate, at);
        return list.isFresh(clock.instant(), longest())
                        || (said instanceof RevocationState.Revoked revoked && !revoked.held())
                ? said
                : new RevocationState.Unknown("CRL of " + list.made() + " too old");
    }

    private RevocationList list(ListSummary kept) {
        return read.computeIfAbsent(kept.fingerprint(), fingerprint -> {
            var content = rows.content(kept.id());
            try {
                if (!Arrays.equals(Ledger.sha256(content), kept.sha256())) {
                    throw new GeneralSecurityException("Not the list that was brought");
                }
                return new RevocationList(X509Files.list(content));
            } catch (GeneralSecurityException damaged) {
                throw new IllegalStateException("Revocation list " + kept.id() + " cannot be read", damaged);
            }
        });
    }
}
