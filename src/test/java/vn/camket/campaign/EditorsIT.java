package vn.camket.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Two people at one campaign: the second is told, and overwrites nothing. */
class EditorsIT {
    @Test
    void theSecondEditorIsToldOfTheFirst() {
        var one = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
        var two = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
        var created = one.submit(
                one.get("/campaign/edit.xhtml"),
                "edit",
                "edit:save",
                Map.of(
                        "edit:cycleName", "Thử hai người sửa",
                        "edit:name", "Đợt thử hai người cùng sửa",
                        "edit:opensOn", "1/3/2030",
                        "edit:closesOn", "30/6/2030",
                        "edit:threshold", "80"));
        assertThat(created.path()).startsWith("/campaign/edit-phases.xhtml?campaign=");
        var campaign = created.path().replaceAll(".*campaign=(\\d+).*", "$1");
        var address = "/campaign/edit.xhtml?campaign=" + campaign;
        var first = one.get(address);
        var second = two.get(address);

        one.submit(first, "edit", "edit:save", Map.of("edit:name", "Tên của người thứ nhất"));
        var refused = two.submit(second, "edit", "edit:save", Map.of("edit:name", "Tên của người thứ hai"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("Người khác vừa sửa đợt này");
        assertThat(Application.database().text("select name from campaign where id = ?", campaign))
                .isEqualTo("Tên của người thứ nhất");
        Application.database().change("delete from campaign where id = ?", campaign);
    }
}
