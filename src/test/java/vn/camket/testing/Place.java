package vn.camket.testing;

import static vn.camket.testing.Person.CAMPAIGN_ADMINISTRATOR;
import static vn.camket.testing.Person.COMMUNE_HEAD;
import static vn.camket.testing.Person.HEAD;
import static vn.camket.testing.Person.LEARNER;
import static vn.camket.testing.Person.PROVINCE_HEAD;
import static vn.camket.testing.Person.SIGNER;
import static vn.camket.testing.Person.SUPERVISOR;
import static vn.camket.testing.Person.SYSTEM_ADMINISTRATOR;
import static vn.camket.testing.Person.TRAINER;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One page of the application and the people it opens for. Parameters are written as {name} and filled in from the
 * database: see {@link #valueOf}.
 */
record Place(String pattern, Set<Person> readers) {
    private static final Set<Person> EVERYBODY = Set.of(Person.values());
    private static final Set<Person> HEADS = Set.of(HEAD, COMMUNE_HEAD, PROVINCE_HEAD, CAMPAIGN_ADMINISTRATOR);
    private static final Set<Person> WATCHERS =
            Set.of(HEAD, COMMUNE_HEAD, PROVINCE_HEAD, CAMPAIGN_ADMINISTRATOR, SUPERVISOR);
    private static final Set<Person> SEE_THE_DEPARTMENT =
            Set.of(HEAD, PROVINCE_HEAD, SUPERVISOR, CAMPAIGN_ADMINISTRATOR);
    private static final Set<Person> PLANNERS = Set.of(CAMPAIGN_ADMINISTRATOR);
    private static final Set<Person> WRITERS = Set.of(TRAINER);
    private static final Set<Person> KEEPERS = Set.of(SYSTEM_ADMINISTRATOR);

    /** Every page that opens by a GET without anything having been done before. */
    static final List<Place> ALL = List.of(
            new Place("/identity/password.xhtml", EVERYBODY),
            new Place("/identity/security.xhtml?act=begin", EVERYBODY),
            new Place("/completion/tasks.xhtml", EVERYBODY),
            new Place("/training/modules.xhtml", EVERYBODY),
            new Place("/training/module.xhtml?enrolment={enrolment}&step={step}", Set.of(LEARNER)),
            new Place("/training/lesson.xhtml?enrolment={enrolment}&step={step}&lesson={lesson}", Set.of(LEARNER)),
            new Place("/quiz/start.xhtml?enrolment={enrolment}&step={step}", Set.of(LEARNER)),
            new Place("/quiz/result.xhtml?attempt={attempt}&show=all", Set.of(LEARNER)),
            new Place("/quiz/results.xhtml", EVERYBODY),
            new Place("/pledge/mine.xhtml", EVERYBODY),
            new Place("/pledge/sign.xhtml?enrolment={signer-enrolment}&step={pledge-step}", Set.of(SIGNER)),
            new Place("/pledge/refuse.xhtml?enrolment={signer-enrolment}&step={pledge-step}", Set.of(SIGNER)),
            new Place("/pledge/receipt.xhtml?code={code}", Set.of(LEARNER, HEAD, PROVINCE_HEAD)),
            new Place("/pledge/withdraw.xhtml?code={code}", Set.of(LEARNER)),
            new Place("/pledge/certificate.xhtml?code={code}", Set.of(LEARNER)),
            new Place("/pledge/thread.xhtml?code={code}", Set.of(LEARNER)),
            new Place("/pledge/confirm.xhtml", HEADS),
            new Place("/pledge/withdrawals.xhtml", HEADS),
            new Place("/pledge/threads.xhtml", HEADS),
            new Place("/pledge/rate.xhtml?code={kept-code}", Set.of(HEAD, PROVINCE_HEAD)),
            new Place("/pledge/confirmed.xhtml", HEADS),
            new Place("/report/today.xhtml", WATCHERS),
            new Place("/report/agency.xhtml", WATCHERS),
            new Place("/report/agency.xhtml?agency={department}&campaign={campaign}", SEE_THE_DEPARTMENT),
            new Place("/report/people.xhtml", WATCHERS),
            new Place("/report/people.xhtml?agency={department}&campaign={campaign}", SEE_THE_DEPARTMENT),
            new Place("/report/person.xhtml?enrolment={enrolment}", SEE_THE_DEPARTMENT),
            new Place("/training/write/modules.xhtml", WRITERS),
            new Place("/training/write/module.xhtml?version={version}", WRITERS),
            new Place("/training/write/lesson.xhtml?lesson={lesson}", WRITERS),
            new Place("/training/write/preview.xhtml?lesson={lesson}", WRITERS),
            new Place("/quiz/write/papers.xhtml", WRITERS),
            new Place("/quiz/write/paper.xhtml?module={module}", WRITERS),
            new Place("/quiz/write/preview.xhtml?module={module}", WRITERS),
            new Place("/library/documents.xhtml", EVERYBODY),
            new Place("/campaign/campaigns.xhtml", PLANNERS),
            new Place("/campaign/campaign.xhtml?campaign={campaign}", PLANNERS),
            new Place("/campaign/extend.xhtml?campaign={campaign}", PLANNERS),
            new Place("/campaign/close.xhtml?campaign={campaign}", PLANNERS),
            new Place("/campaign/rating.xhtml?campaign={campaign}", PLANNERS),
            new Place("/campaign/edit.xhtml", PLANNERS),
            new Place("/pledge/write/texts.xhtml", PLANNERS),
            new Place("/pledge/write/text.xhtml?template={template}", PLANNERS),
            new Place("/pledge/write/commitments.xhtml", PLANNERS),
            new Place("/pledge/write/commitment.xhtml", PLANNERS),
            new Place("/pledge/write/commitment.xhtml?source={source}", PLANNERS),
            new Place("/completion/check.xhtml?campaign={campaign}", PLANNERS),
            new Place("/organization/agencies.xhtml", KEEPERS),
            new Place("/organization/agency.xhtml?agency={department}", KEEPERS),
            new Place("/organization/agency-edit.xhtml?agency={department}", KEEPERS),
            new Place("/organization/people.xhtml", KEEPERS),
            new Place("/organization/person.xhtml?person={employee}", KEEPERS),
            new Place("/organization/person-edit.xhtml?person={employee}", KEEPERS),
            new Place("/identity/accounts.xhtml", KEEPERS),
            new Place("/audit/ledger.xhtml", KEEPERS),
            new Place("/trust/authorities.xhtml", KEEPERS),
            new Place("/identity/account.xhtml?account={account}", KEEPERS));

    /** What a parameter's name stands for. */
    private static String valueOf(String name) {
        return switch (name) {
            case "campaign" -> campaign();
            case "enrolment" -> enrolment(LEARNER);
            case "signer-enrolment" -> enrolment(SIGNER);
            case "step" ->
                one("select min(id) from step where kind = 'MODULE' and campaign_id = " + valueOf("campaign"));
            case "pledge-step" ->
                one("select min(id) from step where kind = 'PLEDGE' and campaign_id = " + valueOf("campaign"));
            case "code" -> one("select lookup_code from signature where employee_id = " + valueOf("employee"));
            case "kept-code" ->
                one("select min(s.lookup_code) from signature s join membership m on m.employee_id = s.employee_id"
                        + " where m.kind = 'MAIN' and m.valid_to is null and m.agency_id = (select o.agency_id"
                        + " from membership o where o.kind = 'MAIN' and o.valid_to is null and o.employee_id = "
                        + valueOf("employee") + ")"
                        + " and exists (select 1 from signed_commitment c where c.signature_id = s.id)"
                        + " and not exists (select 1 from signature_end x where x.signature_id = s.id)"
                        + " and not exists (select 1 from headship h where h.employee_id = s.employee_id)"
                        + " and s.employee_id <> " + valueOf("employee"));
            case "lesson" ->
                one("select min(l.id) from lesson l join study s on s.module_version_id = l.module_version_id"
                        + " where s.enrolment_id = " + enrolment(LEARNER) + " and s.step_id = " + valueOf("step"));
            case "version" -> one("select min(id) from module_version");
            case "template" -> one("select min(id) from pledge_template");
            case "source" -> one("select min(id) from commitment_source");
            case "module" -> one("select min(id) from module");
            case "attempt" ->
                one("select min(id) from attempt where submitted_at is not null and enrolment_id = "
                        + enrolment(LEARNER));
            case "department" ->
                one(
                        "select min(h.agency_id) from headship h join account a on a.employee_id = h.employee_id where a.user_name = '"
                                + HEAD.userName() + "'");
            case "employee" -> one("select employee_id from account where user_name = '" + LEARNER.userName() + "'");
            case "account" -> one("select id from account where user_name = '" + LEARNER.userName() + "'");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The campaign in progress that the application starts with; tests may add others. */
    static String campaign() {
        return one("select min(id) from campaign where opened_at is not null and closed_at is null");
    }

    /** The person's part in the campaign in progress. */
    static String enrolment(Person person) {
        return one("select e.id from enrolment e join account a on a.employee_id = e.employee_id where e.campaign_id = "
                + campaign() + " and a.user_name = '" + person.userName() + "'");
    }

    /** The first module of the open campaign that this part has not met. */
    static String nextModule(String enrolment) {
        return one(
                "select min(s.id) from step s join enrolment e on e.campaign_id = s.campaign_id where s.kind = 'MODULE' and e.id = "
                        + enrolment
                        + " and not exists (select 1 from step_result r where r.step_id = s.id and r.enrolment_id = e.id)");
    }

    private static String one(String sql) {
        return Application.database().text(sql);
    }

    /** The address with its parameters. */
    String address() {
        return Pattern.compile("\\{([a-z-]+)}")
                .matcher(pattern)
                .replaceAll((MatchResult name) -> valueOf(name.group(1)));
    }

    /** Name for a picture: room and page. */
    String name() {
        return pattern.replaceAll("\\?.*|\\.xhtml", "").substring(1).replace('/', '-')
                + (pattern.contains("?") ? "-of" : "");
    }

    boolean opensFor(Person person) {
        return readers.contains(person);
    }

    static List<Place> of(Person person) {
        return ALL.stream().filter(place -> place.opensFor(person)).toList();
    }

    /** One person who may open it. */
    Person someReader() {
        return Arrays.stream(Person.values()).filter(this::opensFor).findFirst().orElseThrow();
    }
}
