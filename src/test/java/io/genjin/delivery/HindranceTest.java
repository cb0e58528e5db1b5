package io.genjin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.delivery.Hindrance.Kind;
import io.genjin.pdi.PdiCar;
import io.genjin.shared.Money;
import io.genjin.staff.Role;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in the way of a signature, and who can solve it (2.9, 3.7, scenario 38). */
class HindranceTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    static HandoverSheet full() {
        Map<CheckItem, Check> checks = new EnumMap<>(CheckItem.class);
        for (CheckItem item : CheckItem.values()) {
            checks.put(item, new Check(Check.Finding.OK, null, null));
        }
        return HandoverSheet.BLANK
                .withChecks(Section.CAR, checks, 1)
                .withChecks(Section.DOCUMENTS, checks, 2)
                .withExplained(EnumSet.allOf(Explanation.class), "周明", new java.util.UUID(7, 7), 3)
                .withNotes(new HandoverSheet.Notes("沪A12345", 12, true, 10, null), 4);
    }

    private static HandoverSheet with(CheckItem item, Check check) {
        Map<CheckItem, Check> checks = new EnumMap<>(CheckItem.class);
        full().checks().forEach(checks::put);
        checks.put(item, check);
        return full().withChecks(item.section(), checks, 9);
    }

    private static Set<Kind> kinds(PdiCar.State pdi, String outstanding, HandoverSheet sheet) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Hindrance.of(pdi, Money.of(outstanding), sheet).forEach(one -> kinds.add(one.kind()));
        return kinds;
    }

    @Test
    void there_are_twenty_items_and_five_papers_of_the_law() {
        assertThat(CheckItem.values()).hasSize(20);
        assertThat(CheckItem.demandedByLaw())
                .containsExactlyInAnyOrder(
                        CheckItem.CONFORMITY_CERTIFICATE,
                        CheckItem.CONSISTENCY_CERTIFICATE,
                        CheckItem.MANUAL,
                        CheckItem.WARRANTY_BOOKLET,
                        CheckItem.GUARANTEE_VOUCHER);
    }

    @Test
    void nothing_is_in_the_way_of_a_passed_paid_and_checked_car() {
        assertThat(Hindrance.of(PdiCar.State.PASSED, Money.NOTHING, full())).isEmpty();
    }

    @Test
    void every_state_of_the_inspection_but_passed_is_in_the_way() {
        for (PdiCar.State state : PdiCar.State.values()) {
            assertThat(Hindrance.before(state, Money.NOTHING).isEmpty())
                    .as(state.name())
                    .isEqualTo(state == PdiCar.State.PASSED);
        }
        assertThat(Hindrance.before(PdiCar.State.REWORK, Money.NOTHING))
                .singleElement()
                .satisfies(one -> assertThat(one.solver()).isEqualTo(Role.PDI_TECHNICIAN));
    }

    @Test
    void one_cent_is_in_the_way_and_the_cashier_can_solve_it() {
        assertThat(Hindrance.of(PdiCar.State.PASSED, Money.cents(1), full()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.PAYMENT_OPEN);
                    assertThat(one.solver()).isEqualTo(Role.CASHIER);
                    assertThat(one.amount()).isEqualTo(Money.cents(1));
                });
    }

    @Test
    void a_paper_of_the_law_is_never_owed_but_other_things_are() {
        Check owed = new Check(Check.Finding.NOT_OK, "还在路上", FRIDAY);
        assertThat(kinds(PdiCar.State.PASSED, "0.00", with(CheckItem.GUARANTEE_VOUCHER, owed)))
                .containsExactly(Kind.PAPER_MISSING);
        assertThat(kinds(PdiCar.State.PASSED, "0.00", with(CheckItem.SPARE_KEY, owed)))
                .isEmpty();
        assertThat(with(CheckItem.SPARE_KEY, owed).owed()).containsExactly(CheckItem.SPARE_KEY);
        assertThat(with(CheckItem.SPARE_KEY, owed).complete()).isFalse();
    }

    @Test
    void a_blank_sheet_lacks_everything() {
        assertThat(kinds(PdiCar.State.WAITING, "1.00", HandoverSheet.BLANK))
                .containsExactlyInAnyOrder(
                        Kind.PDI_WAITING,
                        Kind.PAYMENT_OPEN,
                        Kind.NOT_CHECKED,
                        Kind.ADVISOR_MISSING,
                        Kind.MILEAGE_MISSING,
                        Kind.SATISFACTION_MISSING);
        assertThat(full().complete()).isTrue();
    }

    @Test
    void writing_one_section_leaves_the_others_as_they_are() {
        HandoverSheet blanked = full().withChecks(Section.CAR, Map.of(), 20);
        assertThat(blanked.unchecked()).isEqualTo(CheckItem.of(Section.CAR));
        assertThat(blanked.serviceAdvisor()).isEqualTo("周明");
        assertThat(blanked.stamp(Section.CAR)).isEqualTo(20);
        assertThat(blanked.stamp(Section.DOCUMENTS)).isEqualTo(2);
    }

    @Test
    void what_is_owed_has_its_words_and_its_day() {
        assertThatThrownBy(() -> new Check(Check.Finding.NOT_OK, "缺备用钥匙", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Check(Check.Finding.NOT_OK, null, FRIDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
