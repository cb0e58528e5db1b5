package io.genjin.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What may become of an appointment. */
class AppointmentTest {

    private static final Instant TEN = Instant.parse("2026-03-02T02:00:00Z");

    private static Appointment made() {
        return new Appointment(new Appointment.State(
                AppointmentId.next(),
                new DealershipId(1),
                new ProspectId(TypedId.newValue()),
                AppointmentKind.SHOWROOM_VISIT,
                TEN,
                null,
                null,
                null,
                new StaffId(TypedId.newValue()),
                TEN.minus(Duration.ofDays(1)),
                0,
                AppointmentStatus.MADE,
                null,
                null));
    }

    @Test
    void a_moved_appointment_is_still_to_come() {
        Appointment one = made();
        one.move(TEN.plusSeconds(3600), "堵车");
        assertThat(one.status().isOpen()).isTrue();
        assertThat(one.moves()).isEqualTo(1);
        assertThat(one.at()).isEqualTo(TEN.plusSeconds(3600));
    }

    @Test
    void who_comes_late_keeps_it_for_two_days_and_no_longer() {
        Appointment late = made();
        late.missed(TEN.plusSeconds(3601));
        assertThat(late.mayBeKept(TEN.plus(Duration.ofHours(48)))).isTrue();
        late.kept(TEN.plus(Duration.ofHours(48)));
        assertThat(late.status()).isEqualTo(AppointmentStatus.KEPT);
        Appointment tooLate = made();
        tooLate.missed(TEN.plusSeconds(3601));
        assertThat(tooLate.mayBeKept(TEN.plus(Duration.ofHours(49)))).isFalse();
        assertThatThrownBy(() -> tooLate.kept(TEN.plus(Duration.ofHours(49)))).isInstanceOf(AppointmentSettled.class);
    }

    @Test
    void what_is_over_is_neither_moved_nor_cancelled_nor_kept() {
        Appointment one = made();
        one.cancel("客户出差", TEN);
        assertThatThrownBy(() -> one.move(TEN.plusSeconds(60), null)).isInstanceOf(AppointmentSettled.class);
        assertThatThrownBy(() -> one.cancel("again", TEN)).isInstanceOf(AppointmentSettled.class);
        assertThatThrownBy(() -> one.kept(TEN)).isInstanceOf(AppointmentSettled.class);
        assertThatThrownBy(() -> one.missed(TEN)).isInstanceOf(AppointmentSettled.class);
    }

    @Test
    void only_at_the_customers_home_nobody_comes_through_our_door() {
        assertThat(AppointmentKind.HOME_VISIT.isAtOurs()).isFalse();
        assertThat(AppointmentKind.DELIVERY.isAtOurs()).isTrue();
    }
}
