package io.genjin.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of a company and its checking character. */
class CreditCodeTest {

    private static final String GOOD = "91350100M000100Y43";

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "91350100m000100y43", " 9135 0100 M000 100Y 43", "９１３５０１００Ｍ０００１００Ｙ４３"})
    void a_code_is_read_as_it_is_typed(String typed) {
        assertThat(CreditCode.parse(typed)).contains(new CreditCode(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "9135010AM000100Y43", "💥"
            })
    void anything_else_is_none(String typed) {
        assertThat(CreditCode.parse(typed)).isEmpty();
    }

    @Test
    void every_single_wrong_character_is_noticed() {
        String symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int place = 0; place < GOOD.length(); place++) {
            for (char other : symbols.toCharArray()) {
                String typed = GOOD.substring(0, place) + other + GOOD.substring(place + 1);
                assertThat(CreditCode.parse(typed).isPresent()).as(typed).isEqualTo(typed.equals(GOOD));
            }
        }
    }

    @Test
    void it_is_never_printed_whole_by_accident() {
        assertThat(new CreditCode(GOOD)).hasToString("91************0Y43");
    }
}
