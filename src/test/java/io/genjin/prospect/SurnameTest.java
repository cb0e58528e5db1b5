package io.genjin.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SurnameTest {

    @Test
    @DisplayName("one character, two for compound surnames, the last word of a name in letters")
    void surnames() {
        assertThat(Surname.of("张伟")).isEqualTo("张");
        assertThat(Surname.of("欧阳静")).isEqualTo("欧阳");
        assertThat(Surname.of("欧阳")).isEqualTo("欧");
        assertThat(Surname.of("John Smith")).isEqualTo("Smith");
        assertThat(Surname.of(" ")).isEmpty();
    }
}
