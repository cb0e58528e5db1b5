package io.genjin.coaching;

import io.genjin.coaching.Observed.Judged;
import io.genjin.coaching.Observed.Seen;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.hlist.HListArchive;
import io.genjin.ratio.Calibration;
import io.genjin.ratio.Calibrations;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.Ratios;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Absence;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks the consultants' numbers up in the reports, before anybody is judged by them. */
@Component
class Observations {

    private static final int LIST_WEEKS = 4;
    private static final int FEWEST_SELLING_DAYS = 5;
    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;
    private static final int EIGHT_WEEKS = 56;
    /** Who has nothing older than this is new. */
    private static final int NEW_DAYS = 60;
    /** How far back it is looked for. */
    private static final int KNOWN_DAYS = 240;

    private static final Set<Figure> FOLLOWING = EnumSet.of(
            Figure.FOLLOW_UPS_ON_TIME,
            Figure.FOLLOW_UPS_LATE,
            Figure.FOLLOW_UPS_NOT_DONE,
            Figure.FIRST_ON_TIME,
            Figure.FIRST_MISSED,
            Figure.CARDS_SUBMITTED,
            Figure.CARDS_RETURNED);

    private static final Set<Figure> ANY_WORK =
            EnumSet.of(Figure.TOTAL_CONTACTS, Figure.NEW_PROSPECTS, Figure.LEADS_ALLOCATED, Figure.TRANSFERS_IN);

    private final OneToOnes talks;
    private final FigureSums sums;
    private final Ratios ratios;
    private final Calibrations calibrations;
    private final DailyReport reports;
    private final ActualVersusTarget targets;
    private final HListArchive lists;
    private final StaffDirectory staff;
    private final ClosedDays closedDays;

    Observations(
            OneToOnes talks,
            FigureSums sums,
            Ratios ratios,
            Calibrations calibrations,
            DailyReport reports,
            ActualVersusTarget targets,
            HListArchive lists,
            StaffDirectory staff,
            ClosedDays closedDays) {
        this.talks = talks;
        this.sums = sums;
        this.ratios = ratios;
        this.calibrations = calibrations;
        this.reports = reports;
        this.targets = targets;
        this.lists = lists;
        this.staff = staff;
        this.closedDays = closedDays;
    }

    /** A consultant while their numbers are looked up. */
    private record Looked(StaffMember consultant, Presence there, List<Seen> seen) {}

    /** @param reader somebody who sees everybody's figures */
    List<Observed> of(TalkWeek week, LocalDate today, StaffMember reader) {
        OpeningCalendar calendar = closedDays.calendar(reader.dealership());
        List<Absence> absences = staff.absences(reader.dealership());
        List<Looked> team = staff.with(reader.dealership(), Role.SALES_CONSULTANT).stream()
                .map(one -> new Looked(one, Presence.of(one.id(), absences, calendar), new ArrayList<>()))
                .toList();
        following(team, today, reader.dealership());
        outcomes(team, today, reader.dealership());
        overdue(team, today, reader);
        paces(team, calendar, today, reader);
        hits(team, reader);
        grades(team, today, reader);
        Set<StaffId> known = known(team, today, reader.dealership());
        Map<StaffId, LocalDate> last = talks.lastTalks(today, reader.dealership());
        return team.stream()
                .map(one -> {
                    LocalDate talk = last.get(one.consultant().id());
                    return new Observed(
                            one.consultant(),
                            one.there().days(today, week.sunday()) == 0,
                            !known.contains(one.consultant().id()),
                            one.seen(),
                            talk,
                            talk == null ? null : (Integer) (one.there().days(talk.plusDays(1), today) / WEEK));
                })
                .toList();
    }

    private static <R> void each(
            List<Looked> team, List<R> rows, Function<R, @Nullable StaffMember> whose, BiConsumer<Looked, R> look) {
        for (R row : rows) {
            StaffMember person = whose.apply(row);
            team.stream()
                    .filter(one -> person != null && one.consultant().id().equals(person.id()))
                    .forEach(one -> look.accept(one, row));
        }
    }

