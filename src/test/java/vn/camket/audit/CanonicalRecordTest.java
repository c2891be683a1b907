package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalRecordTest {
    @Test
    void sortsKeysAndLeavesNoBlanks() {
        assertThat(written(Map.of("b", 2, "a", List.of(1L, true, "x"), "\u00E9", Map.of())))
                .isEqualTo("{\"a\":[1,true,\"x\"],\"b\":2,\"é\":{}}");
    }

    @Test
    void composesTextAndEscapesOnlyWhatItMust() {
        assertThat(written(Map.of("t", "e\u0302\u0301 \"\\\r\n\u0001/")))
                .isEqualTo("{\"t\":\"ế \\\"\\\\\\n\\u0001/\"}");
    }

    @Test
    void refusesWhatHasNoOneForm() {
        assertThatThrownBy(() -> written(Map.of("n", 1.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(Map.of("n", 1L << 53))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(Map.of("t", "a\u200Bb"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(Map.of("t", "a\u202Eb"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(Map.of("t", "\uD800"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsBackEveryKindOfField() {
        var fields = new HashMap<String, Object>();
        fields.put("text", "Đặng “Ửng”\n\t\u0001");
        fields.put("number", -7L);
        fields.put("truth", false);
        fields.put("nothing", null);
        fields.put("list", List.of(Map.of("a", 1L), "b", List.of()));

        assertThat(CanonicalRecord.read(CanonicalRecord.of(fields))).isEqualTo(fields);
    }

    @Test
    void readsNothingElse() {
        for (var other :
                List.of("", "{", "[]", "{\"a\": 1}", "{\"a\":1.5}", "{\"a\":1}x", "{\"a\":tru}", "{\"a\":\"b")) {
            assertThatThrownBy(() -> CanonicalRecord.read(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** RFC 6962, section 2.1, leaf of the empty record and of one byte. */
    @Test
    void hashesLeavesAsTheTreeWants() {
        assertThat(HexFormat.of().formatHex(Ledger.leafHash(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(HexFormat.of().formatHex(Ledger.leafHash(new byte[] {0})))
                .isEqualTo("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
    }

    private static String written(Map<String, ?> fields) {
        return new String(CanonicalRecord.of(fields), StandardCharsets.UTF_8);
    }
}
