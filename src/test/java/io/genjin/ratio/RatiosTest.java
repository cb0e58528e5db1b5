package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.Source;
import io.genjin.quality.DataQuality;
import io.genjin.quality.Finding;
import io.genjin.shared.Grade;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the ratios of a dealership say, told by its cases. */
class RatiosTest extends RatioStage {

    @Autowired
    private DataQuality quality;

    private UUID walkIn(String at) {
        clock.set(at);
        return opened(store.li(), Source.WALK_IN, Grade.H);
    }

    private void visits(UUID customer, String at) {
        clock.set(at);
        told("VISIT_RECORDED", customer, store.li(), Source.WALK_IN, Map.of("nature", "RETURN"));
    }

    private void orders(UUID customer, String at) {
        clock.set(at);
        told("ORDERED", customer, store.li(), Source.WALK_IN, Map.of());
    }

    @Test
    @DisplayName("4.1 rule 1: 4 customers, 7 visits, 2 sales give 50 % by customer and 28.6 % by visit")
    void byCustomerAndByVisit() {
        UUID first = walkIn("2026-03-02T10:00");
        UUID second = walkIn("2026-03-02T11:00");
        UUID third = walkIn("2026-03-03T10:00");
        walkIn("2026-03-03T11:00");
        visits(first, "2026-03-04T10:00");
        visits(second, "2026-03-05T10:00");
        visits(third, "2026-03-05T11:00");
        visits(third, "2026-03-05T15:00");
        orders(first, "2026-03-05T16:00");
        orders(third, "2026-03-05T16:30");
        assertThat(read(Ratio.K14_BY_CUSTOMER, null, "2026-03-01", "2026-03-05"))
                .isEqualTo("2 / 4");
        assertThat(read(Ratio.K14_BY_VISIT, null, "2026-03-01", "2026-03-05")).isEqualTo("2 / 7");
        Ratios.Line line = line("2026-03-01", "2026-03-05", null);
        assertThat(Objects.requireNonNull(line.of(Ratio.K14_BY_CUSTOMER)).ratio())
                .isEqualByComparingTo("0.5");
        assertThat(Objects.requireNonNull(line.of(Ratio.K14_BY_VISIT)).ratio()).isEqualByComparingTo("0.2857");
        assertThat(read(Ratio.K14, store.li(), "2026-03-01", "2026-03-05")).isEqualTo("2 / 4");
        assertThat(read(Ratio.K11, null, "2026-03-01", "2026-03-05")).isEqualTo("3 / 4");
        assertThat(read(Ratio.K15, null, "2026-03-01", "2026-03-05")).isEqualTo("2 / 4");
        assertThat(read(Ratio.K17_FIRST, null, "2026-03-01", "2026-03-05")).isEqualTo("0 / 4");
        assertThat(read(Ratio.K17_RETURN, null, "2026-03-01", "2026-03-05"))
                .as("ordered on the day of a return visit")
                .isEqualTo("1 / 3");
        assertThat(rows(Ratio.K14_BY_VISIT, Side.bottom, new Days(day("2026-03-01"), day("2026-03-05")), null))
                .hasSize(7);
    }

