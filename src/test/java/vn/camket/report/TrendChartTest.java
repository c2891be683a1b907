package vn.camket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 9, 1);
    private static final LocalDate CLOSES = LocalDate.of(2026, 11, 10);

    @Test
    void drawsFromTheLowerLeftToWhatIsReached() {
        var chart = TrendChart.of(trend(100, new Trend.Point(OPENS, 0), new Trend.Point(OPENS.plusDays(35), 50)));

        assertThat(chart.line()).isEqualTo("M52.0 196.0L321.0 106.0");
        assertThat(chart.area()).isEqualTo("M52.0 196.0L321.0 106.0L321.0 196.0L52.0 196.0Z");
        assertThat(chart.requiredY()).isEqualTo("16.0");
    }

    @Test
    void cutsTheForecastAtTheClosingDay() {
        var points = List.of(new Trend.Point(OPENS, 0), new Trend.Point(OPENS.plusDays(35), 20));
        var late = new Forecast(4, OPENS.plusDays(35 + 70), -35);
        var chart = TrendChart.of(new Trend(OPENS, CLOSES, 100, points, Optional.of(late)));

        assertThat(chart.forecast()).contains("M321.0 160.0L590.0 88.0");
    }

    @Test
    void hasNoForecastWhereNoneCanBeTold() {
        assertThat(TrendChart.of(trend(100, new Trend.Point(OPENS, 0))).forecast())
                .isEmpty();
    }

    @Test
    void spacesTheGridInRoundNumbers() {
        assertThat(TrendChart.roundGap(4)).isEqualTo(1);
        assertThat(TrendChart.roundGap(49)).isEqualTo(20);
        assertThat(TrendChart.roundGap(168)).isEqualTo(50);
        assertThat(TrendChart.roundGap(2_200_000)).isEqualTo(1_000_000);
    }

    @Test
    void staysInsideTheDrawing() {
        var done = new TreeMap<>(Map.of(OPENS, 3L, OPENS.plusDays(30), 250L));
        var chart = TrendChart.of(Trend.of(done, 200, OPENS, CLOSES, OPENS.plusDays(30)));

        assertThat(chart.dots()).allSatisfy(dot -> {
            assertThat(Double.parseDouble(dot.x())).isBetween(TrendChart.LEFT, TrendChart.RIGHT);
            assertThat(Double.parseDouble(dot.y())).isBetween(TrendChart.TOP, TrendChart.BOTTOM);
        });
    }

    private static Trend trend(long required, Trend.Point... points) {
        return new Trend(OPENS, CLOSES, required, List.of(points), Optional.empty());
    }
}
