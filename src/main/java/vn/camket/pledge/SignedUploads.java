package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.trust.CheckReport;

/** Every query for signed uploads. */
@ApplicationScoped
class SignedUploads {
    /** An upload with what was found out about it. */
    record Found(SignedUpload upload, Optional<UploadVerdict> verdict) {
        CertificateSignature shown() {
            return new CertificateSignature(
                    upload.signature().lookupCode(),
                    verdict.map(found ->
                                    found.isAccepted() ? CheckReport.Verdict.ACCEPTED : CheckReport.Verdict.REFUSED)
                            .orElse(CheckReport.Verdict.AWAITING_CHECK),
                    upload.signer(),
                    upload.issuer(),
                    upload.serial(),
                    upload.sha256(),
                    upload.uploadedAt(),
                    verdict.map(UploadVerdict::decidedAt),
                    verdict.flatMap(UploadVerdict::reason),
                    lines(verdict.map(UploadVerdict::report).orElse(upload.report())));
        }
    }

    @PersistenceContext
    EntityManager entities;

    void add(SignedUpload upload) {
        entities.persist(upload);
        entities.flush();
    }

    void add(UploadVerdict verdict) {
        entities.persist(verdict);
        entities.flush();
    }

    Optional<SignedUpload> find(long id) {
        return entities.createQuery(
                        """
                        select u from SignedUpload u join fetch u.signature s join fetch s.entry join fetch s.employee
                        where u.id = :id
                        """,
                        SignedUpload.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<UploadVerdict> verdict(long uploadId) {
        return Optional.ofNullable(entities.find(UploadVerdict.class, uploadId));
    }

    /** Of one pledge, the newest first. */
    List<Found> of(long signatureId) {
        return entities.createQuery(
                        """
                        select u, v from SignedUpload u join fetch u.signature
                        left join UploadVerdict v on v.uploadId = u.id
                        where u.signature.id = :signature order by u.id desc
                        """,
                        Object[].class)
                .setParameter("signature", signatureId)
                .getResultStream()
                .map(row -> new Found((SignedUpload) row[0], Optional.ofNullable((UploadVerdict) row[1])))
                .toList();
    }

    /** What counts for a pledge: the accepted one, else the newest. */
    Optional<Found> decisive(long signatureId) {
        var all = of(signatureId);
        return all.stream()
                .filter(found ->
                        found.verdict().filter(UploadVerdict::isAccepted).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Ids of those that await a check, the oldest first, after an id. */
    List<Long> awaiting(long afterId, int most) {
        return entities.createQuery(
                        """
                        select u.id from SignedUpload u
                        where u.id > :after and not exists (select v from UploadVerdict v where v.uploadId = u.id)
                        order by u.id
                        """,
                        Long.class)
                .setParameter("after", afterId)
                .setMaxResults(most)
                .getResultList();
    }

    static String written(CheckReport report) {
        return new String(CanonicalRecord.of(Map.of("checks", report.fields())), StandardCharsets.UTF_8);
    }

    private static List<CheckReport.Line> lines(String report) {
        Map<String, @Nullable Object> read = CanonicalRecord.read(report.getBytes(StandardCharsets.UTF_8));
        return CheckReport.lines(read.get("checks"));
    }
}
