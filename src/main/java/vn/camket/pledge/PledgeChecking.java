package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.camket.audit.LogProofs;

/** The public check of a pledge by its code. Open to everybody; a wrong code reveals nothing. */
@ApplicationScoped
@Transactional
public class PledgeChecking {
    @Inject
    Pledges pledges;

    @Inject
    LogProofs proofs;

    /** @return empty for a code that is none and for one that was never given, alike */
    public Optional<Verification> check(String typedCode) {
        return LookupCode.typed(typedCode).flatMap(pledges::signature).map(this::verification);
    }

    /**
     * What proves the pledge in the ledger, without the record itself: for whoever has that, on paper or in the PDF.
     *
     * @return empty for a code that was never given
     */
    public Optional<byte[]> proof(LookupCode code) {
        return pledges.signature(code).map(Signature::entry).map(proofs::fileWithoutRecord);
    }

    private Verification verification(Signature signature) {
        var record = PledgeRecord.read(signature.entry().record());
        var content = record.content();
        var confirmation = pledges.confirmation(signature.id());
        return new Verification(
                signature.lookupCode(),
                new PledgePaper(content, record.signedAt()),
                NameMask.of(content.signer().fullName()),
                NameMask.ofCode(content.signer().employeeCode()),
                record.signedAt(),
                record.authentication(),
                confirmation.map(Confirmation::confirmedAt),
                confirmation.map(found -> found.agency().name()),
                pledges.end(signature.id()),
                Verification.hex(signature.entry().recordSha256()),
                proofs.place(signature.entry()),
                pledges.pdf(signature.id()).map(PledgePdf::sha256),
                isValid(signature, record));
    }

    /** The bytes are those that were hashed, and they are the record of this very signature. */
    private static boolean isValid(Signature signature, PledgeRecord record) {
        return signature.entry().isWhole()
                && record.lookupCodeSha256().equals(signature.lookupCode().sha256())
                && record.signedAt().equals(signature.signedAt())
                && record.content().enrolmentId() == signature.enrolment().id()
                && record.content()
                        .signer()
                        .employeeCode()
                        .equals(signature.employee().code());
    }
}
