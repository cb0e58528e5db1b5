package io.genjin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.report.DailyReport.Report;
import io.genjin.report.DailyReport.Row;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random histories of a dealership: a number is how many rows it opens, and a plain diary counts the same. */
class NumbersAndRowsTest extends ReportStage {

    private static final int STEPS = 110;
    private static final int MOST_PROSPECTS = 14;

    /** What a diary knows of one customer: the promise that stands, and who owned them since when. */
    private static final class Diary {
        private final ProspectId id;
        private final List<Instant> since = new ArrayList<>();
        private final List<StaffMember> owners = new ArrayList<>();
        private LocalDate promised;
        private Instant firstLimit;
        private boolean closed;

        private Diary(ProspectId id, StaffMember owner, Instant at, LocalDate promised, Instant firstLimit) {
            this.id = id;
            this.promised = promised;
            this.firstLimit = firstLimit;
            owned(owner, at);
        }

        private void owned(StaffMember owner, Instant at) {
            owners.add(owner);
            since.add(at);
        }

        private StaffMember ownerAt(Instant moment) {
            int place = owners.size() - 1;
            while (place > 0 && since.get(place).isAfter(moment)) {
                place--;
            }
            return owners.get(place);
        }

        private StaffMember owner() {
            return owners.get(owners.size() - 1);
        }

        private Instant dueAt() {
            Instant end = endOf(promised);
            return firstLimit != null && firstLimit.isBefore(end) ? firstLimit : end;
        }
    }

    /** A promise that came to its end, or stands; {@code how} is settled when the last contact is known. */
    private static final class Item {
        private final Diary whose;
        private final LocalDate day;
        private StaffMember chargedTo;
        private Figure how;

        private Item(Diary whose, LocalDate day, StaffMember chargedTo, Figure how) {
            this.whose = whose;
            this.day = day;
            this.chargedTo = chargedTo;
            this.how = how;
        }
    }

    private record Contact(ProspectId id, String channel, LocalDate day) {}

