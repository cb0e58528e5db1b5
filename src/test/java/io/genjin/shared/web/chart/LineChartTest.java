package io.genjin.shared.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.web.chart.LineChart.Point;
import io.genjin.shared.web.chart.LineChart.Series;
import io.genjin.shared.web.chart.LineLayout.Drawn;
import io.genjin.shared.web.chart.LineLayout.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines over time: gaps, single points, words that do not lie upon each other. */
class LineChartTest {

    private static LineChart chart(List<Series> series) {
        int points = series.isEmpty() ? 0 : series.get(0).values().size();
        return new LineChart(
                "已售",
                null,
                "日期",
                Unit.NUMBER,
                IntStream.rangeClosed(1, points)
                        .mapToObj(day -> new Point(String.valueOf(day), "3月" + day + "日"))
                        .toList(),
                series);
    }

    private static Series series(String name, Ink ink, Integer... numbers) {
        return new Series(
                name,
                ink,
                Arrays.stream(numbers)
                        .map(number -> number == null ? Value.missing() : Value.of(number))
                        .toList());
    }

    private static int moves(Drawn line) {
        return line.path().length() - line.path().replace("M", "").length();
    }

    @Test
    @DisplayName("a missing value is a gap: the line begins anew, and a value alone between gaps is a mark")
    void gaps() {
        Drawn line = chart(List.of(series("实际", Ink.TARGET, 1, 2, null, 5, null, 3, 4)))
                .wide()
                .lines()
                .get(0);
        assertThat(moves(line)).isEqualTo(2);
        assertThat(line.marks().split("M")).hasSize(2);
    }

    @Test
    @DisplayName("one point only is a mark in the middle, without a line")
    void single() {
        LineLayout plane = chart(List.of(series("实际", Ink.FIRST, 7))).narrow();
        Drawn line = plane.lines().get(0);
        assertThat(line.path()).isEmpty();
        assertThat(line.marks()).startsWith("M");
        assertThat(Objects.requireNonNull(line.end()).words()).isEqualTo("7");
        assertThat(plane.days()).extracting(Text::words).containsExactly("1");
    }

    @Test
    @DisplayName("without any number there is nothing to draw, and nothing fails")
    void nothing() {
        assertThat(chart(List.of()).isEmpty()).isTrue();
        LineChart gaps = chart(List.of(series("实际", Ink.FIRST, null, null)));
        assertThat(gaps.isEmpty()).isTrue();
        assertThat(gaps.narrow().lines().get(0).end()).isNull();
        assertThat(gaps.inWords()).isEqualTo("实际: –");
        assertThat(chart(List.of()).wide().days()).isEmpty();
    }

    @Test
    @DisplayName(
            "of 31 days a desk shows every second, a phone as many as there is room for, the first and the last always")
    void days() {
        Integer[] month = IntStream.rangeClosed(1, 31).boxed().toArray(Integer[]::new);
        LineChart chart = chart(List.of(series("实际", Ink.FIRST, month)));
        assertThat(chart.narrow().days())
                .extracting(Text::words)
                .startsWith("1")
                .endsWith("31");
        assertThat(chart.narrow().days().size()).isLessThan(chart.wide().days().size());
        assertThat(chart.wide().days()).hasSize(16);
    }

    @Test
    @DisplayName("the table behind has every number, with dashes for those missing; the words tell first and last")
    void table() {
        LineChart chart = chart(List.of(series("实际", Ink.FIRST, 2, 5, null), series("目标", Ink.TARGET, 3, 6, 9)));
        assertThat(chart.table().heads()).containsExactly("实际", "目标");
        assertThat(chart.table().lines())
                .extracting(line -> line.label() + " "
                        + line.values().stream().map(Value::words).toList())
                .containsExactly("3月1日 [2, 3]", "3月2日 [5, 6]", "3月3日 [–, 9]");
        assertThat(chart.inWords()).isEqualTo("实际: 3月1日 2 → 3月2日 5; 目标: 3月1日 3 → 3月3日 9");
    }

    @Test
    @DisplayName("a series that does not fit the points is a defect, not a crooked picture")
    void crooked() {
        List<Series> uneven = List.of(series("实际", Ink.FIRST, 1, 2), series("目标", Ink.TARGET, 1));
        assertThatThrownBy(() -> chart(uneven)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("whatever is drawn: no words upon words, everything inside, higher numbers higher")
    void anything(int seed) {
        Random random = new Random(seed);
        int points = random.nextInt(40);
        List<Series> series = new ArrayList<>();
        for (int place = 0; place < 1 + random.nextInt(6); place++) {
            Integer[] numbers = new Integer[points];
            for (int at = 0; at < points; at++) {
                numbers[at] = random.nextInt(5) == 0 ? null : random.nextInt(seed % 2 == 0 ? 6 : 50_000) - seed % 7;
            }
            series.add(series(
                    seed % 2 == 0 ? "很长的销售顾问姓名或车型名称" + place : "A rather long English name " + place,
                    Ink.values()[place],
                    numbers));
        }
        LineChart chart = chart(series);
        for (LineLayout plane : List.of(chart.narrow(), chart.wide())) {
            List<Text> ends = plane.lines().stream()
                    .map(Drawn::end)
                    .filter(Objects::nonNull)
                    .toList();
            apart(ends);
            apart(plane.days());
            apart(plane.ticks());
            Stream.of(ends, plane.days(), plane.ticks()).flatMap(List::stream).forEach(text -> {
                assertThat(text.x()).isGreaterThanOrEqualTo(0);
                assertThat(text.x() + Lettering.width(text.words())).isLessThanOrEqualTo(plane.width());
                assertThat(text.y()).isBetween(Lettering.SIZE - 3, plane.height());
            });
            List<Integer> heights = plane.ticks().stream().map(Text::y).toList();
            assertThat(heights).isSortedAccordingTo((one, other) -> other - one);
            for (Drawn line : plane.lines()) {
                for (String point : line.path().split("[ML]")) {
                    if (!point.isEmpty()) {
                        String[] at = point.split(" ");
                        assertThat(new BigDecimal(at[0])).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(plane.width()));
                        assertThat(new BigDecimal(at[1]))
                                .isBetween(BigDecimal.ZERO, BigDecimal.valueOf(plane.height()));
                    }
                }
            }
        }
    }

    private static void apart(List<Text> texts) {
        for (int one = 0; one < texts.size(); one++) {
            for (int other = one + 1; other < texts.size(); other++) {
                assertThat(texts.get(one).touches(texts.get(other)))
                        .as("%s and %s", texts.get(one), texts.get(other))
                        .isFalse();
            }
        }
    }
}
