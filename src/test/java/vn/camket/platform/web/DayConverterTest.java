package vn.camket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayConverterTest {
    @ParameterizedTest
    @ValueSource(strings = {"30/9/2026", "30-09-26", " 30.9.2026 ", "30 / 09 / 2026"})
    void readsADayHoweverItIsTyped(String typed) {
        assertThat(DayConverter.read(typed)).contains(LocalDate.of(2026, 9, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/9/2026", "29/2/2026", "9/2026", "2026-09-30", "hôm nay", "1/1/226"})
    void refusesWhatIsNoDay(String typed) {
        assertThat(DayConverter.read(typed)).isEmpty();
    }
}
