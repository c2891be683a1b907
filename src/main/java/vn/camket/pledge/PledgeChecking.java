package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.Optional;

/** The public check of a pledge by its code (kiểm tra bản cam kết). Open to everybody; a wrong code reveals nothing. */
@ApplicationScoped
@Transactional
public class PledgeChecking {
    @Inject
    Pledges pledges;

    /** @return empty for a code that is none and for one that was never given, alike */
    public Optional<Verification> check(String typedCode) {
        return LookupCode.typed(typedCode).flatMap(pledges::signature).map(this::verification);
    }

    private Verification verification(Signature signature) {
        var record = PledgeRecord.read(signature.entry().record());
        var content = record.content();
        var confirmation = pledges.confirmation(signature.id());
        return new Verification(
                signature.lookupCode(),
                NameMask.of(content.signer().fullName()),
                content.signer().position(),
                content.signer().agency().name(),
                content.text().title(),
                content.text().number(),
                content.campaign().name(),
                content.campaign().cycleName(),
                record.signedAt(),
                confirmation.map(Confirmation::confirmedAt),
                confirmation.map(found -> found.agency().name()),
                HexFormat.of().formatHex(signature.entry().recordSha256()),
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
