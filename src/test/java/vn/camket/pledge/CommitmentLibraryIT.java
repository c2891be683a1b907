package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;

/** The library of personal commitments as its keepers use it. */
class CommitmentLibraryIT {
    private final Http keeper = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
    private final Database database = Application.database();

    @Test
    void offersWhatIsAddedToThePostsItNames() {
        var wording = wording();
        var person = Signer.fresh();
        database.change(
                "update membership set position = 'Quan trắc viên' where kind = 'MAIN' and valid_to is null and employee_id = (select employee_id from enrolment where id = ?)",
                person.enrolment());
        var other = Signer.fresh();

        var added = keeper.post(
                "/pledge/write/commitment.xhtml",
                Map.of("wording", wording, "positions", "Quan trắc", "audience", "ALL"));

        assertThat(added.path()).startsWith("/pledge/write/commitment.xhtml?source=");
        assertThat(signPage(person)).contains(wording, "Theo vị trí công tác");
        assertThat(signPage(other)).doesNotContain(wording);
    }

    @Test
    void setsAsideAndTakesBack() {
        var wording = wording();
        var address = add(wording);
        var person = Signer.fresh();
        assertThat(signPage(person)).contains(wording);

        keeper.post(address, Map.of("act", "set-aside", "seen", seen(address)));
        assertThat(signPage(person)).doesNotContain(wording);
        assertThat(keeper.get("/pledge/write/commitments.xhtml?inactive=true&q=" + wording.substring(13, 49))
                        .body())
                .contains(wording);

        keeper.post(address, Map.of("act", "resume", "seen", seen(address)));
        assertThat(signPage(person)).contains(wording);
        keeper.post(address, Map.of("act", "set-aside", "seen", seen(address)));
    }

    @Test
    void refusesAnEmptyAKnownAndAnOutdatedForm() {
        var wording = wording();
        var address = add(wording);
        var seen = seen(address);

        var empty = keeper.post("/pledge/write/commitment.xhtml", Map.of("wording", " "));
        var known = keeper.post(
                "/pledge/write/commitment.xhtml", Map.of("wording", wording.toUpperCase(java.util.Locale.ROOT)));
        keeper.post(address, Map.of("act", "save", "seen", seen, "wording", wording + " Hằng quý."));
        var outdated = keeper.post(address, Map.of("act", "save", "seen", seen, "wording", wording + " Hằng năm."));

        assertThat(empty.body()).contains("id=\"wording-error\"");
        assertThat(known.body()).contains("Danh mục đã có câu này");
        assertThat(outdated.body()).contains("vừa được người khác sửa", wording + " Hằng quý.");
        keeper.post(address, Map.of("act", "set-aside", "seen", seen(address)));
    }

    @Test
    void isKeptByPlannersOnly() {
        var address =
                "/pledge/write/commitment.xhtml?source=" + database.number("select min(id) from commitment_source");

        assertThat(Http.as(Person.HEAD).get("/pledge/write/commitments.xhtml").status())
                .isEqualTo(403);
        assertThat(Http.as(Person.LEARNER)
                        .post(address, Map.of("act", "set-aside", "seen", "0"))
                        .status())
                .isEqualTo(403);
        assertThat(keeper.get("/pledge/write/commitment.xhtml?source=999999").status())
                .isEqualTo(404);
        assertThat(keeper.get("/pledge/write/commitment.xhtml?source=x").status())
                .isEqualTo(404);
    }

    @Test
    void pagesAndFindsWithoutTones() {
        var first = keeper.get("/pledge/write/commitments.xhtml").body();
        var second = keeper.get("/pledge/write/commitments.xhtml?page=2").body();

        assertThat(first.split("commitment.xhtml\\?source=")).hasSize(21);
        assertThat(second).contains("commitment.xhtml?source=");
        assertThat(keeper.get("/pledge/write/commitments.xhtml?q=giay+to+da+co").body())
                .contains("giấy tờ đã có trong cơ sở dữ liệu dân cư");
    }

    private String add(String wording) {
        return keeper.post("/pledge/write/commitment.xhtml", Map.of("wording", wording, "audience", "ALL"))
                .path();
    }

    private String seen(String address) {
        return database.text(
                "select version from commitment_source where id = ?", Long.valueOf(address.replaceAll(".*=", "")));
    }

    private static String signPage(Signer person) {
        return person.http().get(person.at("/pledge/sign.xhtml")).body();
    }

    private static String wording() {
        return "Cam kết thử, " + UUID.randomUUID() + ", làm xong trong ngày.";
    }
}
