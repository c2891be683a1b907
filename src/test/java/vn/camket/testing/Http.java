package vn.camket.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, says where its requests come from, fills in Faces forms. */
public final class Http {
    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public HttpHeaders headers() {
            return response.headers();
        }

        /** Value of the first header of this name, or an empty text. */
        public String header(String name) {
            return headers().firstValue(name).orElse("");
        }

        /** Path and query of the address that answered in the end. */
        public String path() {
            var address = response.uri();
            return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        }

        public String title() {
            var matcher =
                    Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL).matcher(body());
            return matcher.find() ? matcher.group(1).strip() : "";
        }
    }

    private static final Pattern INPUT = Pattern.compile("<(input|textarea|select|button)\\b([^>]*)>");
    private static final Pattern SELECT_OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient following = client(HttpClient.Redirect.NORMAL);
    private final HttpClient staying = client(HttpClient.Redirect.NEVER);

    private final String base;

    private Http(String base) {
        this.base = base;
    }

    /** Nobody in particular. */
    public static Http anonymous() {
        return new Http(Application.url());
    }

    /** Nobody in particular, at another application than the shared one. */
    static Http at(String base) {
        return new Http(base);
    }

    /** Signed in through the sign-in page. */
    public static Http as(Person person) {
        var http = anonymous();
        var answer = http.signIn(person.userName(), person.password());
        if (answer.path().startsWith("/identity/sign-in")) {
            throw new AssertionError("Sign-in of " + person.userName() + " was refused");
        }
        return http;
    }

    /** Sends the sign-in form; where it led is in the answer. */
    public Answer signIn(String userName, String password) {
        return submit(
                get("/identity/sign-in.xhtml"),
                "signIn",
                "signIn:submit",
                Map.of("signIn:userName", userName, "signIn:password", password));
    }

    /** Follows redirects. */
    public Answer get(String path) {
        return send(following, request(path).GET());
    }

    /** Does not follow redirects. */
    public Answer getOnly(String path) {
        return send(staying, request(path).GET());
    }

    /**
     * Fills in a form of a page that has been got, and presses one of its buttons, as a browser would: all its fields go
     * along with the values the page gave them.
     *
     * @param form client id of the form
     * @param button client id of the pressed button
     */
    public Answer submit(Answer page, String form, String button, Map<String, String> values) {
        var html = formHtml(page.body(), form);
        return send(
                following,
                request(action(html, page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(filledIn(page, form, button, values))));
    }

    /** The body that {@link #submit} would send. */
    public String filledIn(Answer page, String form, String button, Map<String, String> values) {
        var fields = fields(formHtml(page.body(), form));
        fields.putAll(values);
        fields.put(button, "");
        return encoded(fields);
    }

    /** Posts plain form fields to an address; follows redirects. */
    public Answer post(String path, Map<String, String> fields) {
        return send(
                following,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form(fields)));
    }

    /** Posts form fields with one file, as a form of the kind multipart/form-data does; follows redirects. */
    public Answer postFile(String path, Map<String, String> fields, String field, String fileName, byte[] file) {
        var boundary = "camket-" + Long.toHexString(System.nanoTime());
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(utf8("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return send(
                following,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Posts JSON to an address under /api. */
    public Answer postJson(String path, String json) {
        return send(
                staying,
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Sends anything else, without following redirects; headers given here come on top. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = request(path).method(method, body);
        headers.forEach(request::setHeader);
        return send(staying, request);
    }

    /** Cookies held now. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Loses all cookies, as an expired session would. */
    public void forget() {
        cookies.getCookieStore().removeAll();
    }

    private HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(encoded(fields));
    }

    private static String encoded(Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String formHtml(String body, String id) {
        var start = Pattern.compile("<form\\b[^>]*\\bid=\"" + Pattern.quote(id) + "\"")
                .matcher(body);
        if (!start.find()) {
            throw new AssertionError("No form " + id + " in the page:\n" + body);
        }
        return body.substring(start.start(), body.indexOf("</form>", start.start()));
    }

    private static String action(String form, Answer page) {
        var action = attribute(form.substring(0, form.indexOf('>')), "action");
        return action == null || action.isEmpty() ? page.path() : action;
    }

    /** Values a browser would send if only the button were pressed. */
    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(form);
        while (inputs.find()) {
            var attributes = inputs.group(2);
            var name = attribute(attributes, "name");
            if (name == null) {
                continue;
            }
            switch (inputs.group(1)) {
                case "textarea" ->
                    fields.put(
                            name, unescaped(form.substring(inputs.end(), form.indexOf("</textarea>", inputs.end()))));
                case "select" ->
                    fields.put(name, chosen(form.substring(inputs.end(), form.indexOf("</select>", inputs.end()))));
                case "button" -> {}
                default -> {
                    var type = attribute(attributes, "type");
                    var value = attribute(attributes, "value");
                    var box = "checkbox".equals(type) || "radio".equals(type);
                    if ("submit".equals(type) || "file".equals(type) || (box && !attributes.contains("checked"))) {
                        continue;
                    }
                    fields.put(name, value == null ? (box ? "on" : "") : value);
                }
            }
        }
        return fields;
    }

    private static String chosen(String options) {
        var matcher = SELECT_OPTION.matcher(options);
        String first = null;
        while (matcher.find()) {
            var value = attribute(matcher.group(1), "value");
            if (matcher.group(1).contains("selected")) {
                return value == null ? "" : value;
            }
            first = first == null ? value : first;
        }
        return first == null ? "" : first;
    }

    private static String attribute(String tag, String name) {
        var matcher = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? unescaped(matcher.group(1)) : null;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
