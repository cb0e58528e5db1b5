package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says: our model beside a competitor's, respect by respect, who is better in each, where it stands, and on which
 * day it was looked up. It is fair: in one respect at least the competitor is as good or better (2.5).
 */
public record ComparisonText(CarModelId model, Rival rival, String source, LocalDate asOf, List<ComparisonRow> rows) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LINE = 160;
    private static final int FEWEST_ROWS = 2;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** After so many days a comparison should be looked up again. */
    private static final int FRESH_DAYS = 180;

    public ComparisonText {
        rows = rows.stream().sorted(Comparator.comparing(ComparisonRow::focus)).toList();
    }

    /** A row as it was typed; one in which nothing was typed is none. */
    public record RowDraft(
            @Nullable Focus focus,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable Better better,
            @Nullable String source) {

        boolean isBlank() {
            return blank(ours) && blank(theirs) && better == null && blank(source);
        }

        private static boolean blank(@Nullable String typed) {
            return typed == null || typed.isBlank();
        }
    }

    /**
     * @throws FieldsRefused  naming each field that is missing or wrong; those of a row as {@code rows.SAFETY.ours}
     * @throws OnlyOursBetter when every row says that ours is better
     */
    static ComparisonText checked(
            CarModelId model,
            @Nullable String brand,
            @Nullable String rival,
            @Nullable String trim,
            @Nullable String source,
            @Nullable LocalDate asOf,
            List<RowDraft> drafts,
            LocalDate today) {
        List<Field> wrong = new ArrayList<>();
        String cleanBrand = SkillCardText.required(PlainText.line(brand, LONGEST_NAME, "brand", wrong), "brand", wrong);
        String cleanRival = SkillCardText.required(PlainText.line(rival, LONGEST_NAME, "rival", wrong), "rival", wrong);
        String cleanTrim = PlainText.line(trim, LONGEST_NAME, "trim", wrong);
        String cleanSource =
                SkillCardText.required(PlainText.line(source, LONGEST_LINE, "source", wrong), "source", wrong);
        if (asOf == null) {
            wrong.add(Field.of("asOf", "field.required"));
        } else if (asOf.isAfter(today) || asOf.isBefore(FIRST_DAY)) {
            wrong.add(Field.of("asOf", "comparison.asOf.wrong"));
        }
        List<ComparisonRow> rows = rows(drafts, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (rows.stream().allMatch(row -> row.better() == Better.OURS)) {
            throw new OnlyOursBetter();
        }
        return new ComparisonText(
                model,
                new Rival(Objects.requireNonNull(cleanBrand), Objects.requireNonNull(cleanRival), cleanTrim),
                Objects.requireNonNull(cleanSource),
                Objects.requireNonNull(asOf),
                rows);
    }

    private static List<ComparisonRow> rows(List<RowDraft> drafts, List<Field> wrong) {
        int faults = wrong.size();
        List<ComparisonRow> rows = new ArrayList<>();
        Set<Focus> seen = EnumSet.noneOf(Focus.class);
        for (RowDraft draft : drafts) {
            if (draft.isBlank()) {
                continue;
            }
            Focus focus = draft.focus();
            if (focus == null || !seen.add(focus)) {
                wrong.add(Field.of("rows", "comparison.rows.focus"));
                continue;
            }
            String at = "rows." + focus + ".";
            String ours = line(draft.ours(), at + "ours", wrong);
            String theirs = line(draft.theirs(), at + "theirs", wrong);
            if (draft.better() == null) {
                wrong.add(Field.of(at + "better", "field.required"));
            }
            String source = PlainText.line(draft.source(), LONGEST_LINE, at + "source", wrong);
            if (ours != null && theirs != null && draft.better() != null) {
                rows.add(new ComparisonRow(focus, ours, theirs, draft.better(), source));
            }
        }
        if (wrong.size() == faults && rows.size() < FEWEST_ROWS) {
            wrong.add(Field.of("rows", "comparison.rows.few", String.valueOf(FEWEST_ROWS)));
        }
        return rows;
    }

    private static @Nullable String line(@Nullable String typed, String field, List<Field> wrong) {
        return SkillCardText.required(PlainText.line(typed, LONGEST_LINE, field, wrong), field, wrong);
    }

    /** Whether it was looked up so long ago that prices and trims may have changed since. */
    public boolean isStale(LocalDate today) {
        return asOf.plusDays(FRESH_DAYS).isBefore(today);
    }

    /** In how many respects who is better. */
    public long count(Better better) {
        return rows.stream().filter(row -> row.better() == better).count();
    }
}
