/**
 * The running application for tests that need it, and the tests that hold for the application as a whole.
 *
 * <p>How to write an integration test: name the class {@code ...IT} (or {@code ...PageIT} when it needs the browser), put
 * it beside the room it tests, and ask for what it needs; nothing has to be set up or taken down.
 *
 * <pre>{@code
 * class SigningIT {
 *     @Test
 *     void refusesASecondSignature() {
 *         var http = Http.as(Person.LEARNER);                                  // signed in, cookies kept
 *         var page = http.get("/pledge/sign.xhtml?enrolment=1&step=5");        // redirects followed
 *         var answer = http.submit(page, "pledge", "pledge:sign", Map.of());   // form, pressed button, changed fields
 *         assertThat(answer.status()).isEqualTo(200);
 *         assertThat(Application.database().number("select count(*) from signature where enrolment_id = ?", 1)).isEqualTo(1);
 *     }
 * }
 * class SignPageIT {
 *     @Test
 *     void opensForALearner() {
 *         try (var screen = Screen.of(Person.LEARNER)) {                       // closing fails on console errors
 *             screen.open("/pledge/mine.xhtml").looksRight().isAccessible().keep("pledge-mine");
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>All tests share one application and one database, so a test arranges rows of its own ({@code
 * Application.database().change(...)}) or a person of its own, and never counts on being first. The same classes run on H2
 * and, all but {@code ...PageIT}, on MySQL ({@code -Ddatabase=mysql}): SQL in tests has to suit both. One class alone:
 * {@code mvn verify -Dit.test=SigningIT -Dunit.skip}.
 */
package vn.camket.testing;
