package io.genjin.group;

import io.genjin.ratio.Ratio;
import io.genjin.report.Figure;
import io.genjin.target.Metric;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure by which dealerships stand side by side. Its name is the stable code; name and definition in words are the texts
 * {@code compared.<CODE>} and {@code comparedDefinition.<CODE>}.
 */
public enum Measure {
    HQ_RECEIVED(Section.LEADS, "R-102", Kind.COUNT, Better.NEITHER, Figure.HQ_LEADS_RECEIVED),
    HQ_ON_TIME(Section.LEADS, "K01", Kind.COUNT, Better.NEITHER, Figure.HQ_LEADS_ON_TIME),
    HQ_LATE(Section.LEADS, "K01", Kind.COUNT, Better.NEITHER, Figure.HQ_LEADS_OVERDUE),
    HQ_WAITING(Section.LEADS, "R-102", Kind.NOW, Better.NEITHER),
    HQ_HOURS(Section.LEADS, "R-102", Kind.HOURS, Better.LESS),
    K01(Section.LEADS, Better.MORE, Ratio.K01),

    CONTACTS(Section.TARGETS, Metric.TOTAL_CONTACTS),
    DEVELOPMENT(Section.TARGETS, Metric.MARKET_DEVELOPMENT),
    RETURNS(Section.TARGETS, Metric.RETURN_VISITS),
    DRIVES(Section.TARGETS, Metric.TEST_DRIVES),
    SOLD(Section.TARGETS, Metric.SOLD),

    NEW_HQ(Section.PROSPECTS, "R-220", Kind.COUNT, Better.NEITHER, Figure.NEW_HQ_ALLOCATED),
    NEW_OWN(
            Section.PROSPECTS,
            "R-220",
            Kind.COUNT,
            Better.MORE,
            Figure.NEW_WALK_IN,
            Figure.NEW_INBOUND_CALL,
            Figure.NEW_FIELD_SALES,
            Figure.NEW_PROMOTION_EVENT,
            Figure.NEW_MARKET_DEVELOPMENT,
            Figure.NEW_REFERRAL,
            Figure.NEW_CO_SELLING,
            Figure.NEW_HOTLINE_800,
            Figure.NEW_OTHER),
    K08(Section.PROSPECTS, Better.MORE, Ratio.K08),
    K11(Section.PROSPECTS, Better.MORE, Ratio.K11),
    K12(Section.PROSPECTS, Better.MORE, Ratio.K12),

    K03(Section.FOLLOW_UP, Better.MORE, Ratio.K03),
    K03B(Section.FOLLOW_UP, Better.MORE, Ratio.K03B),
    OVERDUE(Section.FOLLOW_UP, Better.LESS, Ratio.K05),
    QUALITY(Section.FOLLOW_UP, "4.8", Kind.FINDINGS, Better.LESS),

    ORDERS(Section.CLOSING, "4.1", Kind.COUNT, Better.MORE, Figure.ORDERS),
    DELIVERIES(Section.CLOSING, "R-118", Kind.COUNT, Better.MORE, Figure.DELIVERIES),
    K15(Section.CLOSING, Better.MORE, Ratio.K15),
    K18(Section.CLOSING, Better.LESS, Ratio.K18),

    BASE(Section.BASE, Ratio.K05),
    BASE_H(Section.BASE, Ratio.K05_H),
    BASE_A(Section.BASE, Ratio.K05_A),
    BASE_B(Section.BASE, Ratio.K05_B),
    BASE_C(Section.BASE, Ratio.K05_C),
    BASE_N(Section.BASE, Ratio.K05_N);

    /** What stands together on the page. */
    public enum Section {
        LEADS,
        TARGETS,
        PROSPECTS,
        FOLLOW_UP,
        CLOSING,
        BASE;

        /** In the order of the page. */
        public List<Measure> measures() {
            return Arrays.stream(Measure.values())
                    .filter(measure -> measure.section == this)
                    .toList();
        }
    }

    /** What kind of number it is. */
    public enum Kind {
        /** Events of the days; beside it how many there are for each selling consultant. */
        COUNT,
        /** Both numbers of a ratio of the days. */
        RATIO,
        /** What was reached of what was to be reached. */
        TARGET,
        /** As it stands at the moment of counting. */
        NOW,
        /** A share as it stands at the moment of counting. */
        SHARE_NOW,
        /** The middle one of many spans of time. */
        HOURS,
        /** How many numbers of data quality are beyond their limits. */
        FINDINGS
    }

    /** Which end of the scale leads; where neither does, nobody is ranked. */
    public enum Better {
        MORE,
        LESS,
        NEITHER
    }

    private final Section section;
    private final String id;
    private final Kind kind;
    private final Better better;
    private final List<Figure> figures;
    private final @Nullable Ratio ratio;
    private final @Nullable Metric metric;

    Measure(Section section, String id, Kind kind, Better better, Figure... figures) {
        this(section, id, kind, better, List.of(figures), null, null);
    }

    /** A ratio of the days; of those told of today only, the share as it stands. */
    Measure(Section section, Better better, Ratio ratio) {
        this(section, ratio.id(), ratio.isOfTodayOnly() ? Kind.SHARE_NOW : Kind.RATIO, better, List.of(), ratio, null);
    }

    /** Those below the line of a ratio that is told of today only: how many there are now. */
    Measure(Section section, Ratio ratio) {
        this(section, "R-210", Kind.NOW, Better.NEITHER, List.of(), ratio, null);
    }

    Measure(Section section, Metric metric) {
        this(section, "R-118", Kind.TARGET, Better.MORE, List.of(metric.figure()), null, metric);
    }

    Measure(
            Section section,
            String id,
            Kind kind,
            Better better,
            List<Figure> figures,
            @Nullable Ratio ratio,
            @Nullable Metric metric) {
        this.section = section;
        this.id = id;
        this.kind = kind;
        this.better = better;
        this.figures = figures;
        this.ratio = ratio;
        this.metric = metric;
    }

    public Section section() {
        return section;
    }

    /** Where the definition comes from: a ratio of 4.7, or the rule that demands it. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Better better() {
        return better;
    }

    /** The figures of the daily report that it adds up. */
    public List<Figure> figures() {
        return figures;
    }

    public @Nullable Ratio ratio() {
        return ratio;
    }

    public @Nullable Metric metric() {
        return metric;
    }

    /** Whether it tells of the present, whatever days are asked for. */
    public boolean isNow() {
        return kind == Kind.NOW || kind == Kind.SHARE_NOW;
    }

    /** Whether both numbers open rows. */
    public boolean isOfTwoSides() {
        return kind == Kind.RATIO || kind == Kind.SHARE_NOW;
    }

    /** Whether it opens rows by itself; how many numbers of data quality are beyond opens to these numbers first. */
    public boolean opens() {
        return kind != Kind.FINDINGS;
    }

    static Set<Figure> allFigures() {
        Set<Figure> all = EnumSet.noneOf(Figure.class);
        Arrays.stream(values()).forEach(measure -> all.addAll(measure.figures));
        return all;
    }

    /** The ratios to be counted, those of the present or those of the days. */
    static Set<Ratio> allRatios(boolean now) {
        Set<Ratio> all = EnumSet.noneOf(Ratio.class);
        for (Measure measure : values()) {
            if (measure.ratio != null && measure.isNow() == now) {
                all.add(measure.ratio);
            }
        }
        return all;
    }
}