    /** Who is no newcomer: something of theirs is older than two months; everybody, where nobody's is. */
    private Set<StaffId> known(List<Looked> team, LocalDate today, DealershipId dealership) {
        Set<StaffId> known = new HashSet<>();
        sums.between(today.minusDays(KNOWN_DAYS), today.minusDays(NEW_DAYS), ANY_WORK, dealership).stream()
                .filter(one -> one.count() > 0 && one.person() != null)
                .forEach(one -> known.add(one.person()));
        List<StaffId> all = team.stream().map(one -> one.consultant().id()).toList();
        return all.stream().anyMatch(known::contains) ? known : Set.copyOf(all);
    }

    /** Of the last four weeks that are over, without the days on which the person was away. */
    private void following(List<Looked> team, LocalDate today, DealershipId dealership) {
        LocalDate from = today.minusDays(FOUR_WEEKS);
        LocalDate until = today.minusDays(1);
        List<FigureSums.DayCount> days = sums.days(from, until, FOLLOWING, dealership);
        for (Looked one : team) {
            Map<Figure, Long> counted = new EnumMap<>(Figure.class);
            days.stream()
                    .filter(day -> one.consultant().id().equals(day.person()))
                    .filter(day -> !one.there().isAwayOn(day.day()))
                    .forEach(day -> counted.merge(day.figure(), day.count(), Long::sum));
            List<Stretch> there = one.there().stretches(from, until);
            long kept = counted.getOrDefault(Figure.FOLLOW_UPS_ON_TIME, 0L);
            long due = kept
                    + counted.getOrDefault(Figure.FOLLOW_UPS_LATE, 0L)
                    + counted.getOrDefault(Figure.FOLLOW_UPS_NOT_DONE, 0L);
            one.seen().add(new Seen(Measure.ON_TIME, there, kept, due, new Share(kept, due)));
            long first = counted.getOrDefault(Figure.FIRST_ON_TIME, 0L);
            long firsts = first + counted.getOrDefault(Figure.FIRST_MISSED, 0L);
            one.seen().add(new Seen(Measure.FIRST_ON_TIME, there, first, firsts, new Share(first, firsts)));
            long returned = counted.getOrDefault(Figure.CARDS_RETURNED, 0L);
            long submitted = counted.getOrDefault(Figure.CARDS_SUBMITTED, 0L);
            one.seen()
                    .add(new Seen(Measure.CARDS_RETURNED, there, returned, submitted, new Share(returned, submitted)));
        }
    }

    /** What came of customers in the last eight weeks that are over: it takes its time, so absences hardly show in it. */
    private void outcomes(List<Looked> team, LocalDate today, DealershipId dealership) {
        Stretch days = new Stretch(today.minusDays(EIGHT_WEEKS), today.minusDays(1));
        List<Ratios.Line> lines = ratios.of(
                        List.of(new Days(days.from(), days.until())), List.of(Ratio.K11, Ratio.K15), dealership)
                .get(0);
        for (Looked one : team) {
            one.seen().add(seen(Measure.RETURNING, Ratio.K11, days, one, lines));
            one.seen().add(seen(Measure.CLOSING, Ratio.K15, days, one, lines));
        }
    }

