package vn.camket.pledge;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.camket.platform.Vietnam;
import vn.camket.platform.web.Format;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Signer;

/** Somebody with two personal commitments in a signed pledge that no other test touches. */
record Promiser(Signer signer, Http http, String code, long first, long second) {
    static final String FIRST = "Trả lời mọi đơn thư đúng hạn.";
    static final String SECOND = "Số hóa xong hồ sơ năm trước.";

    private static final Database DATABASE = Application.database();

    static Promiser signed() {
        var signer = Signer.fresh();
        return promise(signer, FIRST, SECOND);
    }

    /** Signs in the place of what stands, where that may be. */
    static Promiser promise(Signer signer, String first, String second) {
        var page = signer.at("/pledge/sign.xhtml");
        var form = Stream.of(
                        "key",
                        key(),
                        "words",
                        Signer.words(signer.http(), page),
                        "consent",
                        "true",
                        "password",
                        Signer.PASSWORD,
                        "own",
                        first,
                        "own",
                        second,
                        "shown",
                        "|" + first + "|" + second)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .toList();
        var body = IntStream.range(0, form.size() / 2)
                .mapToObj(index -> form.get(2 * index) + "=" + form.get(2 * index + 1))
                .collect(Collectors.joining("&"));
        var receipt = signer.http()
                .send(
                        "POST",
                        page,
                        BodyPublishers.ofString(body),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        var code = receipt.header("Location").replaceAll(".*code=", "");
        var ids = DATABASE.texts(
                "select c.id from signed_commitment c join signature s on s.id = c.signature_id where s.lookup_code = ? order by c.position",
                code);
        return new Promiser(signer, signer.http(), code, Long.parseLong(ids.get(0)), Long.parseLong(ids.get(1)));
    }

    /** Last days of the self-ratings of the campaign in progress; both null for those by rule. */
    static void rateUntil(LocalDate midYear, LocalDate yearEnd) {
        DATABASE.change(
                "update campaign set mid_year_due = ?, year_end_due = ? where opened_at is not null and closed_at is null",
                midYear,
                yearEnd);
    }

    static LocalDate today() {
        return LocalDate.now(Vietnam.ZONE);
    }

    String page() {
        return "/pledge/thread.xhtml?code=" + code;
    }

    Http.Answer add(long commitment, String day, String note) {
        return post("&line=" + commitment, Map.of("act", "add", "key", key(), "day", day, "note", note));
    }

    Http.Answer addToday(long commitment, String note) {
        return add(commitment, Format.day(today()), note);
    }

    Http.Answer post(String query, Map<String, String> fields) {
        return http.post(page() + query, fields);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    Map<String, String> rating(String round, int seen, String first, String second, String reason) {
        var form = new LinkedHashMap<String, String>();
        form.put("act", "rate");
        form.put("key", key());
        form.put("round", round);
        form.put("seen", String.valueOf(seen));
        form.putAll(grades(first, second, reason));
        return form;
    }

    /** @param reason of the second commitment */
    Map<String, String> grades(String first, String second, String reason) {
        return Map.of(
                "grade-" + this.first,
                first,
                "reason-" + this.first,
                "",
                "grade-" + this.second,
                second,
                "reason-" + this.second,
                reason);
    }

    Promiser rated() {
        var answer = post("", rating("YEAR_END", 0, "MET", "PARTLY", "Còn 200 hồ sơ"));
        if (answer.status() != 200 || answer.body().contains("ck-errors")) {
            throw new AssertionError(answer.body());
        }
        return this;
    }

    long entries() {
        return count(
                "select count(*) from thread_entry t join signed_commitment c on c.id = t.commitment_id join signature s on s.id = c.signature_id where s.enrolment_id = ?");
    }

    long ratings() {
        return count("select count(*) from self_rating where enrolment_id = ?");
    }

    long sheets() {
        return count("select count(*) from thread_sheet where enrolment_id = ?");
    }

    private long count(String sql) {
        return DATABASE.number(sql, signer.enrolment());
    }

    /** Of the entry that holds these words. */
    long entry(String note) {
        return DATABASE.number(
                "select max(t.id) from thread_entry t join signed_commitment c on c.id = t.commitment_id join signature s on s.id = c.signature_id where s.enrolment_id = ? and t.note = ?",
                signer.enrolment(),
                note);
    }

    /** What the head's page of this person was made from. */
    String seen(Http head) {
        var found = Pattern.compile("name=\"seen\" value=\"([0-9-]+)\"")
                .matcher(head.get(ratePage()).body());
        return found.find() ? found.group(1) : "";
    }

    String ratePage() {
        return "/pledge/rate.xhtml?code=" + code;
    }

    Map<String, String> sheet(String seen, String first, String second, String reason) {
        var form = new LinkedHashMap<>(grades(first, second, reason));
        form.put("key", key());
        form.put("seen", seen);
        form.put("remark", "Hoàn thành tốt nhiệm vụ.");
        form.put("password", Signer.PASSWORD);
        return form;
    }
}
