package vn.camket.trust;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;

/**
 * The strict check of an issued PDF that a person has signed with a personal certificate. That the signature verifies is
 * not enough: annotations and boxes over the text verify too. So the file must be the issued one, byte for byte, and one
 * revision more that holds one signature and nothing else.
 */
final class SignedCopyCheck {
    static final int LARGEST = 5 * 1_048_576;

    /** A signature with certificates, revocation lists and a picture; what is more is something else. */
    private static final int LARGEST_ADDITION = 2 * 1_048_576;

    private final byte[] issued;
    private final byte[] file;
    private final CertificatePath.Authorities authorities;
    private final RevocationState.Source revocations;
    private final Function<Set<String>, PersonMatch> persons;
    private final Instant at;
    private final List<CheckReport.Line> lines = new ArrayList<>();
    private Optional<CheckReport.Signer> who = Optional.empty();

    /**
     * @param issued the bytes that were handed out, checked against their hash
     * @param persons told by the numbers in the certificate
     * @param at moment that counts
     */
    SignedCopyCheck(
            byte[] issued,
            byte[] file,
            CertificatePath.Authorities authorities,
            RevocationState.Source revocations,
            Function<Set<String>, PersonMatch> persons,
            Instant at) {
        this.issued = issued;
        this.file = file;
        this.authorities = authorities;
        this.revocations = revocations;
        this.persons = persons;
        this.at = at;
    }

    CheckReport report() {
        try {
            run();
            return new CheckReport(List.copyOf(lines), who, Optional.empty());
        } catch (Refusal refusal) {
            var outcome = CheckReport.Outcome.FAILED;
            for (var rest : List.of(Check.values()).subList(lines.size(), Check.values().length)) {
                lines.add(new CheckReport.Line(rest, outcome, ""));
                outcome = CheckReport.Outcome.NOT_RUN;
            }
            return new CheckReport(List.copyOf(lines), who, Optional.of(refusal));
        }
    }

    private void run() {
        requireFitting();
        passed(Check.SIZE, file.length + " B");
        requireIssuedBytes();
        passed(Check.ISSUED_BYTES, issued.length + " B");
        var before = readable(() -> PdfRevision.read(issued, 0, PdfTable.read(issued, 0, issued.length)));
        var after = addition(before);
        var holder = holder(after);
        var signature = AddedSignature.of(
                file,
                (PdfValue.Dictionary) Objects.requireNonNull(after.objects().get(holder)),
                Objects.requireNonNull(after.places().get(holder)),
                issued.length);
        passed(Check.ONE_SIGNATURE, "0.." + file.length);
        var alone = SignatureCms.alone(signature.contents());
        passed(Check.NOTHING_BEHIND, alone.length + " B");
        var cms = SignatureCms.verify(alone, signature.covered(file), signature.form());
        who = Optional.of(signer(cms.certificate()));
        passed(Check.CRYPTOGRAPHY, cms.method());
        requireAllowed(before, after, holder);
        passed(Check.CHANGES, "");
        var path = CertificatePath.find(cms.certificate(), cms.others(), authorities, at);
        passed(Check.PATH, SubjectNames.readable(path.root().getSubjectX500Principal()));
        lines.add(revocation(path));
        requireForSigning(cms.certificate());
        passed(Check.KEY_USAGE, "");
        requirePerson(cms.certificate());
        passed(Check.PERSON, "");
        lines.add(timestamp(cms));
        passed(Check.KEPT, "");
    }

    private void passed(Check check, String detail) {
        lines.add(new CheckReport.Line(check, CheckReport.Outcome.PASSED, detail));
    }

    private void requireFitting() {
        if (file.length > LARGEST) {
            throw TrustRefusal.FILE_TOO_LARGE.with(file.length / 1_048_576 + 1, LARGEST / 1_048_576);
        }
    }

    private void requireIssuedBytes() {
        if (file.length < issued.length || Arrays.mismatch(file, 0, issued.length, issued, 0, issued.length) >= 0) {
            throw TrustRefusal.NOT_THE_ISSUED_FILE.with();
        }
        if (file.length == issued.length) {
            throw notSigned();
        }
        if (file.length - issued.length > LARGEST_ADDITION) {
            throw TrustRefusal.FILE_UNREADABLE.with();
        }
    }

    /** The right bytes, but nothing more: the next check fails. */
    private Refusal notSigned() {
        passed(Check.ISSUED_BYTES, issued.length + " B");
        return TrustRefusal.NO_NEW_SIGNATURE.with();
    }

