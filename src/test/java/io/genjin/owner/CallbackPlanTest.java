package io.genjin.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.owner.CallbackPlan.Planned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls an owner is to get and when (2.10). */
class CallbackPlanTest {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);

    private static OwnerDetails dates(
            LocalDate insurance, LocalDate service, LocalDate inspection, LocalDate birthday) {
        return new OwnerDetails(null, null, insurance, service, null, inspection, birthday, null, null, Set.of());
    }

    @Test
    void the_signature_plans_the_third_seventh_and_thirtieth_day() {
        assertThat(CallbackPlan.atSignature(DELIVERED, List.of(3, 7, 30)))
                .containsExactly(
                        new Planned(CallbackType.D3, LocalDate.of(2026, 3, 5)),
                        new Planned(CallbackType.D7, LocalDate.of(2026, 3, 9)),
                        new Planned(CallbackType.D30, LocalDate.of(2026, 4, 1)));
    }

    @Test
    void a_year_brings_service_insurance_birthday_and_anniversary() {
        OwnerDetails dates = dates(
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2026, 9, 2),
                LocalDate.of(2028, 3, 2),
                LocalDate.of(1985, 12, 24));
        assertThat(CallbackPlan.occasions(dates, DELIVERED, DELIVERED, LocalDate.of(2027, 3, 2)))
                .containsExactly(
                        new Planned(CallbackType.FIRST_SERVICE, LocalDate.of(2026, 8, 26)),
                        new Planned(CallbackType.BIRTHDAY, LocalDate.of(2026, 12, 24)),
                        new Planned(CallbackType.INSURANCE, LocalDate.of(2027, 1, 30)),
                        new Planned(CallbackType.ANNIVERSARY, LocalDate.of(2027, 3, 2)));
    }

    @Test
    void who_was_born_on_29_february_is_called_on_the_28th_in_years_without_one() {
        OwnerDetails dates = dates(null, null, null, LocalDate.of(1988, 2, 29));
        assertThat(CallbackPlan.occasions(dates, DELIVERED, LocalDate.of(2027, 1, 1), LocalDate.of(2028, 12, 31)))
                .filteredOn(one -> one.type() == CallbackType.BIRTHDAY)
                .extracting(Planned::dueDate)
                .containsExactly(LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29));
    }

    @Test
    void a_car_delivered_on_29_february_has_its_day_every_year() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        assertThat(CallbackPlan.occasions(OwnerDetails.NOTHING, leapDay, leapDay, LocalDate.of(2032, 12, 31)))
                .extracting(Planned::dueDate)
                .containsExactly(
                        LocalDate.of(2029, 2, 28),
                        LocalDate.of(2030, 2, 28),
                        LocalDate.of(2031, 2, 28),
                        LocalDate.of(2032, 2, 29));
    }

    @Test
    void the_birthday_before_the_delivery_is_not_called_for() {
        OwnerDetails dates = dates(null, null, null, LocalDate.of(1990, 3, 1));
        assertThat(CallbackPlan.occasions(dates, DELIVERED, DELIVERED, LocalDate.of(2026, 12, 31)))
                .isEmpty();
    }

    @Test
    void an_insurance_that_ends_within_the_month_is_called_for_today() {
        LocalDate today = LocalDate.of(2026, 6, 10);
        OwnerDetails now = dates(LocalDate.of(2026, 6, 20), null, null, null);
        assertThat(CallbackPlan.alreadyNear(OwnerDetails.NOTHING, now, DELIVERED, today))
                .containsExactly(new Planned(CallbackType.INSURANCE, today));
        assertThat(CallbackPlan.alreadyNear(now, now, DELIVERED, today)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void read_in_pieces_or_at_once_the_same_occasions_come_out(long seed) {
        Random chance = new Random(seed);
        LocalDate delivered = LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(1200));
        OwnerDetails dates = dates(
                delivered.plusDays(chance.nextInt(700)),
                delivered.plusDays(chance.nextInt(300)),
                delivered.plusDays(chance.nextInt(900)),
                LocalDate.of(1960, 1, 1).plusDays(chance.nextInt(16_000)));
        LocalDate end = delivered.plusDays(2000);
        List<Planned> atOnce = CallbackPlan.occasions(dates, delivered, delivered, end);
        List<Planned> pieces = new ArrayList<>();
        LocalDate until = delivered;
        while (until.isBefore(end)) {
            LocalDate next = until.plusDays(1 + chance.nextInt(90));
            LocalDate stop = next.isAfter(end) ? end : next;
            pieces.addAll(CallbackPlan.occasions(dates, delivered, until, stop));
            until = stop;
        }
        assertThat(pieces).isEqualTo(atOnce);
        assertThat(atOnce).allMatch(one -> one.dueDate().isAfter(delivered));
        assertThat(Set.copyOf(atOnce)).hasSameSizeAs(atOnce);
    }
}
