package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import vn.camket.audit.CanonicalRecord;

/** The readers of records under hostile bytes: they read, or say that it is no record. */
public final class RecordTarget {
    private RecordTarget() {}

    public static byte[] honest() {
        return CanonicalRecord.of(Samples.record().fields());
    }

    public static void read(byte[] bytes) {
        try {
            assertThat(CanonicalRecord.read(bytes)).isNotNull();
        } catch (IllegalArgumentException noRecord) {
            return;
        }
        try {
            assertThat(PledgeRecord.read(bytes).signedAt()).isNotNull();
        } catch (RuntimeException noPledge) {
            assertThat(noPledge).isNotInstanceOf(IllegalStateException.class);
        }
    }
}
