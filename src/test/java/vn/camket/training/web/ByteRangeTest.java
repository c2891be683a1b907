package vn.camket.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=0-0, 0, 0",
        "bytes=100-, 100, 999",
        "bytes=900-5000, 900, 999",
        "bytes=-1, 999, 999",
        "bytes=-5000, 0, 999",
        "'bytes= 5 - 9 ', 5, 9"
    })
    void readsASingleRangeOfAThousandBytes(String header, long first, long last) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange(first, last, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "items=0-1",
                "bytes=-",
                "bytes=9-5",
                "bytes=a-b",
                "",
                "bytes=0-9999999999999999999999"
            })
    void sendsTheWholeFileForWhatItDoesNotRead(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange(0, 999, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void cannotSatisfyARangeBeyondTheEnd(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(ByteRange.UNSATISFIABLE);
    }

    @Test
    void sendsTheWholeFileWithoutAHeader() {
        assertThat(ByteRange.of(null, 1000).length()).isEqualTo(1000);
    }

    @Test
    void namesAFileForOldAndNewPrograms() {
        assertThat(MaterialServlet.disposition("Sổ tay “mới”.pdf", true))
                .isEqualTo("attachment; filename=\"so tay _moi_.pdf\"; "
                        + "filename*=UTF-8''S%E1%BB%95%20tay%20%E2%80%9Cm%E1%BB%9Bi%E2%80%9D.pdf");
    }
}
