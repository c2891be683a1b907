package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.camket.platform.Settings;

/** What this installation can know about revoked certificates: lists that were brought, and the authority itself if it may be asked. */
@ApplicationScoped
class Revocations {
    private static final int DAYS = 7;

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

    RevocationState.Source source() {
        var lists = rows.newestLists().stream().map(KeptList::list).toList();
        RevocationState.Source kept = (certificate, issuer, at) -> among(lists, certificate, issuer, at);
        return online.isOn() ? kept.or(online.source(longest())) : kept;
    }

    private RevocationState among(
            List<RevocationList> lists, X509Certificate certificate, X509Certificate issuer, Instant at) {
        var now = clock.instant();
        return lists.stream()
                .filter(list -> list.isBy(issuer) && list.isUnderstood())
                .map(list -> list.isFresh(now, longest())
                        ? list.of(certificate, at)
                        : new RevocationState.Unknown("CRL of " + list.made() + " too old"))
                .findFirst()
                .orElseGet(() -> new RevocationState.Unknown("no CRL"));
    }
}
