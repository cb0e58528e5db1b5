package io.genjin.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How well the consent is kept (K30). */
class ConsentRateTest {

    private static ConsentRate rate(int handedOver, int allowed) {
        return new ConsentRate(PartnerId.next(), handedOver, allowed, 7);
    }

    @Test
    void nothing_handed_over_is_no_rate_and_what_was_stopped_counts_on_neither_side() {
        assertThat(rate(0, 0).percent()).isNull();
        assertThat(rate(4, 4).percent()).isEqualByComparingTo("100");
    }

    @Test
    void one_leak_in_many_is_never_rounded_up_to_all() {
        assertThat(rate(3, 2).percent()).isEqualByComparingTo("66.6");
        assertThat(rate(10_000, 9_999).percent()).isEqualByComparingTo("99.9");
    }
}
