package vn.camket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<p onclick=\"alert(1)\">a</p>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"JaVa&#10;Script:alert(1)\">a</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
                "<img src=\"https://evil.example/pixel.png\">",
                "<img src=\"//evil.example/material/1/a.png\">",
                "<svg onload=alert(1)></svg>",
                "<math><mtext><script>alert(1)</script></mtext></math>",
                "<style>body{display:none}</style>",
                "<p style=\"position:fixed\">a</p>",
                "<form action=\"https://evil.example\"><input name=a></form>",
                "<object data=\"/material/1/a.pdf\"></object>",
                "<base href=\"https://evil.example\">",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"//evil.example\">a</a>",
                "<a href=\"/\\evil.example\">a</a>"
            })
    void dropsEverythingThatCouldActOrCallElsewhere(String html) {
        assertThat(LessonHtml.clean(html))
                .doesNotContainIgnoringCase("script")
                .doesNotContainIgnoringCase("onerror")
                .doesNotContainIgnoringCase("onclick")
                .doesNotContainIgnoringCase("onload")
                .doesNotContain(
                        "iframe", "data:", "evil", "style", "<form", "<input", "<object", "<base", "<meta", "<svg");
    }

    @Test
    void keepsVietnameseTextHeadingsListsAndBold() {
        var html = "<h2>Bốn điều nên nói</h2><p>Với người dân: <strong>tôn trọng, lắng nghe</strong>.</p>"
                + "<ul><li>Xin chào</li></ul><ol><li>Đủ giấy tờ</li></ol><blockquote><p>Ghi nhớ</p></blockquote>";

        assertThat(LessonHtml.clean(html)).isEqualTo(html);
    }

    @Test
    void storesWhatWasTypedInDecomposedFormAsOneForm() {
        var typed = Normalizer.normalize("<p>Hòa giải ở cơ sở</p>", Normalizer.Form.NFD);

        assertThat(LessonHtml.clean(typed)).isEqualTo("<p>Hòa giải ở cơ sở</p>");
    }

    @Test
    void keepsLinksToThisApplicationAndToHttps() {
        assertThat(LessonHtml.clean("<a href=\"https://vbpl.vn/x\">a</a>"))
                .contains("href=\"https://vbpl.vn/x\"")
                .contains("noopener");
        assertThat(LessonHtml.clean("<a href=\"/training/modules.xhtml\">a</a>"))
                .contains("href=\"/training/modules.xhtml\"");
        assertThat(LessonHtml.clean("<a href=\"http://plain.example\">a</a>")).doesNotContain("href");
    }

    @Test
    void keepsImagesOfOwnMaterialsOnly() {
        assertThat(LessonHtml.clean("<p><img src=\"/material/7/so-do.png\" alt=\"Sơ đồ\" /></p>"))
                .contains("src=\"/material/7/so-do.png\"", "alt=\"Sơ đồ\"");
        assertThat(LessonHtml.clean("<p><img src=\"/identity/sign-out\"></p>")).doesNotContain("<img");
    }

    @Test
    void turnsOtherHeadingLevelsAndPlainBoldIntoItsOwn() {
        assertThat(LessonHtml.clean("<h1>A</h1><h5>B</h5><b>C</b>"))
                .isEqualTo("<h2>A</h2><h3>B</h3><strong>C</strong>");
    }

    @Test
    void changesNothingTheSecondTime() {
        var once = LessonHtml.clean("<h1>Một &amp; hai</h1><p>a<script>b</script>&nbsp;“c”</p>");

        assertThat(LessonHtml.clean(once)).isEqualTo(once);
    }

    @Test
    void sawNoContentInMarkupWithoutWords() {
        assertThat(LessonHtml.hasText(LessonHtml.clean("<p><br></p><p>&nbsp;</p>")))
                .isFalse();
        assertThat(LessonHtml.hasText(LessonHtml.clean("<p>Đ</p>"))).isTrue();
    }
}