    private PdfRevision addition(PdfRevision before) {
        var table = readable(() -> PdfTable.read(file, issued.length, file.length));
        if (!(table.trailer().get("Prev") instanceof PdfValue.Numeral previous)
                || previous.value() != before.table().at()) {
            throw TrustRefusal.FURTHER_REVISION.with();
        }
        return readable(() -> {
            if (table.size() < before.table().size()) {
                throw new PdfReader.Malformed("Objects taken away", table.at());
            }
            return PdfRevision.read(file, issued.length, table);
        });
    }

    private static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PdfReader.Malformed malformed) {
            throw TrustRefusal.FILE_UNREADABLE.with();
        }
    }

    /** The one object that is a signature. */
    private static PdfValue.Reference holder(PdfRevision added) {
        var holders = added.objects().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof PdfValue.Dictionary dictionary
                        && (dictionary.get("ByteRange") != null || dictionary.isName("Type", "Sig")))
                .map(java.util.Map.Entry::getKey)
                .toList();
        if (holders.isEmpty()) {
            throw TrustRefusal.NO_NEW_SIGNATURE.with();
        }
        if (holders.size() > 1) {
            throw TrustRefusal.SEVERAL_SIGNATURES.with();
        }
        return holders.get(0);
    }

    private void requireAllowed(PdfRevision before, PdfRevision after, PdfValue.Reference holder) {
        var widget = new AllowedChanges(before, after).widget();
        if (!holder.equals(widget.dictionary().get("V"))) {
            throw AddedObjects.changed("V");
        }
        requireNoFurtherRights(
                (PdfValue.Dictionary) Objects.requireNonNull(after.objects().get(holder)));
        SignaturePicture.requireOnBlankPaper(issued, widget);
    }

    /** A signature may lock fields; it must not say anew what may be changed in the file. */
    private static void requireNoFurtherRights(PdfValue.Dictionary signature) {
        if (!signature.isName("Type", "Sig")) {
            throw AddedObjects.changed("Type");
        }
        var references = signature.get("Reference");
        if (references == null) {
            return;
        }
        if (!(references instanceof PdfValue.Row row)
                || !row.elements().stream()
                        .allMatch(element -> element instanceof PdfValue.Dictionary reference
                                && reference.isName("TransformMethod", "FieldMDP"))) {
            throw AddedObjects.changed("Reference");
        }
    }

    private CheckReport.Line revocation(CertificatePath path) {
        CheckReport.@Nullable Line open = null;
        var known = "";
        for (var index = 0; index < path.certificates().size(); index++) {
            var certificate = path.certificates().get(index);
            if (index > 0 && authorities.between().contains(certificate)) {
                continue;
            }
            var state = revocations.of(certificate, path.issuer(index), at);
            if (state instanceof RevocationState.Revoked revoked) {
                throw TrustRefusal.CERTIFICATE_REVOKED.with(vn.camket.platform.Vietnam.day(revoked.since()));
            }
            if (state instanceof RevocationState.Unknown unknown) {
                open = new CheckReport.Line(Check.REVOCATION, CheckReport.Outcome.OPEN, unknown.why());
            } else if (index == 0 && state instanceof RevocationState.Good good) {
                known = good.source() + ", " + good.asOf();
            }
        }
        return open == null ? new CheckReport.Line(Check.REVOCATION, CheckReport.Outcome.PASSED, known) : open;
    }

    /** RFC 5280, 4.2.1.3: digitalSignature or nonRepudiation; an authority's certificate is nobody's. */
    private static void requireForSigning(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        if (usage == null || !(usage[0] || usage[1]) || certificate.getBasicConstraints() >= 0) {
            throw TrustRefusal.KEY_USAGE_WRONG.with();
        }
    }

    private void requirePerson(X509Certificate certificate) {
        switch (persons.apply(SubjectNames.personalNumbers(certificate))) {
            case THE_SAME -> {}
            case ANOTHER -> throw TrustRefusal.OTHER_PERSON.with();
            case UNKNOWN -> throw TrustRefusal.PERSON_UNKNOWN.with();
        }
    }

    private CheckReport.Line timestamp(SignatureCms cms) {
        return TimeStamps.check(cms.signer(), cms.certificate(), authorities, at)
                .map(time -> new CheckReport.Line(Check.TIMESTAMP, CheckReport.Outcome.PASSED, time.toString()))
                .orElseGet(() -> new CheckReport.Line(Check.TIMESTAMP, CheckReport.Outcome.ABSENT, ""));
    }

    private static CheckReport.Signer signer(X509Certificate certificate) {
        return new CheckReport.Signer(
                X509Files.fingerprint(certificate),
                SubjectNames.readable(certificate.getSubjectX500Principal()),
                SubjectNames.readable(certificate.getIssuerX500Principal()),
                hexadecimal(certificate.getSerialNumber()),
                certificate.getNotAfter().toInstant());
    }

    private static String hexadecimal(BigInteger serial) {
        return serial.toString(16);
    }
}
