package io.genjin.coaching;

import io.genjin.coaching.Observed.Seen;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.hlist.HListArchive;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
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
import java.util.List;
import java.util.Map;
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

    private final OneToOnes talks;
    private final DailyReport reports;
    private final ActualVersusTarget targets;
    private final HListArchive lists;
    private final StaffDirectory staff;
    private final ClosedDays closedDays;

    Observations(
            OneToOnes talks,
            DailyReport reports,
            ActualVersusTarget targets,
            HListArchive lists,
            StaffDirectory staff,
            ClosedDays closedDays) {
        this.talks = talks;
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
        overdue(team, today, reader);
        paces(team, calendar, today, reader);
        hits(team, reader);
        Map<StaffId, LocalDate> last = talks.lastTalks(today, reader.dealership());
        return team.stream()
                .map(one -> {
                    LocalDate talk = last.get(one.consultant().id());
                    return new Observed(
                            one.consultant(),
                            one.there().days(today, week.sunday()) == 0,
                            false,
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
