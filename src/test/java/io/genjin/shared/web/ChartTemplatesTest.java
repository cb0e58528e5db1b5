package io.genjin.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.genjin.shared.web.chart.BarChart;
import io.genjin.shared.web.chart.BarChart.Bars;
import io.genjin.shared.web.chart.FunnelChart;
import io.genjin.shared.web.chart.Gauge;
import io.genjin.shared.web.chart.Ink;
import io.genjin.shared.web.chart.LineChart;
import io.genjin.shared.web.chart.LineChart.Point;
import io.genjin.shared.web.chart.LineChart.Series;
import io.genjin.shared.web.chart.SmallMultiples;
import io.genjin.shared.web.chart.SmallMultiples.Panel;
import io.genjin.shared.web.chart.SmallMultiples.Remark;
import io.genjin.shared.web.chart.Tone;
import io.genjin.shared.web.chart.Unit;
import io.genjin.shared.web.chart.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Charts as the browser gets them: no script, no inline style, words for the picture, every number in the table behind it. */
class ChartTemplatesTest {

    private static final Pattern HEAVY =
            Pattern.compile("<script|style=|javascript:|on[a-z]+=", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("<svg(?:[^>\"]|\"[^\"]*\")*>");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ChartTemplatesTest.class.getClassLoader(), "io.genjin.templates");

    static BarChart bars() {
        return new BarChart(
                "新增潜在客户",
                "4.7 K26",
                "来源",
                List.of("本月", "上月", "去年同月"),
                List.of(
                        new Bars(
                                "来店",
                                List.of(
                                        Value.of(42).opening("/reports/rows?figure=NEW&day=1"),
                                        Value.of(38),
                                        Value.of(51))),
                        new Bars("上海大众分配的线索,经 800 电话转来并由专人分配", List.of(Value.of(7), Value.missing(), Value.of(0))),
                        new Bars(
                                "Referral by a customer with a rather long name <b>",
                                List.of(Value.of(-3), Value.of(4), Value.of(2)))));
    }

    static LineChart line() {
        Integer[] sold = IntStream.rangeClosed(1, 31)
                .mapToObj(day -> day > 12 ? null : day * day / 6)
                .toArray(Integer[]::new);
        Integer[] target = IntStream.rangeClosed(1, 31).boxed().toArray(Integer[]::new);
        Integer[] forecast = IntStream.rangeClosed(1, 31)
                .mapToObj(day -> day < 12 ? null : day * 2)
                .toArray(Integer[]::new);
        return new LineChart(
                "已售:累计",
                "R-118",
                "日期",
                Unit.NUMBER,
                IntStream.rangeClosed(1, 31)
                        .mapToObj(day -> new Point(String.valueOf(day), "3月" + day + "日"))
                        .toList(),
                List.of(
                        new Series("实际", Ink.FIRST, values(sold)),
                        new Series("目标", Ink.TARGET, values(target)),
                        new Series("预测", Ink.FORECAST, values(forecast))));
    }

    private static List<Value> values(Integer... numbers) {
        return Arrays.stream(numbers)
                .map(number -> number == null ? Value.missing() : Value.of(number))
                .toList();
    }

    static Gauge gauge() {
        return new Gauge(
                "试乘试驾",
                null,
                Value.of(17).opening("/rows?a=1&b=2"),
                Value.of(30),
                new BigDecimal("0.6"),
                "落后",
                Tone.BAD);
    }

    static FunnelChart funnel() {
        List<String> heads = List.of("阶段转化", "总转化");
        return new FunnelChart(
                "各阶段人数",
                null,
                "阶段",
                "人数",
                heads,
                Stream.of(120, 100, 61, 64, 0)
                        .map(count -> new FunnelChart.Stage(
                                "阶段" + count,
                                Value.of(count),
                                List.of(Value.missing(), Value.percent(new BigDecimal("0.5")))))
                        .toList(),
                List.of(new FunnelChart.Stage("战败", Value.of(9), List.of())));
    }

