package io.genjin.quality;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.quality.Finding.Section;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Data quality (数据质量, 4.8): how far what people wrote down can be believed, in numbers that each open the rows they count.
 * Everything is marked and nothing refused. A consultant sees their own, managers everybody's and the dealership's.
 */
@Component
public class DataQuality {

    /** Who may see whose rows is decided by this operation's reach. */
    static final String OPERATION = "quality.read";

    /** A quarter: more at once is not looked at. */
    public static final int LONGEST_DAYS = 92;

    private static final int RATIO_DIGITS = 4;
    private static final int COMMON_REASONS = 20;

    /** A number with its light; nothing where there is no such number. */
    public record Value(@Nullable BigDecimal number, Light light) {}

    /** The numbers of one person, or of the whole dealership when there is no person. */
    public record Row(@Nullable StaffMember person, Map<Finding, Value> values) {

        public Value of(Finding finding) {
            return values.getOrDefault(finding, new Value(null, Light.UNJUDGED));
        }
    }

    /** A reason that one person gave again and again for moving dates, in the words last used. */
    public record SameReason(StaffMember person, String reason, int times) {}

    /** How often a reason stood on applications to give a case up; a case with two reasons is told by both. */
    public record DefeatReason(String code, Map<Finding, Integer> counts) {}

    /**
     * What was found in a period.
     *
     * @param rows the dealership first when the reader may see all, then its people by sign-in name
     */
    public record Report(
            LocalDate from,
            LocalDate to,
            List<Row> rows,
            List<SameReason> sameReasons,
            List<DefeatReason> defeatReasons) {}

    /**
     * Which number is asked for.
     *
     * @param consultant whose; nobody means all that the reader may see
     * @param reason     only rows told by this reason; nothing means all
     */
    public record Question(
            LocalDate from,
            LocalDate to,
            Finding finding,
            @Nullable StaffMember consultant,
            @Nullable String reason) {}

    private final ToldFacts facts;
    private final DateMarks dates;
    private final ContactMarks contacts;
    private final RhythmMarks rhythm;
    private final DefeatMarks defeats;
    private final NowMarks now;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Clock clock;

