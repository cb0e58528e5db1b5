package io.genjin.funnel.web;

import io.genjin.funnel.Dimension;
import io.genjin.funnel.FunnelCounts;
import io.genjin.funnel.FunnelCounts.Reached;
import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport.Slice;
import io.genjin.funnel.FunnelStage;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.FunnelChart;
import io.genjin.shared.web.chart.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The funnel's numbers and slices in words. */
final class FunnelWords {

    private final Screen s;
    private final People people;
    private final FunnelAddress address;

    FunnelWords(Screen s, People people, FunnelAddress address) {
        this.s = s;
        this.people = people;
        this.address = address;
    }

    String value(Dimension dimension, String value) {
        if (value.isEmpty()) {
            return s.t("funnel.unknown");
        }
        return switch (dimension) {
            case SOURCE -> s.code("source", value);
            case CONSULTANT -> people.name(value);
            case MODEL, GRADE -> value;
            case WEEK -> s.t("funnel.weekOf", s.date(LocalDate.parse(value)));
        };
    }

    String slice(FunnelQuestion question, Slice slice) {
        return IntStream.range(0, slice.values().size())
                .mapToObj(
                        place -> value(question.by().get(place), slice.values().get(place)))
                .collect(Collectors.joining(" · "));
    }

    FunnelChart chart(FunnelQuestion question, FunnelCounts counts) {
        return new FunnelChart(
                s.t("funnel.chart"),
                s.t("funnel.definition." + question.basis()),
                s.t("funnel.stage"),
                s.t("funnel.reached"),
                List.of(s.t("funnel.conversion"), s.t("funnel.overall"), s.t("funnel.days")),
                FunnelStage.stages().stream()
                        .map(stage -> new FunnelChart.Stage(
                                s.code("funnelStage", stage),
                                reached(question, counts, stage),
                                List.of(conversion(counts, stage), overall(counts, stage), days(counts.of(stage)))))
                        .toList(),
                FunnelStage.exits().stream()
                        .map(exit -> new FunnelChart.Stage(
                                s.code("funnelStage", exit),
                                reached(question, counts, exit),
                                List.of(Value.missing(), overall(counts, exit))))
                        .toList());
    }

    Value reached(FunnelQuestion question, FunnelCounts counts, FunnelStage stage) {
        long count = counts.count(stage);
        return Value.of(count).opening(count == 0 ? null : address.rows(question, stage));
    }

    /** With both sides of the division, and how many came without the stage before. */
    private Value conversion(FunnelCounts counts, FunnelStage stage) {
        BigDecimal part = counts.stageConversion(stage);
        if (part == null) {
            return Value.missing();
        }
        Value percent = Value.percent(part);
        Reached reached = counts.of(stage);
        long skipped = reached.count() - reached.straight();
        String sides = reached.count() + "/" + counts.count(Objects.requireNonNull(stage.before()));
        return percent.said(
                skipped == 0
                        ? s.t("funnel.part", percent.words(), sides)
                        : s.t("funnel.partSkipped", percent.words(), sides, skipped));
    }

    private static Value overall(FunnelCounts counts, FunnelStage stage) {
        return Value.percent(counts.overall(stage));
    }

    Value days(Reached reached) {
        BigDecimal median = reached.medianDays();
        return median == null
                ? Value.missing()
                : Value.of(median).said(s.t("funnel.median", Value.of(median).words(), reached.timed()));
    }
}
