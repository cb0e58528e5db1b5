package io.genjin.testdrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testdrive.Licence.Fault;
import io.genjin.testdrive.Licence.LicenceClass;
import io.genjin.testdrive.TestDriveCar.Gearbox;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who may take the wheel (2.6, scenario 33). */
class LicenceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static Licence licence(LicenceClass type, String issued, String until) {
        return new Licence("310101199001010018", type, LocalDate.parse(issued), LocalDate.parse(until), null);
    }

    @Test
    void held_exactly_a_year_counts() {
        assertThat(licence(LicenceClass.C1, "2025-03-02", "2031-03-02").faults(MONDAY, 1, Gearbox.MANUAL))
                .isEmpty();
    }

    @Test
    void a_day_less_than_a_year_is_too_young() {
        assertThat(licence(LicenceClass.C1, "2025-03-03", "2031-03-03").faults(MONDAY, 1, Gearbox.MANUAL))
                .containsExactly(Fault.TOO_YOUNG);
    }

    @Test
    void issued_on_29_February_it_is_a_year_old_on_28_February() {
        Licence leap = licence(LicenceClass.C1, "2024-02-29", "2030-02-28");
        assertThat(leap.faults(LocalDate.of(2025, 2, 28), 1, Gearbox.MANUAL)).isEmpty();
        assertThat(leap.faults(LocalDate.of(2025, 2, 27), 1, Gearbox.MANUAL)).containsExactly(Fault.TOO_YOUNG);
    }

    @Test
    void the_last_day_of_validity_still_counts_and_the_day_after_does_not() {
        assertThat(licence(LicenceClass.C1, "2020-03-02", "2026-03-02").faults(MONDAY, 1, Gearbox.MANUAL))
                .isEmpty();
        assertThat(licence(LicenceClass.C1, "2020-03-01", "2026-03-01").faults(MONDAY, 1, Gearbox.MANUAL))
                .containsExactly(Fault.EXPIRED);
    }

    @Test
    void the_dealership_may_ask_for_more_years_or_none() {
        Licence young = licence(LicenceClass.C1, "2025-01-01", "2031-01-01");
        assertThat(young.faults(MONDAY, 2, Gearbox.MANUAL)).containsExactly(Fault.TOO_YOUNG);
        assertThat(licence(LicenceClass.C1, "2026-03-02", "2032-03-02").faults(MONDAY, 0, Gearbox.MANUAL))
                .isEmpty();
        assertThat(licence(LicenceClass.C1, "2026-03-03", "2032-03-03").faults(MONDAY, 0, Gearbox.MANUAL))
                .containsExactly(Fault.ISSUED_LATER);
    }

    @Test
    void C2_drives_automatic_cars_only() {
        Licence automatic = licence(LicenceClass.C2, "2020-01-01", "2032-01-01");
        assertThat(automatic.faults(MONDAY, 1, Gearbox.AUTOMATIC)).isEmpty();
        assertThat(automatic.faults(MONDAY, 1, Gearbox.MANUAL)).containsExactly(Fault.WRONG_CLASS);
    }

    @Test
    void a_number_has_its_check_and_is_shown_masked() {
        assertThat(Licence.number("110101194912310021")).isEmpty();
        assertThat(Licence.number("１１０１０１１９４９１２３１００２４")).contains("110101194912310024");
        assertThat(Licence.number("110101 19491231 0024")).contains("110101194912310024");
        assertThat(Licence.number("hk")).isEmpty();
        assertThat(Licence.number("HK-123456")).contains("HK-123456");
        assertThat(Licence.masked("110101194912310024")).isEqualTo("110***********0024");
        assertThat(Licence.masked("HK1234")).doesNotContain("K123");
    }
}
