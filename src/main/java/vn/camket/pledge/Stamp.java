package vn.camket.pledge;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.platform.access.Authentication;

/**
 * What the act of signing adds to the content of a record.
 *
 * @param at with three decimals, as records write it
 * @param expected leaf hash of the record that was laid before the signer's passkey; null where none was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Stamp(Authentication proof, LookupCode code, Instant at, String nonce, byte @Nullable [] expected) {
    /** A stamp of this moment. */
    static Stamp of(Authentication proof, Clock clock) {
        return new Stamp(proof, LookupCode.random(), RecordTime.cut(clock.instant()), Nonce.next(), null);
    }

    static byte[] leafHash(PledgeRecord record) {
        return Ledger.leafHash(CanonicalRecord.of(record.fields()));
    }

    /** @throws vn.camket.platform.Refusal CONTENT_CHANGED if the passkey has signed another record than this */
    void check(PledgeRecord record) {
        if (expected != null && !MessageDigest.isEqual(expected, leafHash(record))) {
            throw PledgeRefusal.CONTENT_CHANGED.with();
        }
    }
}
