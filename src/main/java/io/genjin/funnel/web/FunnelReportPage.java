package io.genjin.funnel.web;

import io.genjin.funnel.Basis;
import io.genjin.funnel.Dimension;
import io.genjin.funnel.FunnelCounts;
import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport.Reading;
import io.genjin.funnel.FunnelReport.Slice;
import io.genjin.funnel.FunnelStage;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.FunnelChart;
import io.genjin.shared.web.chart.Value;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The funnel on screen and paper.
 *
 * @param all  whether the reader sees everybody's
 * @param team whose funnel may be chosen
 */
public record FunnelReportPage(
        Reading reading,
        FunnelChart chart,
        FunnelWords words,
        FunnelAddress address,
        boolean all,
        List<StaffMember> team) {

    /** So many slices are shown; the file and the API have all. */
    private static final int MOST_SLICES = 200;

    private static final List<FunnelStage> ENDS = List.of(FunnelStage.ORDERED, FunnelStage.DELIVERED);

    public FunnelQuestion question() {
        return reading.question();
    }

    public boolean isCohort() {
        return question().basis() == Basis.COHORT;
    }

    public boolean isEmpty() {
        return reading.whole().isEmpty();
    }

    public List<Slice> slices() {
        return reading.slices().stream().limit(MOST_SLICES).toList();
    }

    public int left() {
        return Math.max(0, reading.slices().size() - MOST_SLICES);
    }

    public String name(Slice slice) {
        return words.slice(question(), slice);
    }

    /** The funnel of one slice alone. */
    public String pathOf(Slice slice) {
        return address.page(question().within(slice));
    }

    public Value reached(Slice slice, FunnelStage stage) {
        return words.reached(question().within(slice), slice.counts(), stage);
    }

    public Value reached(FunnelStage stage) {
        return words.reached(question(), reading.whole(), stage);
    }

    public static String conversion(FunnelCounts counts, FunnelStage stage) {
        return Value.percent(counts.stageConversion(stage)).words();
    }

    public static String overall(FunnelCounts counts, FunnelStage stage) {
        return Value.percent(counts.overall(stage)).words();
    }

    public String days(FunnelCounts counts, FunnelStage stage) {
        return words.days(counts.of(stage)).words();
    }

    public List<FunnelStage> stages() {
        return FunnelStage.stages();
    }

    public List<FunnelStage> exits() {
        return FunnelStage.exits();
    }

    public List<FunnelStage> ends() {
        return ENDS;
    }

    public String filePath() {
        return address.file(question());
    }

    /** What is fixed, as it is said, with the address of the same funnel without it. */
    public Map<String, String> fixed(Screen s) {
        Map<String, String> fixed = new LinkedHashMap<>();
        question().only().forEach((dimension, value) -> {
            if (all || dimension != Dimension.CONSULTANT) {
                Map<Dimension, String> less = new EnumMap<>(Dimension.class);
                less.putAll(question().only());
                less.remove(dimension);
                FunnelQuestion wider = new FunnelQuestion(
                        question().basis(),
                        question().from(),
                        question().to(),
                        question().until(),
                        less,
                        question().by());
                fixed.put(
                        s.code("funnelDimension", dimension) + ": " + words.value(dimension, value),
                        address.page(wider));
            }
        });
        return fixed;
    }

    /** What the form keeps although it shows no field for it. */
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Dimension dimension : List.of(Dimension.MODEL, Dimension.WEEK)) {
            String value = question().only().get(dimension);
            if (value != null) {
                kept.put(dimension.column(), address.said(dimension, value));
            }
        }
        return kept;
    }

    /** The value of a field of the form, empty where nothing is fixed. */
    public String chosen(Dimension dimension) {
        String value = question().only().get(dimension);
        return value == null ? "" : address.said(dimension, value);
    }

    public String cut(int place) {
        return place < question().by().size() ? question().by().get(place).name() : "";
    }

    /** What the reader can cut by: not by consultant who sees only their own. */
    public List<Dimension> dimensions() {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> all || dimension != Dimension.CONSULTANT)
                .toList();
    }

    public Map<String, String> options(Screen s, Dimension dimension) {
        Map<String, String> options = new LinkedHashMap<>();
        switch (dimension) {
            case SOURCE ->
                Arrays.stream(Source.values()).forEach(source -> options.put(source.name(), s.code("source", source)));
            case GRADE -> Arrays.stream(Grade.values()).forEach(grade -> options.put(grade.name(), grade.name()));
            case CONSULTANT -> team.forEach(member -> options.put(member.username(), member.name()));
            case MODEL, WEEK -> {
                // chosen by a slice, not from a list
            }
        }
        return options;
    }

    /** The fields that choose from a list. */
    public List<Dimension> choices() {
        List<Dimension> choices = new ArrayList<>(List.of(Dimension.SOURCE, Dimension.GRADE));
        if (all) {
            choices.add(0, Dimension.CONSULTANT);
        }
        return choices;
    }
}
