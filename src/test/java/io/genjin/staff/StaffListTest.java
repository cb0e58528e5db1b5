package io.genjin.staff;

import static io.genjin.staff.StaffExamples.LI_NA;
import static io.genjin.staff.StaffExamples.leaving;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffList.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a person stands, and which duties a dealership hands out. */
class StaffListTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void whoever_has_a_password_is_active() {
        assertThat(StaffList.standing(LI_NA, true, null, NOW)).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void without_a_password_the_invitation_is_open_until_its_last_moment() {
        assertThat(StaffList.standing(LI_NA, false, NOW.plusSeconds(1), NOW)).isEqualTo(Standing.INVITED);
        assertThat(StaffList.standing(LI_NA, false, NOW, NOW)).isEqualTo(Standing.INVITATION_OVER);
        assertThat(StaffList.standing(LI_NA, false, null, NOW)).isEqualTo(Standing.INVITATION_OVER);
    }

    @Test
    void whoever_left_has_left_password_or_not() {
        assertThat(StaffList.standing(leaving(LI_NA), true, null, NOW)).isEqualTo(Standing.LEFT);
        assertThat(StaffList.standing(leaving(LI_NA), false, NOW.plusSeconds(1), NOW))
                .isEqualTo(Standing.LEFT);
    }

    @Test
    void only_hq_hands_out_the_duty_that_reaches_beyond_one_dealership() {
        assertThat(Duties.of(new DealershipId(1)))
                .contains(Role.SALES_CONSULTANT, Role.SYSTEM_ADMINISTRATOR)
                .doesNotContain(Role.HQ)
                .hasSize(Role.values().length - 1);
        assertThat(Duties.of(DealershipId.HQ)).containsExactly(Role.HQ, Role.SYSTEM_ADMINISTRATOR);
    }
}
