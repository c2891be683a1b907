package vn.camket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {
    @Test
    void cleansDecomposedTextIntoComposed() {
        var typed = Normalizer.normalize("  Nguyễn\u00A0 Thị   Hường ", Normalizer.Form.NFD);

        assertThat(VietnameseText.clean(typed)).isEqualTo("Nguyễn Thị Hường");
    }

    @Test
    void foldsTonesMarksAndBarredD() {
        assertThat(VietnameseText.fold("Đặng Đình ĐỨC")).isEqualTo("dang dinh duc");
        assertThat(VietnameseText.fold(Normalizer.normalize("Ưởng Ổ", Normalizer.Form.NFD)))
                .isEqualTo("uong o");
        assertThat(VietnameseText.words(" H'Hen  Niê ")).containsExactly("h'hen", "nie");
        assertThat(VietnameseText.words("   ")).isEmpty();
    }

    @Test
    void ordersLettersAsTheVietnameseAlphabetDoes() {
        var ordered = List.of("An", "Ăn", "Ân", "Bình", "Dung", "Đạt", "Em", "Êm", "Ơn", "Uy", "Ưng", "Yên");

        var sorted = ordered.stream()
                .sorted((one, other) ->
                        Arrays.compareUnsigned(VietnameseText.sortKey(one), VietnameseText.sortKey(other)))
                .toList();

        assertThat(sorted).isEqualTo(ordered);
    }
}
