package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Who may be taken out of the administration, and who has to stay. */
class AccountKeepingIT {
    private static final String LAST = "quản trị viên hệ thống cuối cùng";

    private final Database database = Application.database();

    @Test
    void whoeverIsAboutToLeaveDoesNotStandInForTheLastAdministrator() {
        var leaving = database.rows(
                        "select id, employee_id from account where user_name like 'lc%' order by user_name limit 1")
                .get(0);
        var last = database.text("select id from account where user_name = ?", Person.SYSTEM_ADMINISTRATOR.userName());
        database.change(
                "insert into role_grant (account_id, role, agency_id, valid_from)"
                        + " select ?, 'SYSTEM_ADMINISTRATOR', id, opened_on from agency where parent_id is null",
                leaving.get("id"));
        database.change(
                "update employee set left_on = ? where id = ?",
                LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(30),
                leaving.get("employee_id"));
        try {
            var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
            var page = http.get("/identity/account.xhtml?account=" + last);

            var disabled = http.submit(page, "disable", "disable:submit", Map.of());
            var ended = http.submit(page, "ends", "ends:grants:0:end", Map.of());

            assertThat(disabled.body()).contains(LAST);
            assertThat(ended.body()).contains(LAST);
            assertThat(http.getOnly("/identity/accounts.xhtml").status()).isEqualTo(200);
        } finally {
            database.change("update employee set left_on = null where id = ?", leaving.get("employee_id"));
            database.change(
                    "delete from role_grant where role = 'SYSTEM_ADMINISTRATOR' and account_id = ?", leaving.get("id"));
        }
    }
}
