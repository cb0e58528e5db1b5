package io.genjin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A VIN of seventeen characters with its check (S-R50)")
class VinTest {

    private static final String GOOD = "1M8GDM9AXKP042788";

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1M8GDM9AXKP042788", "1m8gdm9axkp042788", "1M8G-DM9A XKP0-42788", "１Ｍ８ＧＤＭ９ＡＸＫＰ０４２７８８"})
    @DisplayName("is read as it is typed or scanned")
    void read(String written) {
        assertThat(Vin.parse(written)).map(Vin::value).contains(GOOD);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1M8GDM9AXKP04278, LENGTH",
        "1M8GDM9AXKP0427888, LENGTH",
        "'', LENGTH",
        "1M8GDM9AXKPO42788, CHARACTER",
        "1M8GDM9AXKP04278Q, CHARACTER",
        "1M8GDM9A1KP042788, CHECK_DIGIT",
        "1M8GDM9AXKP042789, CHECK_DIGIT"
    })
    @DisplayName("says what is wrong with another")
    void fault(String written, Vin.Fault fault) {
        assertThat(Vin.fault(written)).contains(fault);
        assertThat(Vin.parse(written)).isEmpty();
    }

    @Test
    @DisplayName("notices every single wrong character but those of equal value")
    void everySingleMistake() {
        Random random = new Random(17);
        String alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
        int noticed = 0;
        for (int round = 0; round < 2000; round++) {
            int place = random.nextInt(17);
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            String changed = GOOD.substring(0, place) + other + GOOD.substring(place + 1);
            noticed += Vin.parse(changed).isEmpty() ? 1 : 0;
        }
        assertThat(noticed).isGreaterThan(1700);
    }
}
