package vn.camket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.camket.report.PersonRow;
import vn.camket.report.Sample;

class PeopleWorkbookTest {
    private static final int FIRST = 7;

    @Test
    void showsWhatLooksLikeAFormulaAsTheTextItIs() throws IOException {
        var hostile = List.of(
                "=HYPERLINK(\"http://x\",\"Bấm\")", "+84 912", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "'=1", "=1+1");
        var people = hostile.stream().map(text -> Sample.person(text, text)).toArray(PersonRow[]::new);

        try (var workbook = opened(people)) {
            var sheet = workbook.getSheetAt(0);

            for (var index = 0; index < hostile.size(); index++) {
                for (var column = 1; column <= 2; column++) {
                    var cell = sheet.getRow(FIRST + index).getCell(column);
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getStringCellValue()).isEqualTo(hostile.get(index));
                }
            }
        }
    }

    @Test
    void writesDaysOfVietnamAsDatesAndCountsAsNumbers() throws IOException {
        try (var workbook = opened(Sample.person("Đặng Phương Hằng", "Chuyên viên"))) {
            var row = workbook.getSheetAt(0).getRow(FIRST);

            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(row.getCell(6).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 10, 20, 0, 0));
            assertThat(row.getCell(6).getCellStyle().getDataFormatString()).isEqualTo("d/m/yyyy");
            assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(35);
            assertThat(row.getCell(8).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 10, 2, 0, 0));
            assertThat(row.getCell(9)).isNull();
        }
    }

    @Test
    void saysWhatItHoldsAndOffersToFilterIt() throws IOException {
        try (var workbook = opened(Sample.person("Đặng Phương Hằng", "Chuyên viên"))) {
            var sheet = workbook.getSheetAt(0);

            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("Sở Nội vụ");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).contains("Nói không với tiêu cực");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).contains("10:30 24/11/2026");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).contains("Chưa xong", "“Đặng”");
            assertThat(sheet.getRow(6).getCell(1).getStringCellValue()).isEqualTo("Họ và tên");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 7);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A7:K8");
        }
    }

    private static XSSFWorkbook opened(PersonRow... people) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new PeopleWorkbook(bytes, Sample.export(people.length), Locale.forLanguageTag("vi"))) {
            workbook.add(Arrays.asList(people));
        }
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
