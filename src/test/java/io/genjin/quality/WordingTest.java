package io.genjin.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void spaces_punctuation_case_and_width_do_not_tell_texts_apart() {
        assertThat(Wording.of("未接通，稍后再打。")).isEqualTo(Wording.of("未接通 稍后再打!!"));
        assertThat(Wording.of("Ｏｋ，BYE　bye")).isEqualTo(Wording.of("ok bye-BYE"));
        assertThat(Wording.of("\u3000\n……")).isEqualTo(Wording.of(""));
    }

    @Test
    void words_and_figures_do() {
        assertThat(Wording.of("未接通")).isNotEqualTo(Wording.of("已接通"));
        assertThat(Wording.of("优惠 3000")).isNotEqualTo(Wording.of("优惠 5000"));
        assertThat(Wording.of("𠮷先生")).isNotEqualTo(Wording.of("先生"));
    }
}
