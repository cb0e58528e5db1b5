package io.genjin.pdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.pdi.PdiMark.Finding;
import io.genjin.pdi.PdiVerdict.Result;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What marks say, how an inspection ends, and what a re-inspection begins with (3.7). */
class PdiInspectionTest {

    private static final DealershipId HERE = new DealershipId(1);
    private static final Vin CAR = new Vin(TypedVinTest.GOOD);
    private static final StaffId LU = new StaffId(new java.util.UUID(7, 7));
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    private static PdiInspection begun(@Nullable PdiInspection before) {
        return PdiInspection.begin(HERE, CAR, before, LU, NINE);
    }

    private static PdiMark mark(PdiInspection of, Finding finding) {
        return PdiMark.of(finding, finding == Finding.NOT_OK ? "右前轮气压不足" : null, null, of.round(), LU, NINE);
    }

    private static void markAll(PdiInspection inspection, PdiItem... notOk) {
        Map<PdiItem, PdiMark> marks = new EnumMap<>(PdiItem.class);
        for (PdiItem item : PdiItem.values()) {
            marks.put(item, mark(inspection, Set.of(notOk).contains(item) ? Finding.NOT_OK : Finding.OK));
        }
        inspection.mark(marks);
    }

    private static void signed(PdiInspection inspection, Result result) {
        inspection.sign(result, result == Result.FAIL ? "事故车" : null, 8, "name:陆斌", LU, NINE);
    }

    @Test
    void every_group_has_items_and_every_item_its_group() {
        long items = 0;
        for (PdiGroup group : PdiGroup.values()) {
            assertThat(group.items()).as(group.name()).isNotEmpty();
            items += group.items().size();
        }
        assertThat(items).isEqualTo(PdiItem.values().length);
    }

    @Test
    void nothing_but_a_failure_can_be_signed_while_something_is_not_looked_at() {
        PdiInspection inspection = begun(null);
        markAll(inspection);
        inspection.blank(Set.of(PdiItem.LEAKS));
        assertThat(inspection.verdict().missing()).containsExactly(PdiItem.LEAKS);
        assertThat(inspection.verdict().allowed()).containsExactly(Result.FAIL);
        assertThat(inspection.next()).isEqualTo(PdiGroup.CHASSIS);
        assertThatThrownBy(() -> signed(inspection, Result.PASS)).isInstanceOf(PdiResultNotAllowed.class);
        assertThat(inspection.isSigned()).isFalse();
    }

    @Test
    void all_in_order_or_not_applicable_may_pass_and_needs_no_rework() {
        PdiInspection inspection = begun(null);
        markAll(inspection);
        inspection.mark(Map.of(PdiItem.SPARE_WHEEL, mark(inspection, Finding.NA)));
        assertThat(inspection.verdict().allowed()).containsExactlyInAnyOrder(Result.PASS, Result.FAIL);
        assertThatThrownBy(() -> signed(inspection, Result.REWORK)).isInstanceOf(PdiResultNotAllowed.class);
        signed(inspection, Result.PASS);
        assertThat(inspection.signed()).satisfies(signed -> assertThat(signed.firstTime())
                .as("passed at the first time")
                .isTrue());
    }

    @Test
    void one_item_not_in_order_never_passes() {
        PdiInspection inspection = begun(null);
        markAll(inspection, PdiItem.TYRE_PRESSURE);
        assertThat(inspection.verdict().rework()).containsExactly(PdiItem.TYRE_PRESSURE);
        assertThatThrownBy(() -> signed(inspection, Result.PASS)).isInstanceOf(PdiResultNotAllowed.class);
        signed(inspection, Result.REWORK);
        assertThat(inspection.isReworkAsked()).isTrue();
    }

    @Test
    @DisplayName("after rework only what was not in order is blank, and the pass is not one of the first time")
    void reInspection() {
        PdiInspection first = begun(null);
        markAll(first, PdiItem.TYRE_PRESSURE, PdiItem.LEAKS);
        signed(first, Result.REWORK);
        PdiInspection second = begun(first);
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.verdict().missing()).containsExactlyInAnyOrder(PdiItem.TYRE_PRESSURE, PdiItem.LEAKS);
        assertThat(second.ofThisRound()).containsExactlyInAnyOrder(PdiItem.TYRE_PRESSURE, PdiItem.LEAKS);
        assertThat(second.isCarriedOver(PdiItem.PAINT)).isTrue();

        second.mark(Map.of(
                PdiItem.TYRE_PRESSURE, mark(second, Finding.OK),
                PdiItem.LEAKS, mark(second, Finding.OK),
                PdiItem.PAINT, mark(second, Finding.NOT_OK)));
        assertThat(second.verdict().rework())
                .as("anything else may be looked at again")
                .containsExactly(PdiItem.PAINT);
        second.mark(Map.of(PdiItem.PAINT, mark(second, Finding.OK)));
        signed(second, Result.PASS);
        assertThat(second.signed())
                .satisfies(signed -> assertThat(signed.firstTime()).isFalse());
        assertThat(first.mark(PdiItem.LEAKS))
                .as("the first inspection is as it was signed")
                .satisfies(mark -> assertThat(mark.needsRework()).isTrue());
    }

    @Test
    void after_a_failure_or_a_pass_everything_is_looked_at_again() {
        PdiInspection first = begun(null);
        signed(first, Result.FAIL);
        assertThat(begun(first).marks()).isEmpty();
        PdiInspection passed = begun(null);
        markAll(passed);
        signed(passed, Result.PASS);
        assertThat(begun(passed).marks()).isEmpty();
    }

    @Test
    void signed_is_signed() {
        PdiInspection inspection = begun(null);
        markAll(inspection);
        signed(inspection, Result.PASS);
        assertThatThrownBy(() -> inspection.mark(Map.of(PdiItem.PAINT, mark(inspection, Finding.NOT_OK))))
                .isInstanceOf(PdiSigned.class);
        assertThatThrownBy(() -> inspection.blank(Set.of(PdiItem.PAINT))).isInstanceOf(PdiSigned.class);
        assertThatThrownBy(() -> signed(inspection, Result.PASS)).isInstanceOf(PdiSigned.class);
    }

    @Test
    void what_is_not_in_order_is_said_in_words_and_a_failure_has_its_reason() {
        assertThatThrownBy(() -> PdiMark.of(Finding.NOT_OK, " ", null, 1, LU, NINE))
                .isInstanceOf(IllegalArgumentException.class);
        PdiInspection inspection = begun(null);
        assertThatThrownBy(() -> inspection.sign(Result.FAIL, " ", 8, "name:陆斌", LU, NINE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_hurries_a_day_before_the_customer_comes() {
        PdiCar car = new PdiCar(CAR, "途观", null, null, NINE.plusSeconds(86_401), null, PdiCar.State.WAITING, NINE);
        assertThat(car.urgency(NINE)).isEqualTo(PdiCar.Urgency.CALM);
        assertThat(car.urgency(NINE.plusSeconds(1))).isEqualTo(PdiCar.Urgency.NEAR);
        assertThat(car.urgency(NINE.plusSeconds(86_400))).isEqualTo(PdiCar.Urgency.NEAR);
        assertThat(car.urgency(NINE.plusSeconds(86_401))).isEqualTo(PdiCar.Urgency.LATE);
    }
}
