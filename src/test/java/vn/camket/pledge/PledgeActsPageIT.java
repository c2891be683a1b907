package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.camket.testing.Participant;
import vn.camket.testing.Person;
import vn.camket.testing.Screen;

/** In the browser: a pledge is returned and signed again; another is withdrawn. */
class PledgeActsPageIT {
    private static final String REASON = "Chức vụ ghi trên bản chưa đúng, đề nghị ký lại";

    @Test
    void aHeadReturnsAPledgeAndTheSignerSignsAgain() {
        var pledger = Pledger.signed();
        try (var screen = Screen.of(Person.PROVINCE_HEAD)) {
            screen.open("/pledge/confirm.xhtml?code=" + pledger.code())
                    .looksRight()
                    .isAccessible();
            screen.byId("reason").fill(REASON);
            screen.byId("password").fill(Participant.PASSWORD);
            screen.press(screen.page().locator("button[value=return]"));

            assertThat(screen.looksRight().page().locator(".ck-note--ok").innerText())
                    .contains("Đã trả lại 1 bản cam kết");
        }
        try (var screen = pledger.participant().screen()) {
            screen.open("/completion/tasks.xhtml").looksRight().isAccessible().keep("pledge-returned-tasks");
            assertThat(screen.page().locator(".ck-task--now").innerText()).contains(REASON);
            screen.inWidth(Screen.PHONE).looksRight().keep("pledge-returned-tasks-phone");
            screen.inWidth(Screen.DESK);

            screen.press(screen.page().locator(".ck-task--now a.ck-btn"));

            assertThat(screen.looksRight().isAccessible().page().locator("main").innerText())
                    .contains(REASON);
            screen.keep("pledge-returned-sign");
            screen.byId("consent").check();
            screen.byId("password").fill(Participant.PASSWORD);
            screen.press(screen.page().locator("#sign button[type=submit].ck-btn--lg"));

            assertThat(screen.looksRight().isAccessible().heading()).isEqualTo("Đã ký bản cam kết");
            screen.open("/pledge/mine.xhtml").looksRight().isAccessible().keep("pledge-returned-mine");
            screen.inWidth(Screen.PHONE).looksRight().keep("pledge-returned-mine-phone");
        }
        assertThat(pledger.signatures()).containsExactly("1 RETURNED", "2 -");
    }

    @Test
    void aSignerAsksToWithdrawAndTheHeadAgrees() {
        var pledger = Pledger.signed();
        try (var screen = pledger.participant().screen()) {
            screen.open("/pledge/receipt.xhtml?code=" + pledger.code());
            screen.press(screen.page().locator("a[href*='/pledge/withdraw.xhtml']"));
            screen.looksRight().isAccessible().keep("pledge-withdraw");
            screen.inWidth(Screen.PHONE).looksRight().keep("pledge-withdraw-phone");
            screen.inWidth(Screen.DESK);
            screen.byId("reason").fill(REASON);
            screen.byId("password").fill(Participant.PASSWORD);
            screen.press(screen.page().locator("#withdraw button[type=submit]:not([data-reveal])"));

            assertThat(screen.looksRight().isAccessible().page().locator("main").innerText())
                    .contains("đang chờ thủ trưởng quyết định");
        }
        try (var screen = Screen.of(Person.PROVINCE_HEAD)) {
            screen.open("/pledge/withdrawals.xhtml").looksRight().isAccessible().keep("pledge-withdrawals");
            screen.inWidth(Screen.PHONE).looksRight().keep("pledge-withdrawals-phone");
            screen.inWidth(Screen.DESK);
            screen.page()
                    .locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(REASON))
                    .last()
                    .locator("input[name=pick]")
                    .check();
            screen.byId("password").fill(Participant.PASSWORD);
            screen.press(screen.page().locator("button[value=agree]"));

            assertThat(screen.looksRight().page().locator(".ck-note--ok").innerText())
                    .contains("Đã đồng ý cho rút");
            screen.open("/pledge/verify.xhtml?code=" + pledger.code())
                    .looksRight()
                    .isAccessible();
            assertThat(screen.page().locator("main").innerText()).contains("Đã rút");
            screen.keep("pledge-withdrawn-verify");
        }
        assertThat(pledger.signatures()).containsExactly("1 WITHDRAWN");
    }
}
