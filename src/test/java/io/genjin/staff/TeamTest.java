package io.genjin.staff;

import static io.genjin.staff.StaffExamples.ADMIN;
import static io.genjin.staff.StaffExamples.LI_NA;
import static io.genjin.staff.StaffExamples.MA_JUN;
import static io.genjin.staff.StaffExamples.SUN_YAN;
import static io.genjin.staff.StaffExamples.leaving;
import static io.genjin.staff.StaffExamples.with;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A dealership is never without somebody who can hand out duties. */
class TeamTest {

    @Test
    void the_only_administrator_cannot_leave() {
        Team team = new Team(List.of(LI_NA, ADMIN));

        assertThatThrownBy(() -> team.remainsAdministratedWith(leaving(ADMIN))).isInstanceOf(LastAdministrator.class);
    }

    @Test
    void the_only_administrator_cannot_lose_the_duty() {
        Team team = new Team(List.of(LI_NA, ADMIN));

        assertThatThrownBy(() -> team.remainsAdministratedWith(with(ADMIN, Role.CUSTOMER_RELATIONS)))
                .isInstanceOf(LastAdministrator.class);
    }

    @Test
    void the_only_administrator_may_get_a_second_duty() {
        Team team = new Team(List.of(LI_NA, ADMIN));

        assertThatCode(() ->
                        team.remainsAdministratedWith(with(ADMIN, Role.SYSTEM_ADMINISTRATOR, Role.CUSTOMER_RELATIONS)))
                .doesNotThrowAnyException();
    }

    @Test
    void one_of_two_administrators_may_leave() {
        Team team = new Team(List.of(ADMIN, SUN_YAN));

        assertThatCode(() -> team.remainsAdministratedWith(leaving(ADMIN))).doesNotThrowAnyException();
    }

    @Test
    void anybody_else_may_leave() {
        Team team = new Team(List.of(LI_NA, ADMIN));

        assertThatCode(() -> team.remainsAdministratedWith(leaving(LI_NA))).doesNotThrowAnyException();
    }

    @Test
    void somebody_who_has_no_password_yet_does_not_count_as_the_administrator_who_remains() {
        Team ableToSignIn = new Team(List.of(LI_NA, ADMIN));
        StaffMember invited = with(MA_JUN, Role.SYSTEM_ADMINISTRATOR);

        assertThatCode(() -> ableToSignIn.remainsAdministratedWith(invited)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ableToSignIn.with(invited).remainsAdministratedWith(leaving(ADMIN)))
                .isInstanceOf(LastAdministrator.class);
    }
}
