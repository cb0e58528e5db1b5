package io.genjin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Money, exact to the cent")
class MoneyTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "189900 | 189900.00",
                "189,900.5 | 189900.50",
                "¥ 189,900.00 | 189900.00",
                "￥１８９９００ | 189900.00",
                "-¥300 | -300.00",
                "0 | 0.00",
                "9999999999.99 | 9999999999.99"
            })
    @DisplayName("is read as people write it")
    void read(String written, String yuan) {
        assertThat(Money.parse(written)).contains(Money.of(yuan));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "  ", "1.234", "1,23", "12,34,567", "1e5", "NaN", "十万", "10000000000", "--5", "5-", ".5", "¥"
            })
    @DisplayName("is not guessed from what is no amount")
    void refused(String written) {
        assertThat(Money.parse(written)).isEmpty();
    }

    @Test
    @DisplayName("never carries a fraction of a cent")
    void exact() {
        assertThatThrownBy(() -> Money.of("0.005")).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("0.10").plus(Money.of("0.20"))).isEqualTo(Money.of("0.3"));
        assertThat(Money.of("10")).isEqualTo(Money.cents(1000));
    }

    @Test
    @DisplayName("rounds a share to the cent, half a cent away from nothing")
    void share() {
        assertThat(Money.of("0.10").percent(new BigDecimal("5"))).isEqualTo(Money.of("0.01"));
        assertThat(Money.of("-0.10").percent(new BigDecimal("5"))).isEqualTo(Money.of("-0.01"));
        assertThat(Money.of("189900").percent(new BigDecimal("3.5"))).isEqualTo(Money.of("6646.50"));
    }

    @Test
    @DisplayName("is shown with its sign, yuan and thousands")
    void shown() {
        assertThat(Money.of("189900").shown()).isEqualTo("¥189,900.00");
        assertThat(Money.of("-1234.5").shown()).isEqualTo("-¥1,234.50");
    }
}
