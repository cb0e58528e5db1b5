package io.genjin.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpenTime;
import io.genjin.followup.Shares.Share;
import io.genjin.prospect.Ownership;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is charged with which part of an HQ lead's 24 hours (scenario 4). Monday is 2 March 2026. */
class SharesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OpenTime ORDINARY = new OpenTime(List.of(), SHANGHAI);
    private static final StaffId WU = new StaffId(TypedId.newValue());
    private static final StaffId LI = new StaffId(TypedId.newValue());
    private static final StaffId WANG = new StaffId(TypedId.newValue());
    private static final Instant RECEIVED = at("2026-03-02T10:00:00");
    private static final Instant LIMIT = at("2026-03-03T10:00:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Ownership waiting(StaffId who, String from) {
        return new Ownership(at(from), who, true);
    }

    private static Ownership given(StaffId who, String from) {
        return new Ownership(at(from), who, false);
    }

    private static Shares shares(Ownership... owners) {
        return Shares.of(RECEIVED, LIMIT, List.of(owners), ORDINARY);
    }

    @Test
    @DisplayName("4: allocated after 23 hours: 23 hours before, one hour after, each with its name")
    void allocation_after_23_hours() {
        Shares shares = shares(waiting(WU, "2026-03-02T10:00:00"), given(LI, "2026-03-03T09:00:00"));
        assertThat(shares.parts())
                .containsExactly(new Share(WU, true, Duration.ofHours(23)), new Share(LI, false, Duration.ofHours(1)));
        assertThat(shares.beforeAllocation()).isEqualTo(Duration.ofHours(23));
        assertThat(shares.afterAllocation()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void never_allocated_is_all_the_designated_persons() {
        Shares shares = shares(waiting(WU, "2026-03-02T10:00:00"));
        assertThat(shares.beforeAllocation()).isEqualTo(Duration.ofHours(24));
        assertThat(shares.afterAllocation()).isZero();
    }

    @Test
    void taken_back_and_given_again_adds_up_with_each() {
        Shares shares = shares(
                waiting(WU, "2026-03-02T10:00:00"),
                given(LI, "2026-03-02T12:00:00"),
                waiting(WU, "2026-03-02T20:00:00"),
                given(WANG, "2026-03-02T21:30:00"),
                given(LI, "2026-03-03T08:00:00"));
        assertThat(shares.parts())
                .containsExactly(
                        new Share(WU, true, Duration.ofMinutes(2 * 60 + 90)),
                        new Share(LI, false, Duration.ofHours(8 + 2)),
                        new Share(WANG, false, Duration.ofMinutes(10 * 60 + 30)));
    }

    @Test
    void what_happened_after_the_limit_takes_no_part() {
        Shares shares = shares(waiting(WU, "2026-03-02T10:00:00"), given(LI, "2026-03-03T11:00:00"));
        assertThat(shares.parts()).containsExactly(new Share(WU, true, Duration.ofHours(24)));
    }

    @Test
    void a_consultant_who_takes_the_lead_in_turn_of_duty_is_told_from_the_same_person_waiting() {
        Shares shares = shares(waiting(LI, "2026-03-02T10:00:00"), given(LI, "2026-03-02T16:00:00"));
        assertThat(shares.parts())
                .containsExactly(new Share(LI, true, Duration.ofHours(6)), new Share(LI, false, Duration.ofHours(18)));
    }

    @Test
    @DisplayName("6: closed days that pause the clocks belong to nobody")
    void closed_days_belong_to_nobody() {
        OpenTime festival =
                new OpenTime(List.of(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-04")), SHANGHAI);
        Shares shares = Shares.of(
                RECEIVED,
                at("2026-03-05T10:00:00"),
                List.of(waiting(WU, "2026-03-02T10:00:00"), given(LI, "2026-03-02T20:00:00")),
                festival);
        assertThat(shares.parts())
                .containsExactly(new Share(WU, true, Duration.ofHours(10)), new Share(LI, false, Duration.ofHours(14)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_parts_are_always_the_whole(long seed) {
        Random chance = new Random(seed);
        List<StaffId> people = List.of(WU, LI, WANG);
        for (int history = 0; history < 50; history++) {
            List<Ownership> owners = new ArrayList<>();
            Instant from = RECEIVED;
            owners.add(new Ownership(from, WU, true));
            for (int change = chance.nextInt(8); change > 0; change--) {
                from = from.plusSeconds(chance.nextInt(6 * 3600));
                owners.add(new Ownership(from, people.get(chance.nextInt(3)), chance.nextBoolean()));
            }
            Shares shares = Shares.of(RECEIVED, LIMIT, owners, ORDINARY);
            assertThat(shares.beforeAllocation().plus(shares.afterAllocation()))
                    .as("seed %s, %s", seed, owners)
                    .isEqualTo(Duration.ofHours(24));
            assertThat(shares.parts()).doesNotHaveDuplicates();
        }
    }
}
