package io.genjin.quality;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of data quality (数据质量, 4.8). Its name is the stable code; its name in words and its definition are the texts
 * {@code finding.<CODE>} and {@code findingDefinition.<CODE>}, printed next to the number (4.1).
 *
 * <p>Every number adds up parts, which are marks; a ratio divides such sums.
 */
public enum Finding {
    DATE_CHANGES(Section.DATES, "R-112", null, "MOVED_BY_CONTACT", "MOVED_BY_HAND", "MOVED_BY_RULE", "MOVED_UNTOLD"),
    MOVED_BY_CONTACT(Section.DATES, "R-112", null, "MOVED_BY_CONTACT"),
    MOVED_BY_HAND(Section.DATES, "R-112", null, "MOVED_BY_HAND"),
    MOVED_BY_RULE(Section.DATES, "R-112", null, "MOVED_BY_RULE"),
    DATE_REASONS(Section.DATES, "R-112", null, "DATE_REASON"),
    DATES_WITHOUT_REASON(Section.DATES, "4.8", Limit.mustBeNone(), "DATE_WITHOUT_REASON"),
    SAME_REASONS(Section.DATES, "R-112", null, "SAME_REASON"),
    SAME_REASON_SHARE(
            Section.DATES, "R-112", Limit.percent(30, 60, 5), List.of("SAME_REASON"), List.of("MOVED_BY_HAND")),
    MOVED_IN_A_ROW(Section.DATES, "R-112", Limit.count(0, 4), "MOVED_IN_A_ROW"),

    CONTACTS_WRITTEN(Section.TIMES, "3.2", null, "CONTACT"),
    WRITTEN_LATER(Section.TIMES, "3.2", null, "WRITTEN_LATER"),
    WRITTEN_DAYS_LATER(Section.TIMES, "3.2", null, "WRITTEN_DAYS_LATER"),
    WRITTEN_LATER_SHARE(
            Section.TIMES,
            "3.2",
            Limit.percent(10, 25, 10),
            List.of("WRITTEN_LATER", "WRITTEN_DAYS_LATER"),
            List.of("CONTACT")),
    BURSTS(Section.TIMES, "4.8", Limit.count(0, 2), "BURST"),
    BURST_CONTACTS(Section.TIMES, "4.8", null, "BURST_CONTACT"),
    REPEATED_TEXTS(Section.TIMES, "4.8", Limit.count(0, 20), "REPEATED_TEXT"),

    PROMISES(Section.PROMISES, "R-111", null, "PROMISE_WITHIN", "PROMISE_ON_LIMIT", "PROMISE_AFTER_LIMIT"),
    PROMISES_ON_LIMIT(Section.PROMISES, "4.8", null, "PROMISE_ON_LIMIT"),
    ON_LIMIT_SHARE(
            Section.PROMISES,
            "4.8",
            Limit.percent(60, 80, 10),
            List.of("PROMISE_ON_LIMIT"),
            List.of("PROMISE_WITHIN", "PROMISE_ON_LIMIT", "PROMISE_AFTER_LIMIT")),
    PROMISES_AFTER_LIMIT(Section.PROMISES, "1.12 rule 8", null, "PROMISE_AFTER_LIMIT"),
    PROMISES_UNKNOWN(Section.PROMISES, "4.8", null, "PROMISE_UNKNOWN"),

    RHYTHM_MET(Section.RHYTHM, "K03b", null, "RHYTHM_MET"),
    RHYTHM_MISSED(Section.RHYTHM, "K03b", null, "RHYTHM_MISSED"),
    RHYTHM_EXCUSED(Section.RHYTHM, "K03b", null, "RHYTHM_EXCUSED"),
    RHYTHM_UNKNOWN(Section.RHYTHM, "K03b", null, "RHYTHM_UNKNOWN"),
    K03B(
            Section.RHYTHM,
            "K03b",
            Limit.atLeastPercent(90, 75, 5),
            List.of("RHYTHM_MET", "RHYTHM_EXCUSED"),
            List.of("RHYTHM_MET", "RHYTHM_EXCUSED", "RHYTHM_MISSED")),

