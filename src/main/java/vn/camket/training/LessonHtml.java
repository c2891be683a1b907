package vn.camket.training;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import vn.camket.platform.VietnameseText;

/**
 * The HTML a lesson may consist of: headings, paragraphs, lists, bold, quotations, links to this application or to https,
 * and images of our own materials. Everything else vanishes, whatever editor, import or request it came from.
 */
public final class LessonHtml {
    private static final Pattern LINK =
            Pattern.compile("https://[^\\s\"'<>]+|/(?![/\\\\])[^\\s\"'<>]*|#[A-Za-z0-9_-]+");
    private static final Pattern OWN_IMAGE = Pattern.compile("/material/[0-9]{1,18}/[^\\s\"'<>/\\\\]*");
    private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h2", "h3", "p", "br", "ul", "ol", "li", "strong", "blockquote", "a", "img")
            .allowElements((name, attributes) -> "h2", "h1")
            .allowElements((name, attributes) -> "strong", "b")
            .allowElements((name, attributes) -> "h3", "h4", "h5", "h6")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching(OWN_IMAGE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowStandardUrlProtocols()
            .disallowUrlProtocols("http", "mailto")
            .requireRelsOnLinks("noopener", "noreferrer")
            .disallowWithoutAttributes("img")
            .disallowTextIn(
                    "script", "style", "iframe", "noscript", "template", "object", "svg", "math", "title", "textarea")
            .toFactory();

    private LessonHtml() {}

    /** @return clean HTML in normal form; the same again when cleaned twice */
    public static String clean(String html) {
        return POLICY.sanitize(VietnameseText.nfc(html)).strip();
    }

    /** Whether there is a letter, a digit or an image to see. */
    static boolean hasText(String cleanHtml) {
        return cleanHtml.contains("<img ")
                || SOMETHING
                        .matcher(cleanHtml.replaceAll("<[^>]*>", "").replaceAll("&[a-z#0-9]+;", ""))
                        .find();
    }
}
