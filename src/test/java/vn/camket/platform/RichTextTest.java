package vn.camket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RichTextTest {
    @Test
    void turnsMarkdownIntoHtml() {
        assertThat(RichText.fromMarkdown("## Ý chính\n- **Một** điều"))
                .isEqualToIgnoringWhitespace("<h2>Ý chính</h2><ul><li><strong>Một</strong> điều</li></ul>");
    }

    @Test
    void dropsScriptsHandlersStylesAndForeignImages() {
        var hostile =
                """
                <p onclick="x()" style="color:red">a<script>alert(1)</script></p><iframe src="//e"></iframe>
                <img src="https://elsewhere.example/p.gif"><a href="javascript:x()">b</a>\
                """;

        var clean = RichText.clean(hostile);

        assertThat(clean).startsWith("<p>a</p>").contains("b");
        assertThat(clean).doesNotContain("script", "onclick", "style", "iframe", "elsewhere");
    }

    @Test
    void keepsImagesOfOurOwnMaterials() {
        assertThat(RichText.clean("<img src=\"/material/3/a.png\" alt=\"Sơ đồ\">"))
                .contains("src=\"/material/3/a.png\"")
                .contains("alt=\"Sơ đồ\"");
    }

    @Test
    void composesDecomposedLetters() {
        assertThat(RichText.clean("<p>cha\u0300o</p>")).isEqualTo("<p>chào</p>");
    }
}
