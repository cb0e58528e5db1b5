package io.genjin.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Frequency;
import io.genjin.dealership.Policy;
import io.genjin.dealership.PolicyHistory;
import io.genjin.followup.Cadence.Excuse;
import io.genjin.followup.Cadence.GradeSince;
import io.genjin.followup.Cadence.History;
import io.genjin.followup.Cadence.Miss;
import io.genjin.followup.Cadence.OwnRhythm;
import io.genjin.followup.Cadence.OwnerSince;
import io.genjin.followup.Cadence.Reading;
import io.genjin.followup.Cadence.Rest;
import io.genjin.followup.Cadence.Touch;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every history. A case is named by its seed and replays exactly; each seed tells twenty histories. */
class CadenceInvariantsTest {

    private static final int HISTORIES_PER_SEED = 20;
    private static final Instant SPRING = Instant.parse("2026-02-20T00:00:00Z");
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("America/New_York"), ZoneId.of("UTC"));
    private static final List<StaffId> PEOPLE =
            IntStream.range(0, 4).mapToObj(n -> new StaffId(new UUID(7, n))).toList();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** One history with the policy and the moment at which it is read. */
    private record Case(History history, PolicyHistory policies, ZoneId zone, Instant asOf) {

        Reading read() {
            return readAt(asOf);
        }

        Reading readAt(Instant moment) {
            return Cadence.read(history, policies, zone, moment);
        }

        Case with(History other) {
            return new Case(other, policies, zone, asOf);
        }

        LocalDate dayOf(Instant at) {
            return LocalDate.ofInstant(at, zone);
        }

        boolean rests() {
            return restsAt(asOf);
        }

        boolean restsAt(Instant moment) {
            return history.rests().stream()
                    .anyMatch(rest -> !rest.from().isAfter(moment)
                            && (rest.until() == null || rest.until().isAfter(moment)));
        }

        boolean nothingHappensIn(Instant after, Instant until) {
            return Stream.of(
                            history.touches().stream().map(Touch::at),
                            history.grades().stream().map(GradeSince::since),
                            policies.versions().stream().map(PolicyHistory.Version::from),
                            history.ownRhythms().stream().map(OwnRhythm::since),
                            history.rests().stream().map(Rest::from),
                            history.rests().stream().flatMap(rest -> Stream.ofNullable(rest.until())))
                    .flatMap(moments -> moments)
                    .noneMatch(moment -> moment.isAfter(after) && !moment.isAfter(until));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_what_is_told_does_not_matter_and_the_answer_is_always_the_same(long seed) {
        Random chance = new Random(seed);
        for (Case told : anyCases(chance)) {
            History shuffled = new History(
                    told.history().receivedAt(),
                    told.history().fromHq(),
                    shuffled(told.history().grades(), chance),
                    shuffled(told.history().owners(), chance),
                    shuffled(told.history().touches(), chance),
                    shuffled(told.history().excuses(), chance),
                    shuffled(told.history().ownRhythms(), chance),
                    shuffled(told.history().rests(), chance));

            assertThat(told.with(shuffled).read()).as("%s", told).isEqualTo(told.read());
            assertThat(told.read()).as("%s", told).isEqualTo(told.read());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_missed_stays_missed_whatever_happens_afterwards(long seed) {
        Random chance = new Random(seed);
        for (Case told : anyCases(chance)) {
            Reading later = told.read();
            Reading sooner = told.readAt(between(told.history().receivedAt(), told.asOf(), chance));

            assertThat(beginning(later.misses(), sooner.misses()))
                    .as("%s", told)
                    .isEqualTo(sooner.misses());
            assertThat(beginning(later.counted(), sooner.counted()))
                    .as("%s", told)
                    .isEqualTo(sooner.counted());
            assertThat(later.demanded()).as("%s", told).isGreaterThanOrEqualTo(sooner.demanded());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_next_due_lies_ahead_unless_a_first_limit_has_fallen(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            Reading reading = told.read();

            assertThat(reading.dueAt())
                    .as("%s", told)
                    .isAfterOrEqualTo(told.history().receivedAt());
            if (told.rests()) {
                continue;
            }
            boolean firstFell = reading.first()
                    && reading.misses().stream().anyMatch(Miss::first)
                    && reading.overdueAt(told.asOf());
            boolean rested = !told.history().rests().isEmpty();
            assertThat(reading.overdueAt(told.asOf()))
                    .as("%s", told)
                    .isEqualTo(
                            rested
                                    ? firstFell
                                    : reading.first() && !reading.misses().isEmpty());
            assertThat(reading.latest())
                    .as("%s", told)
                    .isEqualTo(told.dayOf(firstFell ? told.asOf() : reading.dueAt()))
                    .isAfterOrEqualTo(told.dayOf(told.asOf()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void misses_come_in_time_order_have_fallen_and_are_charged_to_the_owner_of_their_moment(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            List<Miss> misses = told.read().misses();

            assertThat(misses).as("%s", told).isSortedAccordingTo(Comparator.comparing(Miss::dueAt));
            assertThat(misses).as("%s", told).allSatisfy(miss -> {
                assertThat(miss.dueAt()).isBefore(told.asOf());
                assertThat(miss.owner()).isEqualTo(told.history().ownerAt(miss.dueAt()));
            });
            assertThat(misses.stream().skip(1)).as("%s", told).noneMatch(Miss::first);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_transfer_changes_nothing_but_the_charge(long seed) {
        Random chance = new Random(seed);
        for (Case told : anyCases(chance)) {
            History of = told.history();
            Instant moment = between(of.receivedAt(), told.asOf(), chance);
            StaffId successor = new StaffId(new UUID(8, 8));
            List<OwnerSince> owners = new ArrayList<>(of.owners());
            owners.removeIf(owner -> owner.since().isAfter(moment));
            owners.add(new OwnerSince(successor, moment));
            Reading before = told.read();
            Reading after = told.with(new History(
                            of.receivedAt(),
                            of.fromHq(),
                            of.grades(),
                            owners,
                            of.touches(),
                            of.excuses(),
                            of.ownRhythms(),
                            of.rests()))
                    .read();

            List<Miss> expected = before.misses().stream()
                    .map(miss -> miss.dueAt().isBefore(moment)
                            ? miss
                            : new Miss(miss.dueAt(), successor, miss.first(), miss.excused()))
                    .toList();
            assertThat(after)
                    .as("%s", told)
                    .isEqualTo(new Reading(
                            before.dueAt(),
                            before.latest(),
                            before.first(),
                            expected,
                            before.demanded(),
                            before.counted(),
                            before.met()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_late_reason_changes_nothing_but_whether_a_miss_is_excused(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            History of = told.history();
            Reading with = told.read();
            Reading without = told.with(new History(
                            of.receivedAt(),
                            of.fromHq(),
                            of.grades(),
                            of.owners(),
                            of.touches(),
                            List.of(),
                            of.ownRhythms(),
                            of.rests()))
                    .read();

            assertThat(without.misses()).as("%s", told).noneMatch(Miss::excused);
            assertThat(with.misses().stream().map(miss -> new Miss(miss.dueAt(), miss.owner(), miss.first(), false)))
                    .as("%s", told)
                    .isEqualTo(without.misses());
            assertThat(with.misses())
                    .as("%s", told)
                    .allMatch(miss -> miss.excused()
                            == of.excuses().stream()
                                    .anyMatch(excuse -> miss.dueAt().isAfter(excuse.from())
                                            && !miss.dueAt().isAfter(excuse.until())));
            assertThat(with.dueAt()).as("%s", told).isEqualTo(without.dueAt());
            assertThat(with.demanded()).as("%s", told).isEqualTo(without.demanded());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void at_a_due_moment_nothing_is_missed_and_right_after_it_one_contact_is(long seed) {
        for (Case told : casesOfOneContactRhythms(new Random(seed))) {
            Reading reading = told.read();
            Instant due = reading.dueAt();
            if (reading.overdueAt(told.asOf()) || !told.nothingHappensIn(told.asOf(), due.plusSeconds(1))) {
                continue;
            }

            assertThat(told.readAt(due).misses()).as("%s", told).isEqualTo(reading.misses());
            assertThat(told.readAt(due).dueAt()).as("%s", told).isEqualTo(due);
            for (Instant after : List.of(due.plusNanos(1), due.plusSeconds(1))) {
                List<Miss> misses = told.readAt(after).misses();
                assertThat(misses).as("%s", told).hasSize(reading.misses().size() + 1);
                assertThat(misses.get(misses.size() - 1).dueAt()).as("%s", told).isEqualTo(due);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_more_contact_never_adds_a_miss_to_a_rhythm_of_one_contact(long seed) {
        Random chance = new Random(seed);
        for (Case told : casesOfOneContactRhythms(chance)) {
            History of = told.history();
            if (of.touches().isEmpty()) {
                continue;
            }
            Instant first = of.touches().get(0).at();
            List<Touch> touches = new ArrayList<>(of.touches());
            touches.add(new Touch(between(first, told.asOf(), chance), true));
            Case more = told.with(new History(
                    of.receivedAt(),
                    of.fromHq(),
                    of.grades(),
                    of.owners(),
                    touches,
                    of.excuses(),
                    of.ownRhythms(),
                    of.rests()));

            for (int look = 0; look < 5; look++) {
                Instant moment = between(first, told.asOf(), chance);
                assertThat(more.readAt(moment).misses())
                        .as("%s at %s and with %s", told, moment, touches.get(touches.size() - 1))
                        .hasSizeLessThanOrEqualTo(told.readAt(moment).misses().size());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void at_most_one_contact_a_day_counts_and_only_on_a_day_with_a_follow_up(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            Reading reading = told.read();

            assertThat(reading.counted()).as("%s", told).isSorted().doesNotHaveDuplicates();
            assertThat(told.history().touches().stream().map(touch -> told.dayOf(touch.at())))
                    .as("%s", told)
                    .containsAll(reading.counted());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_contact_meets_at_most_one_demand_and_every_miss_is_a_demand(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            Reading reading = told.read();
            int made = reading.demanded() - reading.misses().size();
            long contacts = told.history().touches().stream()
                    .filter(touch -> !touch.at().isAfter(told.asOf()))
                    .count();

            assertThat(made).as("%s", told).isBetween(0, (int) contacts);
            assertThat(made)
                    .as("%s", told)
                    .isLessThanOrEqualTo(reading.counted().size() + 1);
            assertThat(reading.met()).as("%s", told).isSorted().doesNotHaveDuplicates();
            assertThat(reading.counted()).as("%s", told).containsAll(reading.met());
            assertThat(made - reading.met().size())
                    .as("the first limit met by a contact that the rhythm did not ask for, %s", told)
                    .isBetween(0, 1);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_cycle_never_misses_more_than_its_contacts(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            Stream<Frequency> byGrade = told.policies().versions().stream()
                    .flatMap(version -> version.policy().rules().values().stream())
                    .map(rule -> rule.frequency());
            Stream<Frequency> own =
                    told.history().ownRhythms().stream().flatMap(given -> Stream.ofNullable(given.frequency()));
            int most =
                    Stream.concat(byGrade, own).mapToInt(Frequency::times).max().orElseThrow();
            Map<Instant, Long> missesByMoment =
                    told.read().misses().stream().collect(Collectors.groupingBy(Miss::dueAt, Collectors.counting()));

            assertThat(missesByMoment.values()).as("%s", told).allMatch(count -> count <= most);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_falls_and_nothing_counts_while_a_case_rests(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            Reading reading = told.read();

            assertThat(reading.misses()).as("%s", told).noneMatch(miss -> told.history().rests().stream()
                    .anyMatch(rest -> rest.from().isBefore(miss.dueAt())
                            && (rest.until() == null || rest.until().isAfter(miss.dueAt()))));
            assertThat(reading.counted()).as("%s", told).allMatch(day -> told.history().touches().stream()
                    .anyMatch(touch -> told.dayOf(touch.at()).equals(day) && !told.restsAt(touch.at())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_rest_that_has_not_begun_changes_nothing(long seed) {
        for (Case told : anyCases(new Random(seed))) {
            History of = told.history();
            if (told.rests()) {
                continue;
            }
            List<Rest> more = new ArrayList<>(of.rests());
            more.add(new Rest(told.asOf().plusSeconds(1), null));
            History resting = new History(
                    of.receivedAt(),
                    of.fromHq(),
                    of.grades(),
                    of.owners(),
                    of.touches(),
                    of.excuses(),
                    of.ownRhythms(),
                    more);

            assertThat(told.with(resting).read()).as("%s", told).isEqualTo(told.read());
        }
    }

    /** Counted by plain arithmetic, without walking: the gaps between contact days, or the contact days in each cycle. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_grade_without_changes_misses_what_arithmetic_says(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < HISTORIES_PER_SEED; i++) {
            Grade grade = any(Grade.values(), chance);
            Case told = steady(grade, anyPolicy(chance, chance.nextBoolean()), chance);
            List<LocalDate> days = told.history().touches().stream()
                    .map(touch -> told.dayOf(touch.at()))
                    .distinct()
                    .toList();
            Reading reading = told.read();
            long rhythmMisses =
                    reading.misses().stream().filter(miss -> !miss.first()).count();

            Frequency frequency =
                    told.policies().versions().get(0).policy().rule(grade).frequency();
            long expected = days.isEmpty()
                    ? 0
                    : frequency.hasCycles()
                            ? missesOfCycles(frequency, days, told)
                            : missesOfGaps(frequency, days, told);
            assertThat(rhythmMisses).as("%s", told).isEqualTo(expected);
        }
    }

    private static long missesOfGaps(Frequency frequency, List<LocalDate> days, Case told) {
        long misses = 0;
        for (int i = 1; i < days.size(); i++) {
            misses += (ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)) - 1) / frequency.days();
        }
        LocalDate due = days.get(days.size() - 1).plusDays(frequency.days());
        while (Dealership.endOf(due, told.zone()).isBefore(told.asOf())) {
            misses++;
            due = due.plusDays(frequency.days());
        }
        return misses;
    }

    private static long missesOfCycles(Frequency frequency, List<LocalDate> days, Case told) {
        long misses = 0;
        LocalDate begins = days.get(0);
        while (Dealership.endOf(frequency.lastDay(begins), told.zone()).isBefore(told.asOf())) {
            LocalDate first = begins;
            long made = days.stream()
                    .filter(day -> !day.isBefore(first) && !day.isAfter(frequency.lastDay(first)))
                    .count();
            misses += Math.max(0, frequency.times() - made);
            begins = begins.plusDays(frequency.days());
        }
        return misses;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoever_makes_contact_on_each_latest_day_misses_nothing_and_was_demanded_each_contact(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < HISTORIES_PER_SEED; i++) {
            Grade grade = any(Grade.values(), chance);
            Case told = steady(grade, anyPolicy(chance, true), chance);
            History of = told.history();
            List<Touch> touches = new ArrayList<>();
            Instant now = of.receivedAt();
            for (int contact = 0; contact < 12; contact++) {
                Reading reading = Cadence.read(
                        new History(of.receivedAt(), of.fromHq(), of.grades(), of.owners(), touches, List.of()),
                        told.policies(),
                        told.zone(),
                        now);
                assertThat(reading.misses()).as("%s", told).isEmpty();
                assertThat(reading.demanded()).as("%s", told).isEqualTo(contact);
                now = reading.dueAt();
                touches.add(new Touch(now, true));
            }
        }
    }

    /** Any grade, contacts and attempts, regradings, transfers, late reasons, and up to three policy versions. */
    private static List<Case> anyCases(Random chance) {
        return Stream.generate(() -> anyCase(chance, true))
                .limit(HISTORIES_PER_SEED)
                .toList();
    }

    /** The same without rhythms of several contacts and with answered contacts only. */
    private static List<Case> casesOfOneContactRhythms(Random chance) {
        return Stream.generate(() -> anyCase(chance, false))
                .limit(HISTORIES_PER_SEED)
                .toList();
    }

    private static Case anyCase(Random chance, boolean cyclesAndAttempts) {
        Instant receivedAt = SPRING.plusSeconds(chance.nextInt(20 * 86_400));
        Instant end = receivedAt.plus(Duration.ofDays(1L + chance.nextInt(60)));
        List<GradeSince> grades = new ArrayList<>();
        grades.add(new GradeSince(any(Grade.values(), chance), receivedAt));
        for (int i = chance.nextInt(4); i > 0; i--) {
            grades.add(new GradeSince(any(Grade.values(), chance), between(receivedAt, end, chance)));
        }
        List<OwnerSince> owners = new ArrayList<>();
        owners.add(new OwnerSince(PEOPLE.get(0), receivedAt));
        for (int i = chance.nextInt(3); i > 0; i--) {
            owners.add(new OwnerSince(PEOPLE.get(1 + chance.nextInt(3)), between(receivedAt, end, chance)));
        }
        List<Touch> touches = new ArrayList<>();
        for (int i = chance.nextInt(16); i > 0; i--) {
            boolean answered = !cyclesAndAttempts || chance.nextInt(3) > 0;
            touches.add(new Touch(between(receivedAt, end, chance), answered));
        }
        List<Excuse> excuses = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            Instant from = between(receivedAt, end, chance);
            excuses.add(new Excuse(from, from.plus(Duration.ofDays(chance.nextInt(9))), "fair"));
        }
        List<PolicyHistory.Version> versions = new ArrayList<>();
        versions.add(version(Instant.EPOCH, chance, cyclesAndAttempts));
        for (int i = chance.nextInt(3); i > 0; i--) {
            versions.add(version(between(receivedAt, end, chance), chance, cyclesAndAttempts));
        }
        return new Case(
                new History(
                        receivedAt,
                        chance.nextInt(4) == 0,
                        grades,
                        owners,
                        touches,
                        excuses,
                        cyclesAndAttempts ? ownRhythms(receivedAt, end, chance) : List.of(),
                        cyclesAndAttempts ? rests(receivedAt, end, chance) : List.of()),
                new PolicyHistory(versions),
                ZONES.get(chance.nextInt(ZONES.size())),
                between(receivedAt, end, chance));
    }

    private static List<OwnRhythm> ownRhythms(Instant from, Instant end, Random chance) {
        List<OwnRhythm> given = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            int days = 1 + chance.nextInt(9);
            Frequency rhythm =
                    chance.nextInt(4) == 0 ? null : new Frequency(1 + chance.nextInt(Math.min(days, 3)), days);
            given.add(new OwnRhythm(rhythm, between(from, end, chance)));
        }
        return given;
    }

    /** One after the other; the last one may last. */
    private static List<Rest> rests(Instant from, Instant end, Random chance) {
        List<Rest> rests = new ArrayList<>();
        Instant begin = from;
        for (int i = chance.nextInt(3); i > 0; i--) {
            begin = between(begin, end, chance);
            Instant until = between(begin, end, chance);
            rests.add(new Rest(begin, i == 1 && chance.nextBoolean() ? null : until));
            begin = until;
        }
        return rests;
    }

    /** One grade, answered contacts only, one policy. */
    private static Case steady(Grade grade, Policy policy, Random chance) {
        Case any = anyCase(chance, true);
        History of = any.history();
        List<Touch> touches = of.touches().stream()
                .filter(touch -> !touch.at().isAfter(any.asOf()))
                .map(touch -> new Touch(touch.at(), true))
                .toList();
        return new Case(
                new History(
                        of.receivedAt(),
                        of.fromHq(),
                        List.of(new GradeSince(grade, of.receivedAt())),
                        of.owners(),
                        touches,
                        List.of()),
                PolicyHistory.always(policy),
                any.zone(),
                any.asOf());
    }

    private static PolicyHistory.Version version(Instant from, Random chance, boolean cyclesAndAttempts) {
        return new PolicyHistory.Version(from, anyPolicy(chance, cyclesAndAttempts), null, null);
    }

    private static Policy anyPolicy(Random chance, boolean cycles) {
        Policy policy = Policy.asPrinted();
        if (!cycles) {
            policy = policy.with(Grade.A, new Frequency(1, 3));
        }
        if (chance.nextBoolean()) {
            int days = 1 + chance.nextInt(9);
            int times = cycles ? 1 + chance.nextInt(Math.min(days, 4)) : 1;
            policy = policy.with(any(Grade.values(), chance), new Frequency(times, days));
        }
        return new Policy(
                policy.rules(),
                policy.hqFirstHours(),
                policy.hqWarningHours(),
                cycles && chance.nextInt(4) == 0,
                policy.pauseOnClosedDays(),
                policy.ownershipGraceIntervals(),
                policy.handoverHours(),
                policy.weeklyOneToOnes(),
                policy.defeatVerifyPercent());
    }

    private static Instant between(Instant from, Instant until, Random chance) {
        long seconds = Duration.between(from, until).toSeconds();
        return seconds <= 0 ? from : from.plusSeconds((long) (chance.nextDouble() * seconds));
    }

    private static <T> T any(T[] all, Random chance) {
        return all[chance.nextInt(all.length)];
    }

    private static <T> List<T> beginning(List<T> all, List<T> asMany) {
        return all.subList(0, Math.min(all.size(), asMany.size()));
    }

    private static <T> List<T> shuffled(List<T> told, Random chance) {
        List<T> copy = new ArrayList<>(told);
        Collections.shuffle(copy, chance);
        return copy;
    }
}
