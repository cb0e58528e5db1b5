package io.genjin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static Light judged(Limit limit, String number, long base) {
        return limit.judge(number == null ? null : new BigDecimal(number), base);
    }

    @Test
    void a_number_is_raised_beyond_its_lines_and_not_on_them() {
        Limit limit = Limit.percent(40, 60, 5);
        assertThat(judged(limit, "0.4000", 10)).isEqualTo(Light.GOOD);
        assertThat(judged(limit, "0.4001", 10)).isEqualTo(Light.WATCH);
        assertThat(judged(limit, "0.6000", 10)).isEqualTo(Light.WATCH);
        assertThat(judged(limit, "0.6001", 10)).isEqualTo(Light.BAD);
    }

    @Test
    void a_floor_is_raised_below() {
        Limit limit = Limit.atLeastPercent(90, 75, 5);
        assertThat(judged(limit, "0.9000", 10)).isEqualTo(Light.GOOD);
        assertThat(judged(limit, "0.8999", 10)).isEqualTo(Light.WATCH);
        assertThat(judged(limit, "0.7499", 10)).isEqualTo(Light.BAD);
    }

    @Test
    void too_few_and_nothing_judge_nobody() {
        Limit limit = Limit.percent(40, 60, 5);
        assertThat(judged(limit, "1.0000", 4)).isEqualTo(Light.UNJUDGED);
        assertThat(judged(limit, null, 0)).isEqualTo(Light.UNJUDGED);
    }

    @Test
    void what_must_be_none_is_bad_at_once() {
        assertThat(judged(Limit.mustBeNone(), "0", 0)).isEqualTo(Light.GOOD);
        assertThat(judged(Limit.mustBeNone(), "1", 0)).isEqualTo(Light.BAD);
        assertThat(Limit.mustBeNone().isNone()).isTrue();
        assertThat(Limit.count(0, 4).isNone()).isFalse();
    }

    @Test
    void lines_in_the_wrong_order_are_refused() {
        assertThatThrownBy(() -> Limit.percent(60, 40, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limit.atLeastPercent(40, 60, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
