package vn.camket.pledge;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Authentication;
import vn.camket.platform.web.Format;
import vn.camket.platform.web.Texts;

/**
 * A pledge laid out as an official paper (Decree 30/2020/NĐ-CP by analogy: national title, place and date, title,
 * addressees, particulars, clauses). Always in Vietnamese: it is the legal text. Pages and the PDF print the same lines.
 */
public record PledgePaper(PledgeContent content, Instant at) {
    /** Of points within a clause, in the order of the Vietnamese alphabet; f, j, w and z are no letters of it. */
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "đ", "e", "g", "h");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("HH:mm:ss, dd/MM/uuuu").withZone(Vietnam.ZONE);

    /** Name of the agency above the signer's, in capitals; empty for the top one. */
    public String superior() {
        var lineage = content.signer().agency().lineage();
        return lineage.size() < 2 ? "" : lineage.get(lineage.size() - 2).toUpperCase(VIETNAMESE);
    }

    public String agency() {
        return content.signer().agency().name().toUpperCase(VIETNAMESE);
    }

    public String nation() {
        return text("nation");
    }

    public String motto() {
        return text("motto");
    }

    /** Lai Châu, ngày 05 tháng 02 năm 2026: two digits for days below 10 and months below 3 only. */
    public String placeAndDay() {
        return placeAndDay(content.signer().place(), at);
    }

    static String placeAndDay(String place, Instant at) {
        var day = Vietnam.day(at);
        var date = text(
                "day",
                String.format("%02d", day.getDayOfMonth()),
                day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
        return place.isEmpty() ? date.substring(0, 1).toUpperCase(VIETNAMESE) + date.substring(1) : place + ", " + date;
    }

    public String title() {
        return content.text().title().toUpperCase(VIETNAMESE);
    }

    public String subject() {
        return content.text().subject();
    }

    /** Name of the round under the subject (Đợt năm 2026). */
    public String round() {
        return content.campaign().cycleName();
    }

    public String addressees() {
        var agency = content.signer().agency().name();
        var owner = content.campaign().owner();
        return agency.equals(owner) ? text("to", agency) : text("to-both", agency, owner);
    }

    /** Stands before the name, which is set in bold. */
    public String iAm() {
        return text("i-am") + " ";
    }

    public String fullName() {
        return content.signer().fullName();
    }

    /** Code, post and agency, a line each. */
    public List<String> particulars() {
        var signer = content.signer();
        return List.of(
                text("code", signer.employeeCode()),
                text("position", signer.position()),
                text("agency", upwards(content.signer().agency().lineage())));
    }

    /** The agency first, then those above it. */
    private static String upwards(List<String> lineage) {
        return lineage.stream().reduce((upper, lower) -> lower + ", " + upper).orElse("");
    }

    /** The modules that were studied, each with its day; empty when there was none. */
    public Optional<String> modules() {
        var years = content.modules().stream()
                .map(module -> Vietnam.day(module.metAt()).getYear())
                .distinct()
                .toList();
        return switch (years.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(text(
                        "modules.year",
                        String.valueOf(years.get(0)),
                        modules(module -> Format.shortDay(Vietnam.day(module.metAt())))));
            default -> Optional.of(text("modules", modules(module -> Format.dayOf(module.metAt()))));
        };
    }

    private String modules(Function<PledgeContent.Studied, String> day) {
        return content.modules().stream()
                .map(module -> text("module", module.title(), day.apply(module)))
                .collect(Collectors.joining("; "));
    }

    public String opening() {
        return content.text().opening();
    }

    public List<PledgeContent.Clause> clauses() {
        return content.text().clauses();
    }

    /** Stands before the personal commitments. */
    public String commitmentsOpening() {
        return text("commitments");
    }

    /** The personal commitments, lettered. */
    public List<String> commitments() {
        var lettered = new ArrayList<String>();
        for (var one : content.commitments()) {
            lettered.add(LETTERS.get(lettered.size()) + ") " + one.wording());
        }
        return lettered;
    }

    public String closing() {
        return content.text().closing();
    }

    public String headConfirms() {
        return text("head-confirms");
    }

    public String headConfirmsWhere() {
        return text("head-confirms.where");
    }

    public String signer() {
        return text("signer");
    }

    public String confirmed() {
        return text("confirmed");
    }

    /** 10:41:07, 15/09/2026 */
    public String stamp() {
        return STAMP.format(at);
    }

    /** The electronic confirmation in one sentence, for the foot of the paper. */
    String foot(Authentication how) {
        return text("foot", stamp(), text("method." + how.name()));
    }

    /** Watermark of what is not signed. */
    String preview() {
        return text("preview");
    }

    String previewNote() {
        return text("preview.note");
    }

    String lookup(String groupedCode) {
        return text("lookup", groupedCode);
    }

    String checkAt(String address) {
        return text("check-at", address);
    }

    String hash(String sha256) {
        return text("hash", sha256);
    }

    String page(int number, int of) {
        return text("page", String.valueOf(number), String.valueOf(of));
    }

    /** The letters that the paper cannot print; empty if there is none. */
    String unprintable() {
        var printed = new StringBuilder();
        List.of(
                        superior(),
                        agency(),
                        placeAndDay(),
                        title(),
                        subject(),
                        round(),
                        addressees(),
                        fullName(),
                        opening(),
                        closing())
                .forEach(printed::append);
        particulars().forEach(printed::append);
        modules().ifPresent(printed::append);
        clauses().forEach(clause -> printed.append(clause.wording()));
        commitments().forEach(printed::append);
        return PaperFaces.unprintable(printed.toString());
    }

    static String text(String key, Object... details) {
        return Texts.text(VIETNAMESE, "pledge.paper." + key, details);
    }
}
