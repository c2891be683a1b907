package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.camket.platform.ContentFile;

class StarterPapersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"nam-khong", "van-hoa-cong-vu", "tham-nhung-vat", "ky-luat-ky-cuong", "trach-nhiem-neu-guong"})
    void hasTenQuestionsEachWithRightAndWrongOptionsASourceAndADifficulty(String code) {
        var items = ContentFile.read("/vn/camket/content/modules/" + code + ".md")
                .section("Bài kiểm tra")
                .items("## ");

        assertThat(items).hasSize(10);
        assertThat(items).allSatisfy(item -> {
            var right =
                    item.options().stream().filter(ContentFile.Option::ticked).count();
            assertThat(item.options()).hasSizeBetween(2, 5);
            assertThat(right).isBetween(1L, (long) item.options().size() - 1);
            assertThat(item.notes()).hasSize(3);
            assertThat(item.notes().get(1)).startsWith("Nguồn: ");
            assertThat(item.notes().get(2)).matches("Mức độ: (EASY|MEDIUM|HARD)");
            assertThat(StarterPapers.kind(item)).isIn("SINGLE", "MULTIPLE", "TRUE_FALSE");
        });
    }
}
