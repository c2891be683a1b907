package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks PDFs that people have signed with their certificates, by the list as it is now. Not called inside a transaction. */
@ApplicationScoped
public class SignedCopies {
    /** At a time: each holds two files in memory. */
    private static final int MOST = 4;

    final Semaphore places = new Semaphore(MOST, true);

    /** How long somebody may wait for a place: so long only as a page can take. */
    Duration patience = Duration.ofSeconds(15);

    @Inject
    TrustRows rows;

    @Inject
    Revocations revocations;

    /**
     * @param issued the bytes that were handed out
     * @param file that came back
     * @param persons told by the personal numbers in the certificate
     * @param at moment that counts for the certificate: of the upload
     * @throws vn.camket.platform.Refusal BUSY if too many are being checked; nothing is said of the file then
     */
    public CheckReport check(byte[] issued, byte[] file, Function<Set<String>, PersonMatch> persons, Instant at) {
        if (!hasPlace()) {
            throw TrustRefusal.BUSY.with();
        }
        try {
            return new SignedCopyCheck(issued, file, authorities(), revocations.source(), persons, at).report();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CertificatePath.Authorities authorities() {
        var all = rows.all();
        var listed = all.stream().filter(TrustedCertificate::isListed).toList();
        var active = listed.stream().map(TrustedCertificate::certificate).collect(Collectors.toSet());
        return new CertificatePath.Authorities(
                listed.stream()
                        .filter(TrustedCertificate::isRoot)
                        .map(TrustedCertificate::certificate)
                        .toList(),
                listed.stream()
                        .filter(row -> !row.isRoot())
                        .map(TrustedCertificate::certificate)
                        .toList(),
                all.stream()
                        .filter(row -> !row.isListed())
                        .map(TrustedCertificate::certificate)
                        .filter((X509Certificate one) -> !active.contains(one))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
