package io.genjin.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Frequency;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policy;
import io.genjin.followup.Escalation.Level;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Before whom an overdue promise comes, and when. */
class EscalationTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OpenTime ORDINARY = new OpenTime(List.of(), SHANGHAI);
    private static final Instant END_OF_FRIDAY_6TH = at("2026-03-06T23:59:59");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Optional<Escalation> of(Grade grade, Instant dueAt, String now) {
        Frequency rhythm = Policy.asPrinted().rule(grade).frequency();
        return Escalation.of(dueAt, rhythm, 2, ORDINARY, SHANGHAI, at(now));
    }

    @ParameterizedTest(name = "{0} promised for Friday the 6th is at {1} before: {2}")
    @CsvSource({
        "B, 2026-03-06T23:59:59, -",
        "B, 2026-03-07T00:00:00, OWNER",
        "B, 2026-03-10T23:59:59, OWNER",
        "B, 2026-03-11T00:00:00, SHOWROOM_MANAGER",
        "B, 2026-03-14T23:59:59, SHOWROOM_MANAGER",
        "B, 2026-03-15T00:00:00, SALES_MANAGER",
        "B, 2026-12-31T12:00:00, SALES_MANAGER",
        "H, 2026-03-08T23:59:59, OWNER",
        "H, 2026-03-09T00:00:00, SHOWROOM_MANAGER",
        "H, 2026-03-11T00:00:00, SALES_MANAGER",
        "A, 2026-03-09T23:59:59, OWNER",
        "A, 2026-03-10T00:00:00, SHOWROOM_MANAGER",
        "A, 2026-03-13T00:00:00, SALES_MANAGER",
        "C, 2026-03-14T00:00:00, SHOWROOM_MANAGER",
        "C, 2026-03-21T00:00:00, SALES_MANAGER",
        "N, 2026-03-21T23:59:59, OWNER",
        "N, 2026-03-22T00:00:00, SHOWROOM_MANAGER",
        "N, 2026-04-06T00:00:00, SALES_MANAGER"
    })
    void climbs(Grade grade, String now, String level) {
        assertThat(of(grade, END_OF_FRIDAY_6TH, now)
                        .map(one -> one.level().name())
                        .orElse("-"))
                .isEqualTo(level);
    }

    @Test
    @DisplayName("the moment of a level is when it was reached, however late somebody looks")
    void reached() {
        assertThat(of(Grade.B, END_OF_FRIDAY_6TH, "2026-03-09T10:00"))
                .contains(new Escalation(Level.OWNER, at("2026-03-07T00:00"), 3));
        assertThat(of(Grade.B, END_OF_FRIDAY_6TH, "2026-03-13T10:00"))
                .contains(new Escalation(Level.SHOWROOM_MANAGER, at("2026-03-11T00:00"), 7));
        assertThat(of(Grade.B, END_OF_FRIDAY_6TH, "2026-04-06T10:00"))
                .contains(new Escalation(Level.SALES_MANAGER, at("2026-03-15T00:00"), 31));
    }

    @Test
    @DisplayName("24 hours exact to the second: the owner hears of it a second later on the same day")
    void hours() {
        Instant due = at("2026-03-06T10:15:30");
        assertThat(of(Grade.H, due, "2026-03-06T10:15:30")).isEmpty();
        assertThat(of(Grade.H, due, "2026-03-06T10:15:31"))
                .contains(new Escalation(Level.OWNER, at("2026-03-06T10:15:31"), 0));
    }

    @Test
    @DisplayName("a dealership without grace goes from the owner to the sales manager at once")
    void no_grace() {
        assertThat(Escalation.of(END_OF_FRIDAY_6TH, new Frequency(1, 4), 0, ORDINARY, SHANGHAI, at("2026-03-07T08:00")))
                .contains(new Escalation(Level.SALES_MANAGER, at("2026-03-07T00:00"), 1));
    }

    @Test
    @DisplayName("O-07: where closed days stop the clocks, they do not count on the way up")
    void paused() {
        OpenTime weekendOff = new OpenTime(List.of(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 8)), SHANGHAI);
        Frequency everyFourDays = new Frequency(1, 4);
        assertThat(Escalation.of(END_OF_FRIDAY_6TH, everyFourDays, 2, weekendOff, SHANGHAI, at("2026-03-12T23:59:59")))
                .contains(new Escalation(Level.OWNER, at("2026-03-07T00:00"), 4));
        assertThat(Escalation.of(END_OF_FRIDAY_6TH, everyFourDays, 2, weekendOff, SHANGHAI, at("2026-03-13T00:00")))
                .contains(new Escalation(Level.SHOWROOM_MANAGER, at("2026-03-13T00:00"), 5));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(seed -> 20_260_302L + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("a level is never lost by waiting, and whoever looks exactly when it was reached finds it reached")
    void only_upwards(long seed) {
        Random chance = new Random(seed);
        Frequency rhythm = new Frequency(1, 1 + chance.nextInt(15));
        int grace = chance.nextInt(4);
        OpenTime time = new OpenTime(
                IntStream.range(0, chance.nextInt(12))
                        .mapToObj(one -> LocalDate.of(2026, 3, 1).plusDays(chance.nextInt(60)))
                        .collect(Collectors.toSet()),
                SHANGHAI);
        Instant due = END_OF_FRIDAY_6TH.minusSeconds(chance.nextInt(80_000));
        Level before = Level.OWNER;
        for (Instant now = due.plusSeconds(1); now.isBefore(at("2026-05-20T00:00")); now = now.plusSeconds(20_011)) {
            Escalation found =
                    Escalation.of(due, rhythm, grace, time, SHANGHAI, now).orElseThrow();
            assertThat(found.level()).isGreaterThanOrEqualTo(before);
            assertThat(found.reachedAt()).isBeforeOrEqualTo(now);
            assertThat(Escalation.of(due, rhythm, grace, time, SHANGHAI, found.reachedAt())
                            .orElseThrow()
                            .level())
                    .isEqualTo(found.level());
            if (found.reachedAt().isAfter(due.plusSeconds(1))) {
                assertThat(Escalation.of(
                                        due,
                                        rhythm,
                                        grace,
                                        time,
                                        SHANGHAI,
                                        found.reachedAt().minusSeconds(1))
                                .map(Escalation::level))
                        .isNotEqualTo(Optional.of(found.level()));
            }
            before = found.level();
        }
        assertThat(before).isEqualTo(Level.SALES_MANAGER);
    }
}
