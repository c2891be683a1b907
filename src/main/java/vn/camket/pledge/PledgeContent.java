package vn.camket.pledge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;

/**
 * What a person signs, all from data held by the server: the words that bind this person, and the particulars under
 * which they are signed. Names, posts and agencies are copies of that moment.
 *
 * @param modules what was studied before, in the order of the steps
 * @param commitments personal ones, in the order of the paper
 */
public record PledgeContent(
        Round campaign,
        long enrolmentId,
        Task step,
        Wording text,
        Signer signer,
        List<Studied> modules,
        List<Commitment> commitments) {
    /** @param cycle from 1; @param owner agency that leads the campaign */
    public record Round(long id, String name, int cycle, String cycleName, String owner) {}

    public record Task(long id, String title) {}

    /**
     * @param template code of the template, {@code number} the text's number in it
     * @param sha256 hash of the published text with the clauses of all audiences, in hexadecimal
     * @param clauses those that bind the signer, numbered through from 1
     */
    public record Wording(
            String template,
            int number,
            String sha256,
            String title,
            String subject,
            String opening,
            List<Clause> clauses,
            String closing,
            String consent) {}

    public record Clause(int number, StepAudience audience, String wording) {}

    /** @param place of the agency, for the head of the paper; empty if it is not known */
    public record Signer(
            String employeeCode, String fullName, String personClass, String position, Unit agency, String place) {}

    /** @param lineage names from the top of the organisation to the agency itself, which is the last */
    public record Unit(long id, @Nullable String code, String name, String path, List<String> lineage) {}

    public record Studied(long stepId, String title, Instant metAt) {}

    /** @param source code in the library of that moment; null for own words */
    public record Commitment(@Nullable String source, String wording) {
        Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("source", source);
            fields.put("wording", wording);
            return fields;
        }
    }

    /** As it stands in the record, without what the act of signing adds. */
    Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put(
                "campaign",
                Map.of(
                        "id", campaign.id,
                        "name", campaign.name,
                        "cycle", campaign.cycle,
                        "cycle_name", campaign.cycleName,
                        "owner", campaign.owner));
        fields.put("enrolment", enrolmentId);
        fields.put("step", Map.of("id", step.id, "title", step.title));
        fields.put("text", textFields());
        fields.put("signer", signerFields());
        fields.put("modules", modules.stream().map(PledgeContent::fields).toList());
        return fields;
    }

    private Map<String, Object> textFields() {
        return Map.of(
                "template", text.template,
                "number", text.number,
                "sha256", text.sha256,
                "title", text.title,
                "subject", text.subject,
                "opening", text.opening,
                "clauses",
                        text.clauses.stream()
                                .map(clause -> Map.of(
                                        "number", clause.number,
                                        "audience", clause.audience.name(),
                                        "wording", clause.wording))
                                .toList(),
                "closing", text.closing,
                "consent", text.consent);
    }

    private Map<String, Object> signerFields() {
        var agency = new LinkedHashMap<String, @Nullable Object>();
        agency.put("id", signer.agency.id);
        agency.put("code", signer.agency.code);
        agency.put("name", signer.agency.name);
        agency.put("path", signer.agency.path);
        agency.put("lineage", signer.agency.lineage);
        return Map.of(
                "employee_code", signer.employeeCode,
                "full_name", signer.fullName,
                "person_class", signer.personClass,
                "position", signer.position,
                "agency", agency,
                "place", signer.place);
    }

    private static Map<String, Object> fields(Studied module) {
        return Map.of("step", module.stepId, "title", module.title, "met_at", RecordTime.write(module.metAt));
    }

    /** Records of form 1 have no commitments. */
    static PledgeContent from(RecordFields fields) {
        var campaign = fields.part("campaign");
        var step = fields.part("step");
        return new PledgeContent(
                new Round(
                        campaign.number("id"),
                        campaign.text("name"),
                        (int) campaign.number("cycle"),
                        campaign.text("cycle_name"),
                        campaign.text("owner")),
                fields.number("enrolment"),
                new Task(step.number("id"), step.text("title")),
                wording(fields.part("text")),
                signer(fields.part("signer")),
                fields.parts("modules").stream()
                        .map(module -> new Studied(
                                module.number("step"), module.text("title"), RecordTime.read(module.text("met_at"))))
                        .toList(),
                fields.maybeParts("commitments").stream()
                        .map(one -> new Commitment(one.maybe("source"), one.text("wording")))
                        .toList());
    }

    private static Wording wording(RecordFields text) {
        return new Wording(
                text.text("template"),
                (int) text.number("number"),
                text.text("sha256"),
                text.text("title"),
                text.text("subject"),
                text.text("opening"),
                text.parts("clauses").stream()
                        .map(clause -> new Clause(
                                (int) clause.number("number"),
                                StepAudience.valueOf(clause.text("audience")),
                                clause.text("wording")))
                        .toList(),
                text.text("closing"),
                text.text("consent"));
    }

    private static Signer signer(RecordFields signer) {
        var agency = signer.part("agency");
        return new Signer(
                signer.text("employee_code"),
                signer.text("full_name"),
                signer.text("person_class"),
                signer.text("position"),
                new Unit(
                        agency.number("id"),
                        agency.maybe("code"),
                        agency.text("name"),
                        agency.text("path"),
                        agency.texts("lineage")),
                signer.text("place"));
    }
}