    @Test
    @DisplayName(
            "4.1 rule 3: new, carried over and all are three ratios, and the carried over are those open at the beginning")
    void newAndCarriedOver() {
        UUID carried = walkIn("2026-03-02T10:00");
        UUID lost = walkIn("2026-03-02T11:00");
        UUID ordered = walkIn("2026-03-02T12:00");
        orders(ordered, "2026-03-03T10:00");
        clock.set("2026-03-04T10:00");
        told("DEFEATED", lost, store.li(), Source.WALK_IN, Map.of());
        UUID fresh = walkIn("2026-03-10T10:00");
        orders(carried, "2026-03-11T10:00");
        orders(fresh, "2026-03-11T11:00");
        clock.set("2026-03-12T10:00");
        told("DELIVERED", ordered, store.li(), Source.WALK_IN, Map.of());
        told("ORDER_CANCELLED", fresh, store.li(), Source.WALK_IN, Map.of());
        assertThat(List.of(
                        read(Ratio.K15, null, "2026-03-09", "2026-03-15"),
                        read(Ratio.K16_NEW, null, "2026-03-09", "2026-03-15"),
                        read(Ratio.K16_CARRIED, null, "2026-03-09", "2026-03-15")))
                .as(
                        "neither who is lost nor who has ordered is a prospect of the beginning; a cancelled order stays one")
                .containsExactly("2 / 2", "1 / 1", "1 / 1");
        assertThat(List.of(
                        read(Ratio.K21, null, "2026-03-09", "2026-03-12"),
                        read(Ratio.K21_NEW, null, "2026-03-09", "2026-03-12"),
                        read(Ratio.K21_CARRIED, null, "2026-03-09", "2026-03-12"),
                        read(Ratio.K22, null, "2026-03-09", "2026-03-12"),
                        read(Ratio.K22_NEW, null, "2026-03-09", "2026-03-12"),
                        read(Ratio.K22_CARRIED, null, "2026-03-09", "2026-03-12")))
                .containsExactly("1 / 3", "0 / 2", "1 / 1", "1 / 3", "1 / 2", "0 / 1");
        assertThat(read(Ratio.K18, null, "2026-03-02", "2026-03-08")).isEqualTo("1 / 3");
        assertThat(read(Ratio.K18, null, "2026-03-09", "2026-03-12")).isEqualTo("0 / 2");
        assertThat(here(() -> quality.of(day("2026-03-09"), day("2026-03-12"), null, gao)).rows().stream()
                        .filter(row -> row.person() == null)
                        .map(row -> row.of(Finding.CASES_AT_BEGIN).number() + " + "
                                + row.of(Finding.CASES_NEW).number()))
                .as("the panel of data quality has the same base of K18")
                .containsExactly("1 + 1");
        assertThat(read(Ratio.K18_OF_CARRIED, null, "2026-03-09", "2026-03-12"))
                .as("one carried over, nobody lost")
                .isEqualTo("0 / 1");
    }

    @Test
    @DisplayName("4.1 rule 7: two cards of one customer are one customer, who came when the first card was written")
    void duplicates() {
        clock.set("2026-03-02T10:00");
        UUID survivor = opened(store.li(), Source.WALK_IN, Grade.H);
        clock.set("2026-03-09T10:00");
        UUID absorbed = opened(store.wang(), Source.INBOUND_CALL, Grade.A);
        assertThat(read(Ratio.K15, null, "2026-03-09", "2026-03-15")).isEqualTo("0 / 2");
        merged(survivor, absorbed);
        clock.set("2026-03-10T10:00");
        orders(survivor, "2026-03-10T11:00");
        assertThat(read(Ratio.K15, null, "2026-03-09", "2026-03-15")).isEqualTo("1 / 1");
        assertThat(read(Ratio.K16_NEW, null, "2026-03-09", "2026-03-15")).isEqualTo("0 / 0");
        assertThat(read(Ratio.K16_NEW, null, "2026-03-02", "2026-03-15")).isEqualTo("1 / 1");
        assertThat(read(Ratio.K26_INBOUND_CALL, null, "2026-03-02", "2026-03-15"))
                .isEqualTo("0 / 1");
    }

    @Test
    @DisplayName("4.1 rule 5: a customer with two owners counts with both, and once for the dealership")
    void frozenOwner() {
        UUID customer = walkIn("2026-03-02T10:00");
        clock.set("2026-03-04T10:00");
        told("VISIT_RECORDED", customer, store.wang(), Source.WALK_IN, Map.of("nature", "RETURN"));
        assertThat(read(Ratio.K14_BY_CUSTOMER, store.li(), "2026-03-01", "2026-03-04"))
                .isEqualTo("0 / 1");
        assertThat(read(Ratio.K14_BY_CUSTOMER, store.wang(), "2026-03-01", "2026-03-04"))
                .isEqualTo("0 / 1");
        assertThat(read(Ratio.K14_BY_CUSTOMER, null, "2026-03-01", "2026-03-04"))
                .isEqualTo("0 / 1");
    }

    @Test
    @DisplayName("4.1 rule 4: nothing to divide by is no ratio; days before the dealership began are empty")
    void nothing() {
        assertThat(Fraction.NOTHING.ratio()).isNull();
        Ratios.Line before = line("2001-01-01", "2001-01-31", null);
        assertThat(before.values()).hasSizeGreaterThan(45);
        before.values()
                .forEach(
                        (ratio, one) -> assertThat(one.ratio()).as(ratio.name()).isNull());
    }
}