    private static Seen seen(Measure measure, Ratio ratio, Stretch days, Looked one, List<Ratios.Line> lines) {
        Fraction fraction = lines.stream()
                .filter(line -> one.consultant().id().equals(line.person()))
                .map(line -> line.of(ratio))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Fraction.NOTHING);
        return new Seen(
                measure,
                List.of(days),
                fraction.top(),
                fraction.bottom(),
                new Share(fraction.top(), fraction.bottom()));
    }

    /** Customers that fell overdue while somebody was away say nothing of them: a week after they came back they do again. */
    private void overdue(List<Looked> team, LocalDate today, StaffMember reader) {
        each(team, reports.of(null, null, reader).rows(), DailyReport.Row::consultant, (one, row) -> {
            long overdue = number(row.of(Figure.OVERDUE).day());
            long base = number(row.of(Figure.BASE).day());
            boolean there = one.there().isAlwaysThere(today.minusDays(WEEK), today);
            Share share = there ? new Share(overdue, base) : Share.NOTHING;
            one.seen().add(new Seen(Measure.OVERDUE, List.of(Stretch.of(today)), overdue, base, share));
        });
    }

    private static long number(@Nullable BigDecimal value) {
        return value == null ? 0 : value.longValueExact();
    }

    /** Of this month, or of the last one while this has hardly begun. */
    private void paces(List<Looked> team, OpeningCalendar calendar, LocalDate today, StaffMember reader) {
        YearMonth running = YearMonth.from(today);
        YearMonth month =
                calendar.openDays(running.atDay(1), today) < FEWEST_SELLING_DAYS ? running.minusMonths(1) : running;
        LocalDate first = month.atDay(1);
        LocalDate end = month.atEndOfMonth();
        LocalDate until = end.isAfter(today) ? today : end;
        each(team, targets.of(month, reader).rows(), ActualVersusTarget.Row::consultant, (one, row) -> {
            int days = one.there().sellingDays(first, end);
            int elapsed = one.there().sellingDays(first, until);
            for (Metric metric : Metric.values()) {
                Integer target = row.of(metric).target();
                long actual = row.of(metric).actual();
                if (target != null && target > 0) {
                    Share pace = elapsed < FEWEST_SELLING_DAYS
                            ? Share.NOTHING
                            : new Share(actual * days, (long) target * elapsed);
                    one.seen()
                            .add(new Seen(
                                    Measure.of(metric), List.of(new Stretch(first, until)), actual, target, pace));
                }
            }
        });
    }

    /** Whether customers bought within the time of their grades, in the last half year; chance is looked at where they are counted. */
    private void grades(List<Looked> team, LocalDate today, StaffMember reader) {
        Calibrations.Report report = calibrations.of(null, null, null, reader);
        LocalDate end = report.until().atEndOfMonth();
        Stretch days = new Stretch(report.from().atDay(1), end.isAfter(today) ? today : end);
        each(team, report.rows(), Calibrations.Row::consultant, (one, row) -> Arrays.stream(Measure.values())
                .forEach(measure -> {
                    Calibration grade =
                            measure.grade() == null ? null : row.grades().get(measure.grade());
                    if (grade != null) {
                        one.seen()
                                .add(new Seen(
                                        measure,
                                        List.of(days),
                                        grade.ordered(),
                                        grade.graded(),
                                        new Share(grade.ordered(), grade.graded()),
                                        judged(row.verdicts().get(grade.grade()))));
                    }
                }));
    }

    private static Judged judged(Calibration.@Nullable Verdict verdict) {
        return verdict == null || verdict == Calibration.Verdict.TOO_FEW
                ? Judged.TOO_FEW
                : verdict == Calibration.Verdict.LIKE_OTHERS ? Judged.ALIKE : Judged.BY_SHARE;
    }

    /** Of the last closed weeks, each opened by itself. */
    private void hits(List<Looked> team, StaffMember reader) {
        List<HListArchive.ClosedWeek> weeks =
                lists.weeks(LIST_WEEKS, null, reader).items();
        List<Stretch> days = weeks.stream()
                .map(week -> new Stretch(week.week().monday(), week.week().sunday()))
                .toList();
        for (Looked one : team) {
            Share share = weeks.stream()
                    .flatMap(week -> week.lines().stream())
                    .filter(line -> line.consultant().equals(one.consultant().id()))
                    .map(line -> new Share(line.rate().ordered(), line.rate().entries()))
                    .reduce(Share.NOTHING, Share::and);
            one.seen().add(new Seen(Measure.LIST_HITS, days, share.part(), share.whole(), share));
        }
    }
}
