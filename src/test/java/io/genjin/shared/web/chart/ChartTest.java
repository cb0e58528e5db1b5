package io.genjin.shared.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.web.chart.BarChart.Bar;
import io.genjin.shared.web.chart.BarChart.Bars;
import io.genjin.shared.web.chart.FunnelChart.Stage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bars, dial, funnel and small multiples: what is drawn is what is said. */
class ChartTest {

    private static BarChart bars(Value... values) {
        return new BarChart(
                "新增潜在客户",
                null,
                "来源",
                List.of("本月"),
                Arrays.stream(values)
                        .map(value -> new Bars("来店", List.of(value)))
                        .toList());
    }

    private static List<Bar> drawn(BarChart chart) {
        return chart.bars().stream().flatMap(one -> chart.of(one).stream()).toList();
    }

    @Test
    @DisplayName("bars begin at zero and are as long as their numbers; a missing one is no bar, zero is none either")
    void lengths() {
        BarChart chart = bars(Value.of(10), Value.of(5), Value.missing(), Value.of(0));
        assertThat(chart.zero()).isZero();
        assertThat(drawn(chart)).extracting(Bar::to).containsExactly(1_000, 500, 0, 0);
        assertThat(drawn(chart)).extracting(bar -> bar.value().words()).containsExactly("10", "5", "–", "0");
    }

    @Test
    @DisplayName("negative changes go to the left of a common zero")
    void negative() {
        BarChart chart = bars(Value.percent(new BigDecimal("-0.2")), Value.percent(new BigDecimal("0.4")));
        assertThat(drawn(chart).get(0).to()).isEqualTo(chart.zero());
        assertThat(drawn(chart).get(0).from()).isLessThan(chart.zero());
        assertThat(drawn(chart).get(1).from()).isEqualTo(chart.zero());
        assertThat(drawn(chart).get(0).value().words()).isEqualTo("−20.0%");
    }

    @Test
    @DisplayName("no two of eight series are drawn alike, and every mark has its own outline")
    void inks() {
        assertThat(Arrays.stream(Ink.values()).map(Ink::css).collect(Collectors.toSet()))
                .hasSize(8);
        Set<String> marks = Arrays.stream(Ink.values())
                .filter(Ink::marks)
                .map(Ink::legendMark)
                .map(mark -> mark.replaceAll("^M18 7", ""))
                .collect(Collectors.toSet());
        assertThat(marks).hasSize(6);
        assertThat(Ink.of(6)).isEqualTo(Ink.FIRST);
    }

    private static Gauge gauge(long actual, Value target, String time) {
        return new Gauge(
                "已售", null, Value.of(actual), target, time == null ? null : new BigDecimal(time), "正常", Tone.GOOD);
    }

    @Test
    @DisplayName("the dial: 6 of 12 at half the time; the target stands at two thirds of the arc")
    void dial() {
        Gauge gauge = gauge(6, Value.of(12), "0.5");
        assertThat(gauge.achievement().words()).isEqualTo("50.0%");
        assertThat(gauge.timeMark()).isEqualTo(gauge(0, Value.missing(), "0.5").timeMark());
        assertThat(gauge.full()).isEqualTo("M135.0 39.4L149.0 15.1");
        assertThat(gauge.track()).isEqualTo("M16.0 100.0A84 84 0 0 1 184.0 100.0");
    }

    @Test
    @DisplayName("no target, a target of 0, nothing reached and far too much reached")
    void edges_of_the_dial() {
        assertThat(gauge(3, Value.missing(), null).achievement().words()).isEqualTo("–");
        assertThat(gauge(3, Value.of(0), null).reached()).isNull();
        assertThat(gauge(3, Value.of(0), null).timeMark()).isNull();
        assertThat(gauge(0, Value.of(5), "0").reached()).isNull();
        Gauge much = gauge(500, Value.of(5), "1");
        assertThat(much.isBeyond()).isTrue();
        assertThat(much.reached()).isEqualTo(much.track());
    }

    private static Stage stage(String name, long reached) {
        return new Stage(name, Value.of(reached), List.of(Value.missing()));
    }

    @Test
    @DisplayName("the funnel is centred, shows even one of ten thousand, and widens where a stage was skipped")
    void funnel() {
        FunnelChart chart = new FunnelChart(
                "漏斗",
                null,
                "阶段",
                "人数",
                List.of("转化率"),
                List.of(stage("线索", 10_000), stage("建卡", 5_000), stage("报价", 1), stage("订单", 2_500), stage("交车", 0)),
                List.of());
        assertThat(chart.length(chart.stages().get(0))).isEqualTo(1_000);
        assertThat(chart.from(chart.stages().get(1))).isEqualTo(250);
        assertThat(chart.length(chart.stages().get(2))).isEqualTo(2);
        assertThat(chart.length(chart.stages().get(4))).isZero();
        assertThat(chart.slope(0)).isEqualTo("M0 0H1000L750 10H250z");
        assertThat(chart.slope(2)).isEqualTo("M499 0H501L625 10H375z");
        assertThat(chart.isEmpty()).isFalse();
    }

    @Test
    @DisplayName("a funnel without anybody is empty and draws nothing")
    void empty_funnel() {
        FunnelChart chart = new FunnelChart(
                "漏斗", null, "阶段", "人数", List.of("转化率"), List.of(stage("线索", 0), stage("建卡", 0)), List.of());
        assertThat(chart.isEmpty()).isTrue();
        assertThat(chart.slope(0)).isEqualTo("M500 0H500L500 10H500z");
    }

    @Test
    @DisplayName("each small picture has its own scale; gaps, the measure and the table")
    void multiples() {
        SmallMultiples.Panel panel = new SmallMultiples.Panel(
                "已售", "R-118", Value.of(8), List.of(), List.of(Value.of(4), Value.missing(), Value.of(8)), Value.of(6));
        SmallMultiples chart = new SmallMultiples(
                "当前与历史",
                null,
                "指标",
                List.of(new LineChart.Point("1月"), new LineChart.Point("2月"), new LineChart.Point("3月")),
                "前三月平均",
                List.of(panel));
        assertThat(panel.path()).as("from 0 to 10, a gap between").isEqualTo("M6 42.0M234 18.0");
        assertThat(panel.marks().split("M")).hasSize(3);
        assertThat(panel.inWords()).isEqualTo("4 → 8");
        assertThat(chart.table().heads()).containsExactly("1月", "2月", "3月", "前三月平均");
        assertThat(chart.table().lines().get(0).values())
                .extracting(Value::words)
                .containsExactly("4", "–", "8", "6");
    }

    @Test
    @DisplayName("words are cut at their end with a sign that they are, and never in the middle of a letter")
    void lettering() {
        assertThat(Lettering.cut("上汽大众途观L 2026款", 200)).isEqualTo("上汽大众途观L 2026款");
        assertThat(Lettering.cut("上汽大众途观L 2026款", 60)).isEqualTo("上汽大…");
        assertThat(Lettering.cut("𠮷𠮷𠮷𠮷", 40)).isEqualTo("𠮷𠮷…");
        assertThat(Lettering.cut("Li Na", 5)).isEmpty();
        assertThat(Lettering.width("途观")).isEqualTo(26);
    }

    @Test
    @DisplayName("bars without a value for each series are a defect")
    void crooked() {
        List<Bars> crooked = List.of(new Bars("李娜", List.of()));
        assertThatThrownBy(() -> new BarChart("已售", null, "人员", List.of("本月"), crooked))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
