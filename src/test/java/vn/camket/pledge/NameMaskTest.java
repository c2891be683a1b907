package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class NameMaskTest {
    @Test
    void keepsTheGivenNameOnly() {
        assertThat(NameMask.of("Nguyễn Thị Hải Yến")).isEqualTo("N. T. H. Yến");
        assertThat(NameMask.of("Đỗ Ước")).isEqualTo("Đ. Ước");
        assertThat(NameMask.of("H'Hen Niê")).isEqualTo("H. Niê");
    }

    @Test
    void cutsASingleNameToItsInitial() {
        assertThat(NameMask.of("Yến")).isEqualTo("Y.");
    }

    @Test
    void takesDecomposedNamesAlike() {
        assertThat(NameMask.of(Normalizer.normalize("Ánh Ửng Hồng", Normalizer.Form.NFD)))
                .isEqualTo("Á. Ử. Hồng");
    }
}
