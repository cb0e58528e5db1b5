package io.genjin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An identity number with birthday and check (S-R50)")
class IdentityNumberTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"})
    @DisplayName("is read as it is typed")
    void read(String written) {
        assertThat(IdentityNumber.parse(written)).map(IdentityNumber::value).contains("11010519491231002X");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "11010519491231002",
                "110105194912310021",
                "110105194902300024",
                "11010518491231002X",
                "01010519491231002X",
                "X1010519491231002X",
                "110105194912310020"
            })
    @DisplayName("is refused when length, birthday or check do not fit")
    void refused(String written) {
        assertThat(IdentityNumber.parse(written)).isEmpty();
    }

    @Test
    @DisplayName("tells the birthday and is never printed whole by accident")
    void birthdayAndMask() {
        IdentityNumber number = IdentityNumber.parse("11010519491231002X").orElseThrow();
        assertThat(number.birthday()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number).hasToString("110***********002X");
    }

    @Test
    @DisplayName("every single wrong digit is noticed")
    void everySingleMistake() {
        String good = "11010519491231002X";
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != good.charAt(place)) {
                    String changed = good.substring(0, place) + digit + good.substring(place + 1);
                    assertThat(IdentityNumber.parse(changed)).as(changed).isEmpty();
                }
            }
        }
    }
}