    private final List<Diary> diaries = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<Contact> contacts = new HashSet<>();

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusSeconds(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyNumberIsHowManyRowsItOpens(long seed) {
        Random chance = new Random(seed);
        live(chance);
        for (int range = 0; range < 4; range++) {
            checkRange(chance);
        }
        for (LocalDate date : List.of(today(), today().minusDays(3), LocalDate.of(2026, 2, 28))) {
            Report report = report(gao, date);
            for (Figure figure : Figure.values()) {
                checkSum(report, figure);
                if (!figure.isRatio()) {
                    report.rows().forEach(row -> checkRows(date, figure, row));
                }
            }
        }
        checkAgainstDiary();
    }

    private void checkRows(LocalDate date, Figure figure, Row row) {
        for (Span span : Span.values()) {
            BigDecimal number =
                    span == Span.day ? row.of(figure).day() : row.of(figure).month();
            if (number != null) {
                List<FigureMembers.Member> rows = members(date, figure, row.consultant(), span, gao);
                assertThat(rows)
                        .as("%s of %s on %s, %s", figure, row.consultant(), date, span)
                        .hasSize(number.intValueExact())
                        .doesNotHaveDuplicates();
                assertThat(rows).allSatisfy(one -> assertThat(one.day())
                        .isBetween(span == Span.day ? date : date.withDayOfMonth(1), date));
            }
        }
    }

    /** Any range of days: what is counted for each person is what opens, and all of it together is everybody's. */
    private void checkRange(Random chance) {
        LocalDate from = LocalDate.of(2026, 2, 18).plusDays(chance.nextInt(20));
        LocalDate until = from.plusDays(chance.nextInt(15));
        LocalDate last = until.isAfter(today()) ? today() : until;
        if (last.isBefore(from)) {
            return;
        }
        for (Figure figure : Figure.values()) {
            if (figure.isRatio() || figure.isStock()) {
                continue;
            }
            List<FigureSums.PersonCount> counts = here(() -> sums.between(
                    from, until, List.of(figure), store.dealership().id()));
            for (StaffMember person : List.of(store.li(), store.wang(), store.wu(), store.sun())) {
                assertThat(opened(from, last, figure, person))
                        .as("%s of %s, %s to %s", figure, person.name(), from, last)
                        .hasSize((int) sum(counts.stream()
                                .filter(count -> person.id().equals(count.person()))
                                .map(FigureSums.PersonCount::count)));
            }
            assertThat(opened(from, last, figure, null))
                    .as("%s, %s to %s", figure, from, last)
                    .hasSize((int) sum(counts.stream().map(FigureSums.PersonCount::count)));
            assertThat(sum(here(() -> sums.days(
                                    from,
                                    until,
                                    List.of(figure),
                                    store.dealership().id()))
                            .stream()
                            .map(FigureSums.DayCount::count)))
                    .isEqualTo(sum(counts.stream().map(FigureSums.PersonCount::count)));
        }
    }

    private static long sum(Stream<Long> counts) {
        return counts.mapToLong(Long::longValue).sum();
    }

    private List<FigureMembers.Member> opened(LocalDate from, LocalDate until, Figure figure, StaffMember person) {
        FigureMembers.Question question =
                here(() -> members.question(from, until, figure, person == null ? null : person.username(), gao));
        return allOf(question, gao);
    }

    /** The dealership's number is the sum of its people's. */
    private static void checkSum(Report report, Figure figure) {
        BigDecimal team = report.rows().get(0).of(figure).month();
        if (!figure.isRatio() && team != null) {
            BigDecimal people = report.rows().stream()
                    .skip(1)
                    .map(row -> Objects.requireNonNull(row.of(figure).month()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(people).as("sum of %s", figure).isEqualByComparingTo(team);
        }
    }

    private void checkAgainstDiary() {
        for (LocalDate date = LocalDate.of(2026, 2, 20); !date.isAfter(today()); date = date.plusDays(1)) {
            LocalDate day = date;
            Report report = report(gao, day);
            assertThat(rowOf(report, null).of(Figure.TOTAL_CONTACTS).day())
                    .as("contacts on %s", day)
                    .isEqualByComparingTo(BigDecimal.valueOf(contacts.stream()
                            .filter(contact -> contact.day().equals(day))
                            .count()));
            for (Figure how : List.of(
                    Figure.FOLLOW_UPS_ON_TIME,
                    Figure.FOLLOW_UPS_LATE,
                    Figure.FOLLOW_UPS_NOT_DONE,
                    Figure.FOLLOW_UPS_OPEN)) {
                for (Row row : report.rows()) {
                    StaffMember person = row.consultant();
                    long expected = due(day, how, person);
                    assertThat(row.of(how).day())
                            .as("%s of %s on %s", how, person == null ? "all" : person.name(), day)
                            .isEqualByComparingTo(BigDecimal.valueOf(expected));
                }
            }
        }
    }

    private long due(LocalDate day, Figure how, StaffMember person) {
        List<Item> all = new ArrayList<>(items);
        for (Diary diary : diaries) {
            if (!diary.closed) {
                boolean fallen = diary.dueAt().isBefore(clock.instant());
                all.add(new Item(
                        diary,
                        diary.promised,
                        fallen ? diary.ownerAt(diary.dueAt()) : diary.owner(),
                        fallen ? Figure.FOLLOW_UPS_NOT_DONE : Figure.FOLLOW_UPS_OPEN));
            }
        }
        return all.stream()
                .filter(item -> item.day.equals(day) && item.how == how)
                .filter(item -> person == null || item.chargedTo.id().equals(person.id()))
                .count();
    }

    private void live(Random chance) {
        clock.set("2026-02-20T09:00");
        for (int step = 0; step < STEPS; step++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(20 + chance.nextInt(330))));
            if (diaries.size() < MOST_PROSPECTS && chance.nextInt(4) == 0) {
                open(chance);
            } else if (!diaries.isEmpty()) {
                try {
                    act(diaries.get(chance.nextInt(diaries.size())), chance);
                } catch (Refusal notNow) {
                    // the dealership tried what its rules do not allow; nothing happened
                }
            }
            if (step % 6 == 0) {
                sweep.settleFallen();
            }
            if (step % 9 == 0) {
                keeping.keep(store.dealership().id());
            }
        }
        sweep.settleFallen();
    }

    private void open(Random chance) {
        StaffMember owner = chance.nextBoolean() ? store.li() : store.wang();
        Source[] sources = Source.values();
        Source source = sources[chance.nextInt(sources.length)];
        Instant now = clock.instant();
        if (source == Source.HQ_ALLOCATED) {
            Instant limit = now.plus(Duration.ofHours(24));
            diaries.add(new Diary(hqLead(), store.wu(), now, LocalDate.ofInstant(limit, SHANGHAI), limit));
            return;
        }
        LocalDate next = today().plusDays(chance.nextInt(2));
        Grade grade = Grade.values()[chance.nextInt(5)];
        ProspectId id = opened(owner, content(source), grade, next);
        diaries.add(new Diary(id, owner, now, next, firstLimit(grade)));
        contacts.add(new Contact(id, channel(source), today()));
    }

    /** The table as printed. */
    private Instant firstLimit(Grade grade) {
        return switch (grade) {
            case H -> clock.instant().plus(Duration.ofHours(24));
            case A -> endOf(today().plusDays(3));
            case B -> endOf(today().plusDays(7));
            case C -> endOf(today().plusDays(15));
            case N -> endOf(today().plusMonths(1));
        };
    }

    private static String channel(Source source) {
        return switch (source) {
            case WALK_IN -> "SHOWROOM";
            case INBOUND_CALL, HOTLINE_800 -> "PHONE";
            case MARKET_DEVELOPMENT, FIELD_SALES, PROMOTION_EVENT -> "VISIT_OUT";
            default -> "OTHER";
        };
    }

    private void act(Diary diary, Random chance) {
        StaffMember owner = diary.owner();
        Instant now = clock.instant();
        switch (chance.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> contact(diary, chance);
            case 5, 6 -> {
                LocalDate to = today().plusDays(chance.nextInt(6));
                LocalDate old = diary.promised;
                moved(diary.id, owner, to);
                if (today().isAfter(old)) {
                    items.add(new Item(diary, old, diary.ownerAt(endOf(old)), Figure.FOLLOW_UPS_NOT_DONE));
                }
                diary.promised = to;
            }
            case 7 -> {
                StaffMember to = owner.id().equals(store.li().id()) ? store.wang() : store.li();
                if (owner.id().equals(store.wu().id())) {
                    allocated(diary.id, to);
                } else {
                    transferred(diary.id, to);
                }
                diary.owned(to, now);
            }
            case 8 -> here(() -> cards.submit(diary.id, owner));
            case 9 ->
                here(() -> chance.nextInt(3) == 0
                        ? cards.giveBack(diary.id, "请补充预算", store.chen())
                        : cards.sign(diary.id, null, store.chen()));
            case 10 -> here(() -> cards.enter(diary.id, store.sun()));
            default -> invalid(diary, chance);
        }
    }

    private void contact(Diary diary, Random chance) {
        StaffMember owner = diary.owner();
        if (owner.id().equals(store.wu().id())) {
            return;
        }
        ContactWay way = ContactWay.values()[chance.nextInt(ContactWay.values().length)];
        Outcome outcome = chance.nextInt(4) == 0 ? Outcome.NOT_REACHED : Outcome.REACHED;
        Instant happenedAt =
                chance.nextInt(4) == 0 ? clock.instant().minus(Duration.ofHours(chance.nextInt(40))) : clock.instant();
        LocalDate next = today().plusDays(chance.nextInt(5));
        Instant dueAt = diary.dueAt();
        contacted(diary.id, owner, way, outcome, happenedAt, next);
        LocalDate day = LocalDate.ofInstant(happenedAt, SHANGHAI);
        if (outcome.isAnswered() && way != ContactWay.POST) {
            contacts.add(new Contact(diary.id, way.name(), day));
        }
        for (Item item : items) {
            if (item.whose == diary && item.how == Figure.FOLLOW_UPS_NOT_DONE) {
                item.how = day.isAfter(item.day) ? Figure.FOLLOW_UPS_LATE : Figure.FOLLOW_UPS_ON_TIME;
            }
        }
        boolean kept = !happenedAt.isAfter(dueAt);
        items.add(new Item(
                diary,
                diary.promised,
                kept ? owner : diary.ownerAt(dueAt),
                kept ? Figure.FOLLOW_UPS_ON_TIME : Figure.FOLLOW_UPS_LATE));
        diary.promised = next;
        diary.firstLimit = null;
    }

    private void invalid(Diary diary, Random chance) {
        if (chance.nextInt(4) != 0) {
            return;
        }
        here(() -> {
            prospects.invalidate(
                    diary.id,
                    ProspectFact.Kind.LEAD_INVALID,
                    "空号",
                    store.chen().id(),
                    store.dealership().id());
            return diary;
        });
        diary.closed = true;
        if (today().isAfter(diary.promised)) {
            items.add(new Item(diary, diary.promised, diary.ownerAt(diary.dueAt()), Figure.FOLLOW_UPS_NOT_DONE));
        }
    }
}
