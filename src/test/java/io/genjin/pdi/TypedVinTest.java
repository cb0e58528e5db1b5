package io.genjin.pdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Vin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A VIN as people type, paste and scan it. */
class TypedVinTest {

    static final String GOOD = "LSVNV2187E2100001";

    private static List<Field> faults(String typed) {
        List<Field> wrong = new ArrayList<>();
        Vin vin = TypedVin.read(typed, "vin", wrong);
        assertThat(vin == null).as("either a number or a fault").isEqualTo(!wrong.isEmpty());
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "lsvnv2187e2100001",
                " LSV NV2187 E2100001\n",
                "LSV-NV2187-E2100001",
                "*LSVNV2187E2100001*",
                "\uFF2C\uFF33\uFF36\uFF2E\uFF36\uFF12\uFF11\uFF18\uFF17\uFF25\uFF12\uFF11\uFF10\uFF10\uFF10\uFF10\uFF11"
            })
    @DisplayName("case, blanks, hyphens, a scanner's stars and full-width characters do not matter")
    void normalised(String typed) {
        List<Field> wrong = new ArrayList<>();
        Vin vin = TypedVin.read(typed, "vin", wrong);
        assertThat(wrong).isEmpty();
        assertThat(vin).isEqualTo(new Vin(GOOD));
    }

    @Test
    void a_letter_that_no_vin_has_is_named_with_its_place_and_what_it_is_taken_for() {
        assertThat(faults("LSVNV2182E21O0001")).containsExactly(Field.of("vin", "field.vin.confused", 13, "O", "0"));
        assertThat(faults("LSVNV2182E2I00001")).containsExactly(Field.of("vin", "field.vin.confused", 12, "I", "1"));
        assertThat(faults("QSVNV2182E2100001")).containsExactly(Field.of("vin", "field.vin.confused", 1, "Q", "0"));
    }

    @Test
    void a_character_that_is_none_is_named_with_its_place() {
        assertThat(faults("LSVNV21车2E2100001")).containsExactly(Field.of("vin", "field.vin.character", 8, "车"));
    }

    @Test
    void the_number_of_characters_is_said() {
        assertThat(faults("LSVNV2182E210000")).containsExactly(Field.of("vin", "field.vin.length", 16));
        assertThat(faults(GOOD + "1")).containsExactly(Field.of("vin", "field.vin.length", 18));
    }

    @Test
    void a_wrong_check_is_said_and_the_right_one_is_not_given_away() {
        assertThat(faults("LSVNV2183E2100001")).containsExactly(Field.of("vin", "field.vin.check", "3"));
        assertThat(faults("LSVNV2182E2100010")).containsExactly(Field.of("vin", "field.vin.check", "2"));
    }

    @Test
    void nothing_typed_is_a_missing_field() {
        assertThat(faults("  ")).containsExactly(Field.of("vin", "field.required"));
        assertThat(faults("x".repeat(100_000))).hasSize(1);
    }
}