    DataQuality(
            ToldFacts facts,
            DateMarks dates,
            ContactMarks contacts,
            RhythmMarks rhythm,
            DefeatMarks defeats,
            NowMarks now,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Clock clock) {
        this.facts = facts;
        this.dates = dates;
        this.contacts = contacts;
        this.rhythm = rhythm;
        this.defeats = defeats;
        this.now = now;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * What was found in a period, this month's until today unless another is named.
     *
     * @throws FieldsRefused naming {@code from} or {@code to}
     */
    @Transactional(readOnly = true)
    public Report of(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable StaffMember chosen, StaffMember reader) {
        Period period = period(from, to, reader);
        List<Told> around = facts.around(period);
        List<Mark> marks = Arrays.stream(Section.values())
                .flatMap(section -> marks(section, period, around).stream())
                .toList();
        Predicate<Mark> shown = mark -> chosen == null || chosen.id().equals(mark.person());
        Predicate<Mark> own = mark -> seesAll(reader) || reader.id().equals(mark.person());
        List<Mark> told = marks.stream().filter(own.and(shown)).toList();
        return new Report(
                period.from(),
                period.to(),
                rows(marks, chosen, reader),
                sameReasons(told, reader),
                defeatReasons(told));
    }

    private List<Mark> marks(Section section, Period period) {
        return marks(section, period, section.isOfWhatWasWritten() ? facts.around(period) : List.of());
    }

    /** What was written is read once for all sections. */
    private List<Mark> marks(Section section, Period period, List<Told> around) {
        List<Told> written =
                around.stream().filter(one -> period.contains(one.recordedAt())).toList();
        return switch (section) {
            case DATES -> dates.in(period, written);
            case TIMES -> contacts.times(period, around);
            case PROMISES -> contacts.promises(period, written);
            case RHYTHM -> rhythm.in(period);
            case DEFEATS -> defeats.in(period);
            case NOW -> now.in(period);
        };
    }

    private List<Row> rows(List<Mark> marks, @Nullable StaffMember chosen, StaffMember reader) {
        Map<StaffId, List<Mark>> byPerson = new HashMap<>();
        for (Mark mark : marks) {
            if (mark.person() != null) {
                byPerson.computeIfAbsent(mark.person(), who -> new ArrayList<>())
                        .add(mark);
            }
        }
        if (!seesAll(reader)) {
            return List.of(row(reader, byPerson.getOrDefault(reader.id(), List.of())));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(null, marks));
        staff.all(reader.dealership()).stream()
                .filter(member -> byPerson.containsKey(member.id())
                        || member.active() && member.is(Role.SALES_CONSULTANT)
                        || member.equals(chosen))
                .map(member -> row(member, byPerson.getOrDefault(member.id(), List.of())))
                .forEach(rows::add);
        return rows;
    }

    private static Row row(@Nullable StaffMember person, List<Mark> marks) {
        Map<String, List<Mark>> byPart = marks.stream().collect(Collectors.groupingBy(Mark::part));
        Map<Finding, Value> values = new EnumMap<>(Finding.class);
        for (Finding finding : Finding.values()) {
            long base = count(finding.base(), byPart);
            BigDecimal number = number(finding, byPart, base);
            Limit limit = finding.limit();
            values.put(finding, new Value(number, limit == null ? Light.UNJUDGED : limit.judge(number, base)));
        }
        return new Row(person, values);
    }

    private static @Nullable BigDecimal number(Finding finding, Map<String, List<Mark>> byPart, long base) {
        if (finding.isMedian()) {
            return median(byPart.getOrDefault(finding.parts().get(0), List.of()));
        }
        BigDecimal count = BigDecimal.valueOf(count(finding.parts(), byPart));
        if (!finding.isRatio()) {
            return count;
        }
        boolean unknown = finding == Finding.K03B && byPart.containsKey("RHYTHM_UNKNOWN");
        return base == 0 || unknown ? null : count.divide(BigDecimal.valueOf(base), RATIO_DIGITS, RoundingMode.HALF_UP);
    }

    private static long count(Collection<String> parts, Map<String, List<Mark>> byPart) {
        return parts.stream()
                .mapToLong(part -> byPart.getOrDefault(part, List.of()).size())
                .sum();
    }

    /** Of an even number of days the lower one of the two in the middle: a day somebody really let pass. */
    private static @Nullable BigDecimal median(List<Mark> marks) {
        List<Long> days = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.measure() != null) {
                days.add(mark.measure());
            }
        }
        if (days.isEmpty()) {
            return null;
        }
        days.sort(Comparator.naturalOrder());
        return BigDecimal.valueOf(days.get((days.size() - 1) / 2));
    }

    private record Said(StaffId by, Wording wording) {}

    private List<SameReason> sameReasons(List<Mark> marks, StaffMember reader) {
        Map<Said, List<Mark>> same = new HashMap<>();
        for (Mark mark : marks) {
            if (mark.part().equals("SAME_REASON") && mark.person() != null) {
                Said said = new Said(
                        mark.person(), Wording.of(String.valueOf(mark.details().get("reason"))));
                same.computeIfAbsent(said, one -> new ArrayList<>()).add(mark);
            }
        }
        return same.entrySet().stream()
                .flatMap(entry -> staff.find(reader.dealership(), entry.getKey().by()).stream()
                        .map(person -> new SameReason(
                                person,
                                String.valueOf(entry.getValue()
                                        .get(entry.getValue().size() - 1)
                                        .details()
                                        .get("reason")),
                                entry.getValue().size())))
                .sorted(Comparator.comparingInt(SameReason::times)
                        .reversed()
                        .thenComparing(one -> one.person().username())
                        .thenComparing(SameReason::reason))
                .limit(COMMON_REASONS)
                .toList();
    }

    private static List<DefeatReason> defeatReasons(List<Mark> marks) {
        Map<String, Map<Finding, Integer>> counts = new TreeMap<>();
        for (Finding finding : Finding.values()) {
            if (finding.isByReason()) {
                marks.stream()
                        .filter(mark -> finding.parts().contains(mark.part()))
                        .flatMap(mark -> mark.reasons().stream().distinct())
                        .forEach(reason -> counts.computeIfAbsent(reason, one -> new EnumMap<>(Finding.class))
                                .merge(finding, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new DefeatReason(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Reads what number is asked for.
     *
     * @throws FieldsRefused naming {@code from}, {@code to}, {@code finding} or {@code consultant}
     */
    @Transactional(readOnly = true)
    public Question question(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Finding finding,
            @Nullable String consultant,
            @Nullable String reason,
            StaffMember reader) {
        Period period = period(from, to, reader);
        if (finding.isRatio()) {
            throw new FieldsRefused(Field.of("finding", "field.finding.ratio"));
        }
        String code = reason == null || reason.isBlank() ? null : reason.strip();
        return new Question(period.from(), period.to(), finding, consultant(consultant, reader), code);
    }

    /**
     * Whose rows are asked for; nobody means all that the reader may see. Somebody else's are to a consultant as if there were
     * nobody of that name.
     *
     * @throws FieldsRefused naming {@code consultant}
     */
    @Transactional(readOnly = true)
    public @Nullable StaffMember consultant(@Nullable String username, StaffMember reader) {
        boolean all = seesAll(reader);
        if (username == null || username.isBlank()) {
            return all ? null : reader;
        }
        return staff.byUsername(reader.dealership(), username.strip())
                .filter(member -> all || member.id().equals(reader.id()))
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.consultant")));
    }

    public boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OPERATION) == Reach.ALL;
    }

    /** The very rows that a number counts, newest first. */
    @Transactional(readOnly = true)
    public Page<Mark> members(Question question, int limit, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 2);
        Instant lastAt = after == null ? null : Cursor.instant(after.values().get(0));
        UUID lastId = after == null ? null : Cursor.uuid(after.values().get(1));
        Period period = period(question.from(), question.to(), reader);
        StaffMember consultant = seesAll(reader) ? question.consultant() : reader;
        Comparator<Mark> newest = Comparator.comparing(Mark::at)
                .thenComparing(mark -> mark.id().toString())
                .reversed();
        List<Mark> rows = marks(question.finding().section(), period).stream()
                .filter(mark -> question.finding().parts().contains(mark.part()))
                .filter(mark -> !question.finding().isMedian() || mark.measure() != null)
                .filter(mark -> consultant == null || consultant.id().equals(mark.person()))
                .filter(mark -> isFor(question.reason(), mark))
                .filter(mark -> lastAt == null || lastId == null || isAfter(mark, lastAt, lastId))
                .sorted(newest)
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.id()));
    }

    /** Whether a mark is told by a reason: by its code, or in the same words whatever their spelling. */
    private static boolean isFor(@Nullable String reason, Mark mark) {
        return reason == null
                || mark.reasons().contains(reason)
                || mark.part().equals("SAME_REASON")
                        && Wording.of(String.valueOf(mark.details().get("reason")))
                                .equals(Wording.of(reason));
    }

    private static boolean isAfter(Mark mark, Instant lastAt, UUID lastId) {
        int order = mark.at().compareTo(lastAt);
        return order < 0 || order == 0 && mark.id().toString().compareTo(lastId.toString()) < 0;
    }

    private Period period(@Nullable LocalDate from, @Nullable LocalDate to, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate today = dealership.today(clock);
        LocalDate last = to == null ? today : PeriodDay.of("to", to);
        LocalDate first = from == null ? last.withDayOfMonth(1) : PeriodDay.of("from", from);
        List<Field> wrong = new ArrayList<>();
        if (last.isAfter(today)) {
            wrong.add(Field.of("to", "field.quality.to"));
        }
        if (first.isAfter(last)) {
            wrong.add(Field.of("from", "field.quality.from"));
        } else if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            wrong.add(Field.of("from", "field.quality.long", LONGEST_DAYS));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Period(dealership, first, last, clock.instant());
    }
}
