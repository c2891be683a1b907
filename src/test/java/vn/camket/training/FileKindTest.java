package vn.camket.training;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.camket.platform.Refusal;

class FileKindTest {
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("upload.part"), bytes);
    }

    private void refuses(TrainingRefusal reason, byte[] bytes, String name) throws IOException {
        var file = file(bytes);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> FileKind.of(file, name))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static byte[] image(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] film(String brand) {
        var bytes = new byte[64];
        var box = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0isom" + brand + "\0\0\0\u0008mdat").getBytes(ISO_8859_1);
        System.arraycopy(box, 0, bytes, 0, box.length);
        return bytes;
    }

    private static byte[] program() {
        var bytes = new byte[512];
        System.arraycopy("MZ\u0090\0\u0003".getBytes(ISO_8859_1), 0, bytes, 0, 5);
        bytes[0x3c] = (byte) 0x80;
        System.arraycopy("PE\0\0".getBytes(US_ASCII), 0, bytes, 0x80, 4);
        return bytes;
    }

    @Test
    void knowsEachKindByItsContent() throws IOException {
        assertThat(FileKind.of(file(PDF.getBytes(US_ASCII)), "Sổ tay.PDF")).isEqualTo(FileKind.PDF);
        assertThat(FileKind.of(file(image("png")), "a.png")).isEqualTo(FileKind.PNG);
        assertThat(FileKind.of(file(image("jpg")), "a.jpeg")).isEqualTo(FileKind.JPEG);
        assertThat(FileKind.of(file(film("mp42")), "a.mp4")).isEqualTo(FileKind.MP4);
        assertThat(FileKind.of(file("RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0".getBytes(ISO_8859_1)), "a.webp"))
                .isEqualTo(FileKind.WEBP);
    }

    @Test
    void refusesAProgramNamedPdf() throws IOException {
        refuses(TrainingRefusal.FILE_KIND, program(), "bai-giang.pdf");
    }

    @Test
    void refusesAPdfThatCarriesAnotherName() throws IOException {
        refuses(TrainingRefusal.FILE_KIND, PDF.getBytes(US_ASCII), "a.mp4");
        refuses(TrainingRefusal.FILE_KIND, PDF.getBytes(US_ASCII), "a.pdf.exe");
        refuses(TrainingRefusal.FILE_KIND, PDF.getBytes(US_ASCII), "a");
    }

    @Test
    void refusesDrawingsThatCanCarryScripts() throws IOException {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(US_ASCII);

        refuses(TrainingRefusal.FILE_KIND, svg, "a.svg");
        refuses(TrainingRefusal.FILE_KIND, svg, "a.png");
    }

    @Test
    void refusesAPageNamedPicture() throws IOException {
        refuses(TrainingRefusal.FILE_KIND, "<html><script>alert(1)</script></html>".getBytes(US_ASCII), "a.jpg");
    }

    @Test
    void refusesAPdfThatBreaksOff() throws IOException {
        refuses(TrainingRefusal.FILE_KIND, Arrays.copyOf(PDF.getBytes(US_ASCII), 30), "a.pdf");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses(TrainingRefusal.FILE_EMPTY, new byte[0], "a.pdf");
    }

    @Test
    void refusesAPictureAboveItsLimit() throws IOException {
        refuses(TrainingRefusal.FILE_TOO_LARGE, Arrays.copyOf(image("png"), 50 * 1_048_576 + 1), "a.png");
    }

    @Test
    void cleansNames() {
        assertThat(FileNames.clean("C:\\Users\\a\\Sổ tay.pdf")).isEqualTo("Sổ tay.pdf");
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("a\u202Efdp.exe.pdf")).isEqualTo("a fdp.exe.pdf");
        assertThat(FileNames.clean(".pdf")).isEqualTo("tai-lieu.pdf");
        assertThat(FileNames.clean("a".repeat(300) + ".mp4")).hasSize(120).endsWith(".mp4");
    }
}
