package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;

class PledgeRecordTest {
    private static final byte[] BYTES = CanonicalRecord.of(Samples.record().fields());

    /** The worked example of src/doc/ledger.md. */
    @Test
    void givesTheBytesAndHashesOfTheVector() throws IOException {
        try (var vector = PledgeRecordTest.class.getResourceAsStream("record-v1.json")) {
            assertThat(BYTES).isEqualTo(vector.readAllBytes());
        }
        assertThat(HexFormat.of().formatHex(Ledger.sha256(BYTES)))
                .isEqualTo("e9ff9718f998cee5757e24270a5e3cc75bdd8d19e18d2203c01d0f2e61401d31");
        assertThat(HexFormat.of().formatHex(Ledger.leafHash(BYTES)))
                .isEqualTo("ee7f3b7c07db6225260194c1b17e5374762116a11da2ef21be116ff0ade26b79");
    }

    @Test
    void givesTheBytesOfTheVectorOfForm2() throws IOException {
        try (var vector = PledgeRecordTest.class.getResourceAsStream("record-v2.json")) {
            assertThat(CanonicalRecord.of(Samples.secondRecord().fields())).isEqualTo(vector.readAllBytes());
        }
    }

    @Test
    void readsBackWhatItWroteInEachForm() {
        assertThat(PledgeRecord.read(BYTES)).isEqualTo(Samples.record());
        assertThat(PledgeRecord.read(CanonicalRecord.of(Samples.secondRecord().fields())))
                .isEqualTo(Samples.secondRecord());
    }

    @Test
    void writesComposedAndDecomposedNamesAlike() {
        var decomposed = Normalizer.normalize("Nguyễn Thị Hải Yến", Normalizer.Form.NFD);

        assertThat(CanonicalRecord.of(Samples.record(decomposed, 2).fields())).isEqualTo(BYTES);
    }

    @Test
    void doesNotHoldTheLookupCodeItself() {
        assertThat(new String(BYTES, StandardCharsets.UTF_8))
                .doesNotContain(Samples.CODE.value())
                .contains(Samples.CODE.sha256());
    }

    @Test
    void changesItsHashWithEveryLetter() {
        var other = CanonicalRecord.of(Samples.record("Nguyễn Thị Hải Yên", 2).fields());

        assertThat(Ledger.sha256(other)).isNotEqualTo(Ledger.sha256(BYTES));
    }

    @Test
    void readsNoOtherKindOrVersion() {
        var otherKind = CanonicalRecord.of(Map.of("version", 1, "kind", "PLEDGES_CONFIRMED"));
        var otherVersion = CanonicalRecord.of(Map.of("version", 3, "kind", "PLEDGE_SIGNED"));

        assertThatThrownBy(() -> PledgeRecord.read(otherKind)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PledgeRecord.read(otherVersion)).isInstanceOf(IllegalArgumentException.class);
    }
}