    static SmallMultiples multiples() {
        return new SmallMultiples(
                "当前与历史",
                null,
                "指标",
                IntStream.rangeClosed(1, 6)
                        .mapToObj(month -> new Point(month + "月"))
                        .toList(),
                "前三月平均",
                IntStream.range(0, 5)
                        .mapToObj(place -> new Panel(
                                "指标" + place,
                                "K0" + place,
                                Value.of(place * 7L),
                                List.of(new Remark("+12%", Tone.GOOD)),
                                values(place, 4, null, 9 - place, 12, place * 7),
                                place == 0 ? Value.missing() : Value.of(6)))
                        .toList());
    }

    static Stream<Map.Entry<String, Object>> charts() {
        return Map.<String, Object>of(
                "bars", bars(), "line", line(), "gauge", gauge(), "funnel", funnel(), "multiples", multiples())
                .entrySet()
                .stream();
    }

    private String shown(String template, Object chart, Locale locale) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Screen s = new Screen(
                request,
                new Texts().messageSource(),
                locale,
                "light",
                new Icons(),
                List.of(),
                List.of(),
                Clock.systemUTC(),
                "1");
        Map<String, Object> params = new HashMap<>();
        params.put("s", s);
        params.put("chart", chart);
        StringOutput html = new StringOutput();
        templates.render("shared/chart/" + template + ".jte", params, html);
        return html.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    @DisplayName(
            "no script, no inline style; each picture has words or is left out for those who hear; the table is closed at first")
    void light(Map.Entry<String, Object> chart) {
        for (Locale locale : List.of(Texts.CHINESE, Texts.ENGLISH)) {
            String html = shown(chart.getKey(), chart.getValue(), locale);
            assertThat(HEAVY.matcher(html).find()).isFalse();
            assertThat(html)
                    .startsWith("<figure")
                    .contains("<details class=\"g-chart-numbers\">")
                    .contains("<figcaption>");
            Matcher picture = PICTURE.matcher(html);
            int pictures = 0;
            while (picture.find()) {
                pictures++;
                assertThat(picture.group()).containsPattern("role=\"img\" aria-label=\"[^\"]+\"|aria-hidden=\"true\"");
            }
            assertThat(pictures).isPositive();
            assertThat(html.length()).as("characters of %s", chart.getKey()).isLessThan(16_000);
        }
    }

    @Test
    @DisplayName(
            "the table says every number that is drawn, dashes included, and links to the same rows; names are escaped")
    void numbers() {
        String html = shown("bars", bars(), Texts.CHINESE);
        String table = html.substring(html.indexOf("<table"));
        assertThat(table)
                .contains("<a href=\"/reports/rows?figure=NEW&amp;day=1\">42</a>")
                .contains("<span>–</span>")
                .contains("<span>−3</span>")
                .contains("long name &lt;b&gt;");
        assertThat(html).contains("aria-label=\"来店, 上月: 38\"");
        assertThat(shown("line", line(), Texts.CHINESE))
                .contains("已售:累计: 实际: 3月1日 0 → 3月12日 24; 目标: 3月1日 1 → 3月31日 31; 预测: 3月12日 24 → 3月31日 62");
        assertThat(shown("gauge", gauge(), Texts.ENGLISH))
                .contains("actual 17, target 30, achievement 56.7%, time progress 60.0%")
                .contains("<td>落后</td>");
    }

    @Test
    @DisplayName("nothing to draw says so, in both languages")
    void nothing() {
        BarChart none = new BarChart("新增", null, "来源", List.of("本月"), List.of());
        assertThat(shown("bars", none, Texts.CHINESE)).contains("还没有可以画出的数字");
        LineChart gaps = new LineChart("已售", null, "日期", Unit.NUMBER, List.of(), List.of());
        assertThat(shown("line", gaps, Texts.ENGLISH)).contains("Nothing to draw yet");
    }
}
