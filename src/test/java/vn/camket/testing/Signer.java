package vn.camket.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who has only the pledge of the campaign in progress left, for one test alone. */
public final class Signer {
    public static final String PASSWORD = Participant.PASSWORD;

    private final Participant participant;
    private final Http http;
    private final long step;

    private Signer(Participant participant) {
        this.participant = participant;
        this.http = participant.http();
        this.step = Application.database()
                .number("select id from step where kind = 'PLEDGE' and campaign_id = ?", Place.campaign());
    }

    public static synchronized Signer fresh() {
        return new Signer(Participant.withOnlyThePledgeLeft());
    }

    /** With a pledge of an earlier campaign. */
    public static synchronized Signer whoPledgedBefore() {
        return new Signer(Participant.whoPledgedBefore());
    }

    public Http http() {
        return http;
    }

    public String userName() {
        return participant.userName();
    }

    public Screen screen() {
        return participant.screen();
    }

    /** Signs in on the page that asks for it. */
    public void signIn(Screen screen) {
        screen.byId("signIn:userName").fill(participant.userName());
        screen.byId("signIn:password").fill(PASSWORD);
        screen.press(screen.byId("signIn:submit"));
    }

    public long enrolment() {
        return participant.enrolment();
    }

    public long step() {
        return step;
    }

    /** Address of a page about the pledge of this person. */
    public String at(String page) {
        return participant.in(page, step);
    }

    public String name() {
        return of("select p.full_name from employee p join enrolment e on e.employee_id = p.id where e.id = ?");
    }

    /** Id of the agency that answers for the person. */
    public String agency() {
        return of("select agency_id from enrolment where id = ?");
    }

    private String of(String sql) {
        return Application.database().text(sql, enrolment());
    }

    /** The mark of what a sign page shows; empty where there is nothing to sign. */
    public static String words(Http http, String page) {
        var found = Pattern.compile("name=\"words\" value=\"([0-9a-f]*)\"")
                .matcher(http.get(page).body());
        return found.find() ? found.group(1) : "";
    }

    /** Sends the form of the sign page with these fields, beside key, marks, consent and password or in their place. */
    public Http.Answer sign(Map<String, String> fields) {
        var form = new LinkedHashMap<String, String>();
        form.put("key", UUID.randomUUID().toString());
        form.put("words", words(http, at("/pledge/sign.xhtml")));
        form.put("consent", "true");
        form.put("password", PASSWORD);
        form.putAll(fields);
        return http.post(at("/pledge/sign.xhtml"), form);
    }
}
