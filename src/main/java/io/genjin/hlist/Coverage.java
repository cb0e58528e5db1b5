package io.genjin.hlist;

import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which consultants have a list for a week and which have none (3.10, K29). */
public record Coverage(List<Row> rows) {

    private static final int RATIO_DIGITS = 4;

    /** How one consultant stands. */
    public enum Standing {
        HELD,
        /** Analysed, and nobody is likely; that counts as held. */
        NOBODY,
        MISSING,
        /** Away the whole week and without a list: not expected to have one. */
        AWAY;

        public boolean isHeld() {
            return this == HELD || this == NOBODY;
        }
    }

    /** One consultant. */
    public record Row(StaffId consultant, Standing standing) {}

    public Coverage {
        rows = List.copyOf(rows);
    }

    public int held() {
        return (int) rows.stream().filter(row -> row.standing().isHeld()).count();
    }

    /** How many consultants should have a list. */
    public int expected() {
        return (int)
                rows.stream().filter(row -> row.standing() != Standing.AWAY).count();
    }

    public List<StaffId> missing() {
        return rows.stream()
                .filter(row -> row.standing() == Standing.MISSING)
                .map(Row::consultant)
                .toList();
    }

    /** Consultants with a list / consultants; nothing when nobody should have one (4.1 rule 4). */
    public @Nullable BigDecimal ratio() {
        return ratio(held(), expected());
    }

    static @Nullable BigDecimal ratio(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATIO_DIGITS, RoundingMode.HALF_UP);
    }
}
