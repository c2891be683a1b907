package vn.camket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.camket.platform.Refusal;

class SelfCheckTextTest {
    private static final String WRITTEN =
            "? Thu thêm 20.000 đồng là gì?\n- [ ] Việc nhỏ\n- [x] Nhũng nhiễu\n> Vì vụ lợi.\n";

    @Test
    void writesWhatItReads() {
        var read = SelfCheckText.read(WRITTEN + "\n" + WRITTEN);

        assertThat(read).hasSize(2);
        assertThat(read.get(0).written()).isEqualTo(WRITTEN);
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(SelfCheckText.read(" \n\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Câu hỏi không có dấu hỏi ở đầu",
                "? Câu\n- [x] a\n> vì",
                "? Câu\n- [ ] a\n- [ ] b\n> vì",
                "? Câu\n- [x] a\n- [x] b\n> vì",
                "? Câu\n- [x] a\n- [ ] b",
                "?\n- [x] a\n- [ ] b\n> vì"
            })
    void namesTheLineItCannotRead(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SelfCheckText.read(text))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(TrainingRefusal.SELF_CHECK_MALFORMED);
                    assertThat(refusal.details()).containsExactly(1);
                });
    }
}
