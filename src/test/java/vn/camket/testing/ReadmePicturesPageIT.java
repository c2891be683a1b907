package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures that the README shows, into {@code target/screenshots/readme}; {@code -Dreadme.pictures=src/doc/images}
 * renews those in the repository.
 */
class ReadmePicturesPageIT {
    private static final Path FOLDER = Path.of(System.getProperty("readme.pictures", "target/screenshots/readme"));
    private static final int WIDTH = 960;
    private static final int LARGEST = 250_000;

    @Test
    void showsFiveMainPages() throws IOException {
        Files.createDirectories(FOLDER);
        var database = Application.database();
        var enrolment = Place.enrolment(Person.LEARNER);
        var step = database.text(
                "select max(step_id) from study where enrolment_id = ? and finished_at is null", enrolment);
        try (var screen = Screen.of(Person.LEARNER)) {
            take(screen, "/completion/tasks.xhtml", "tasks");
            take(
                    screen,
                    "/training/lesson.xhtml?enrolment=" + enrolment + "&step="
                            + ("null".equals(step) ? Place.nextModule(enrolment) : step),
                    "lesson");
            take(
                    screen,
                    "/quiz/result.xhtml?attempt="
                            + database.text(
                                    "select min(id) from attempt where submitted_at is not null and enrolment_id = ?",
                                    enrolment),
                    "quiz");
            take(
                    screen,
                    "/pledge/receipt.xhtml?code="
                            + database.text(
                                    "select max(s.lookup_code) from signature s join account a on a.employee_id = s.employee_id where a.user_name = ?",
                                    Person.LEARNER.userName()),
                    "receipt");
        }
        try (var screen = Screen.of(Person.PROVINCE_HEAD)) {
            take(screen, "/report/agency.xhtml?campaign=" + Place.campaign(), "agency");
        }
    }

    /** The first screenful, made smaller so that it stays light in the repository. */
    private static void take(Screen screen, String address, String name) throws IOException {
        screen.open(address).looksRight();
        screen.page().evaluate("document.fonts.ready.then(() => true)");
        var shot = ImageIO.read(new ByteArrayInputStream(screen.page().screenshot(new Page.ScreenshotOptions())));
        var height = shot.getHeight() * WIDTH / shot.getWidth();
        var small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.drawImage(shot.getScaledInstance(WIDTH, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        var file = FOLDER.resolve(name + ".png");
        ImageIO.write(small, "png", file.toFile());
        assertThat(Files.size(file)).isBetween(5_000L, (long) LARGEST);
    }
}
