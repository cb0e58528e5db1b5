package io.genjin.quality.web;

import io.genjin.quality.DataQuality.DefeatReason;
import io.genjin.quality.DataQuality.Report;
import io.genjin.quality.DataQuality.Row;
import io.genjin.quality.DataQuality.SameReason;
import io.genjin.quality.DataQuality.Value;
import io.genjin.quality.Finding;
import io.genjin.quality.Light;
import io.genjin.quality.Limit;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Data quality on screen: numbers as rows, people as columns, above them what deserves a look.
 *
 * @param shown   the columns shown
 * @param chosen  sign-in name of the one person asked for; empty for all
 * @param lastDay today, the latest day there is
 */
public record QualityPage(Report report, List<Row> shown, String chosen, LocalDate lastDay) {

    private static final String NOTHING = "–";
    private static final int GLANCE = 12;

    /** A number that somebody should look at. */
    public record Raised(Row row, Finding finding, Light light) {}

    /** The people to choose among; nobody when the reader sees only their own. */
    public List<StaffMember> team() {
        return report.rows().stream()
                .filter(row -> report.rows().size() > 1 && row.person() != null)
                .map(Row::person)
                .toList();
    }

    /** What deserves a look, the worst first; one person's number tells more than the dealership's. */
    public List<Raised> raised() {
        List<Row> people = shown.stream().filter(row -> row.person() != null).toList();
        return (people.isEmpty() ? shown : people)
                .stream()
                        .flatMap(row -> Arrays.stream(Finding.values())
                                .map(finding ->
                                        new Raised(row, finding, row.of(finding).light())))
                        .filter(one -> one.light().isRaised())
                        .sorted(Comparator.comparing(Raised::light).reversed().thenComparing(Raised::finding))
                        .toList();
    }

    /** As many of them as one takes in at a glance. */
    public List<Raised> firstRaised() {
        List<Raised> all = raised();
        return all.subList(0, Math.min(GLANCE, all.size()));
    }

    /** Numbers that say how another one comes about: a line below it. */
    public boolean isDetail(Finding finding) {
        return switch (finding) {
            case MOVED_BY_CONTACT,
                    MOVED_BY_HAND,
                    MOVED_BY_RULE,
                    WRITTEN_DAYS_LATER,
                    BURST_CONTACTS,
                    PROMISES_UNKNOWN,
                    RHYTHM_UNKNOWN,
                    DEFEATS_RESCUED,
                    CASES_AT_BEGIN,
                    CASES_NEW -> true;
            default -> false;
        };
    }

    /** What older versions did not write down is told only where there is such. */
    public List<Finding> findings(Finding.Section section) {
        return section.findings().stream()
                .filter(finding -> finding != Finding.PROMISES_UNKNOWN && finding != Finding.RHYTHM_UNKNOWN
                        || shown.stream().anyMatch(row -> isSomething(row.of(finding))))
                .toList();
    }

    private static boolean isSomething(Value value) {
        return value.number() != null && value.number().signum() > 0;
    }

    /** On a phone only the first of several columns is shown; the others are one tap away. */
    public boolean isSecondary(Row row) {
        return shown.size() > 1 && !row.equals(shown.get(0));
    }

    /** A count, days, a percentage, or a dash where there is nothing to divide by (4.1 rule 4). */
    public String text(Row row, Finding finding) {
        BigDecimal number = row.of(finding).number();
        if (number == null) {
            return NOTHING;
        }
        return finding.isRatio() ? percent(number) : number.toPlainString();
    }

    private static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    /** The limits in words, as they stand beside the number; nothing where there are none. */
    public static @Nullable String limit(Finding finding, Screen s) {
        Limit limit = finding.limit();
        if (limit == null) {
            return null;
        }
        if (limit.isNone()) {
            return s.t("limit.none");
        }
        String watch = line(finding, limit.watch());
        String bad = line(finding, limit.bad());
        String lines = limit.floor()
                ? s.t("limit.below", watch, bad)
                : limit.watch().signum() == 0 ? s.t("limit.any", bad) : s.t("limit.above", watch, bad);
        return limit.fewest() == 0 ? lines : lines + s.t("limit.fewest", limit.fewest());
    }

    private static String line(Finding finding, BigDecimal number) {
        return finding.isRatio() ? number.movePointRight(2).toPlainString() + "%" : number.toPlainString();
    }

    /** The colour that goes with the light's word. */
    public static String colour(Light light) {
        return switch (light) {
            case GOOD -> "g-state-good";
            case WATCH -> "g-state-warn";
            case BAD -> "g-state-bad";
            case UNJUDGED -> "";
        };
    }

    /** Whether the number opens the rows it counts. */
    public boolean opens(Row row, Finding finding) {
        return !finding.isRatio() && isSomething(row.of(finding))
                || finding.isMedian() && row.of(finding).number() != null;
    }

    public String membersPath(Row row, Finding finding) {
        return membersPath(finding, row.person(), null);
    }

    public String sameReasonPath(SameReason one) {
        return membersPath(Finding.SAME_REASONS, one.person(), one.reason());
    }

    public String defeatReasonPath(DefeatReason one, Finding finding) {
        StaffMember person = shown.size() == 1 ? shown.get(0).person() : null;
        return membersPath(finding, person, one.code());
    }

    private String membersPath(Finding finding, @Nullable StaffMember person, @Nullable String reason) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/quality/members")
                .queryParam("finding", finding.name())
                .queryParam("from", report.from())
                .queryParam("to", report.to());
        if (person != null) {
            path.queryParam("consultant", person.username());
        }
        if (reason != null) {
            path.queryParam("reason", reason);
        }
        return path.encode().build().toUriString();
    }

    /** The same days for one person alone, or for all. */
    public String pathOf(@Nullable StaffMember person) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/quality")
                .queryParam("from", report.from())
                .queryParam("to", report.to());
        if (person != null) {
            path.queryParam("consultant", person.username());
        }
        return path.encode().build().toUriString();
    }

    /** A whole month, so many months ago; of this one what has passed. */
    public String monthPath(int monthsAgo) {
        LocalDate first = lastDay.withDayOfMonth(1).minusMonths(monthsAgo);
        LocalDate last = monthsAgo == 0 ? lastDay : first.plusMonths(1).minusDays(1);
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/quality")
                .queryParam("from", first)
                .queryParam("to", last);
        if (!chosen.isEmpty()) {
            path.queryParam("consultant", chosen);
        }
        return path.encode().build().toUriString();
    }

    /** The findings that defeats are told by, in the order of the table. */
    public List<Finding> defeatFindings() {
        return Finding.Section.DEFEATS.findings().stream()
                .filter(Finding::isByReason)
                .toList();
    }

    /** Whether nobody wrote anything down in the period. */
    public boolean isEmpty() {
        return shown.stream()
                .noneMatch(row -> isSomething(row.of(Finding.CONTACTS_WRITTEN))
                        || isSomething(row.of(Finding.DATE_CHANGES))
                        || isSomething(row.of(Finding.CASES_NOW)));
    }
}
