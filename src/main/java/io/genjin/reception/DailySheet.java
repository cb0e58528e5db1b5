package io.genjin.reception;

import io.genjin.shared.Signature;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of one day (来店(电)客户登记表): every party, what was counted, and who signed for it. With the third signature it is
 * sealed; what was wrong is said in a correction beside it.
 *
 * @param steps what was done with each party's customer on that day
 */
public record DailySheet(
        LocalDate day,
        List<Visit> visits,
        Map<VisitId, Set<Step>> steps,
        HeadTotals heads,
        Map<Integer, Integer> hours,
        Setting setting,
        List<Signed> signatures,
        List<Explanation> explanations,
        List<Correction> corrections) {

    /** The duties that sign, in their order (3.3). */
    public static final List<Role> DUTIES = List.of(Role.RECEPTIONIST, Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);

    /** Whether callers and people met at events count to the day's parties and to K08; brands differ (2.3). */
    public record Setting(boolean callers, boolean events) {

        static final Setting USUAL = new Setting(false, false);
    }

    /** One of the three signatures. */
    public record Signed(Role duty, StaffId by, Instant at, Signature signature) {}

    /** Why parties were counted that the sheet does not show. */
    public record Explanation(int parties, String reason, StaffId by, Instant at) {}

    /** What the signed sheet should have said. */
    public record Correction(@Nullable VisitId visit, String words, StaffId by, Instant at) {}

    /** All have signed. */
    public boolean isSealed() {
        return signatures.size() == DUTIES.size();
    }

    /**
     * Whether {@code who} may still sign as {@code duty}: once for each, and the door and the managers are different eyes. In a
     * small house one person signs in both managers' duties.
     */
    public boolean maySign(Role duty, StaffId who) {
        return signatures.stream()
                .noneMatch(one -> one.duty() == duty
                        || one.by().equals(who) && (duty == Role.RECEPTIONIST || one.duty() == Role.RECEPTIONIST));
    }

    public Optional<Signed> signed(Role duty) {
        return signatures.stream().filter(one -> one.duty() == duty).findFirst();
    }

    public int figure(SheetFigure figure) {
        return figure.of(visits);
    }

    /** The day's parties as the dealership counts them (2.3). */
    public int parties() {
        return figure(SheetFigure.PARTIES)
                + (setting.callers() ? figure(SheetFigure.CALLS) : 0)
                + (setting.events() ? figure(SheetFigure.EVENTS) : 0);
    }

    /** The lines under K08, or those of them that left a number. */
    public List<Visit> k08(boolean filedOnly) {
        return visits.stream()
                .filter(visit -> SheetFigure.isUnderK08(visit, setting.callers(), setting.events()))
                .filter(visit -> !filedOnly || visit.isFiled())
                .toList();
    }

    /** K08 留档率 in percent with one decimal; nothing when there is nobody to count (4.1 rule 4). */
    public Optional<BigDecimal> k08() {
        int all = k08(false).size();
        return all == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(k08(true).size() * 100L)
                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }
}
