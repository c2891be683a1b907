package vn.camket.platform;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Formatted text that people write: only what a text needs survives, whatever was sent. */
public final class RichText {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "b", "em", "i", "u", "s")
            .allowElements("blockquote", "sub", "sup", "hr", "table", "thead", "tbody", "tr", "th", "td", "caption")
            .allowElements("a", "img", "figure", "figcaption")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("noopener", "noreferrer")
            .allowAttributes("src")
            .matching((element, attribute, value) -> value.startsWith("/material/") ? value : null)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(java.util.regex.Pattern.compile("[1-9][0-9]?"))
            .onElements("td", "th")
            .toFactory();
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    private RichText() {}

    /** The HTML without scripts, styles, frames, foreign images and everything else that is no text; NFC. */
    public static String clean(String html) {
        return POLICY.sanitize(VietnameseText.nfc(html));
    }

    /** CommonMark as clean HTML. */
    public static String fromMarkdown(String markdown) {
        return clean(RENDERER.render(MARKDOWN.parse(markdown)));
    }
}