    DEFEATS_APPLIED(Section.DEFEATS, "3.9", null, "DEFEAT_APPLIED"),
    DEFEATS_NEVER_REACHED(Section.DEFEATS, "3.9", null, "DEFEAT_NEVER_REACHED"),
    NEVER_REACHED_SHARE(
            Section.DEFEATS,
            "3.9",
            Limit.percent(20, 40, 5),
            List.of("DEFEAT_NEVER_REACHED"),
            List.of("DEFEAT_APPLIED")),
    DAYS_SINCE_CONTACT(Section.DEFEATS, "3.9", null, "DEFEAT_APPLIED"),
    DEFEATS_REJECTED(Section.DEFEATS, "K20", null, "DEFEAT_REJECTED"),
    K20(Section.DEFEATS, "K20", Limit.percent(20, 40, 5), List.of("DEFEAT_REJECTED"), List.of("DEFEAT_APPLIED")),
    DEFEATS_RESCUED(Section.DEFEATS, "3.9", null, "DEFEAT_RESCUED"),
    DEFEATS_APPROVED(Section.DEFEATS, "4.1 rule 6", null, "DEFEAT_APPROVED"),
    DEFEATS_SPECIFIC(Section.DEFEATS, "K19", null, "DEFEAT_SPECIFIC"),
    K19(Section.DEFEATS, "K19", Limit.atLeastPercent(60, 30, 5), List.of("DEFEAT_SPECIFIC"), List.of("DEFEAT_APPLIED")),
    DEFEATS_REVIVED(Section.DEFEATS, "3.9", null, "DEFEAT_REVIVED"),
    CASES_AT_BEGIN(Section.DEFEATS, "K18", null, "CASE_AT_BEGIN"),
    CASES_NEW(Section.DEFEATS, "K18", null, "CASE_NEW"),
    K18(Section.DEFEATS, "K18", null, List.of("DEFEAT_APPROVED"), List.of("CASE_AT_BEGIN", "CASE_NEW")),

    CASES_NOW(Section.NOW, "R-207", null, "CASE_NOW"),
    GRADE_N_NOW(Section.NOW, "4.8", null, "CASE_N_NOW"),
    N_SHARE(Section.NOW, "4.8", Limit.percent(40, 60, 5), List.of("CASE_N_NOW"), List.of("CASE_NOW")),
    GRADES_OUTLIVED(Section.NOW, "R-210", null, "GRADE_OUTLIVED"),
    OUTLIVED_SHARE(Section.NOW, "R-210", Limit.percent(10, 30, 5), List.of("GRADE_OUTLIVED"), List.of("CASE_NOW")),
    NUMBERS_TWICE(Section.NOW, "4.8", Limit.count(0, 20), "NUMBER_TWICE"),
    WITHOUT_NEXT_STEP(Section.NOW, "R-106", Limit.mustBeNone(), "WITHOUT_NEXT_STEP");

    /** What stands together. The last one is a stock: as it is now, whatever the period. */
    public enum Section {
        DATES,
        TIMES,
        PROMISES,
        RHYTHM,
        DEFEATS,
        NOW;

        /** Whether it looks at contacts and promises as they were written, {@link ToldFacts#around}. */
        boolean isOfWhatWasWritten() {
            return this == DATES || this == TIMES || this == PROMISES;
        }

        /** In the order of the page. */
        public List<Finding> findings() {
            return Arrays.stream(Finding.values())
                    .filter(finding -> finding.section == this)
                    .toList();
        }
    }

    private final Section section;
    private final String definitionId;
    private final @Nullable Limit limit;
    private final List<String> parts;
    private final List<String> base;

    Finding(Section section, String definitionId, @Nullable Limit limit, String... parts) {
        this(section, definitionId, limit, List.of(parts), List.of());
    }

    Finding(Section section, String definitionId, @Nullable Limit limit, List<String> parts, List<String> base) {
        this.section = section;
        this.definitionId = definitionId;
        this.limit = limit;
        this.parts = parts;
        this.base = base;
    }

    public Section section() {
        return section;
    }

    /** Where the definition comes from: a ratio of 4.7 or the rule that demands the number. */
    public String definitionId() {
        return definitionId;
    }

    /** From where on it is worth a look; nothing when it only tells. */
    public @Nullable Limit limit() {
        return limit;
    }

    /** A ratio is no count: it has no rows, and nothing to divide by makes it nothing, never zero (4.1 rule 4). */
    public boolean isRatio() {
        return !base.isEmpty();
    }

    /** The middle one of what its rows measure, in days. */
    public boolean isMedian() {
        return this == DAYS_SINCE_CONTACT;
    }

    /** Whether its number is how many rows it opens. */
    public boolean isCount() {
        return !isRatio() && !isMedian();
    }

    /** Whether it is told by reason as well. */
    public boolean isByReason() {
        return section == Section.DEFEATS && isCount() && this != CASES_AT_BEGIN && this != CASES_NEW;
    }

    /** The counts that it is made of, each of which opens its rows: of a count itself, of a ratio those above and below its line. */
    public List<Finding> counts() {
        return isRatio()
                ? section.findings().stream()
                        .filter(one -> one.isCount() && one.parts.size() == 1)
                        .filter(one -> parts.contains(one.parts.get(0)) || base.contains(one.parts.get(0)))
                        .toList()
                : List.of(this);
    }

    List<String> parts() {
        return parts;
    }

    /** Of a ratio, what stands below the line. */
    List<String> base() {
        return base;
    }
}
