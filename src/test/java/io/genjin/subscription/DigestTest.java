package io.genjin.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.subscription.Digest.Cell;
import io.genjin.subscription.Digest.Line;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no place in a letter for a name or a number of anybody. */
class DigestTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(strings = {"张伟", "Zhang", "13800000001", "138****0001", "310115198001010011", "1 2", "<b>1</b>", ""})
    void what_is_no_sum_is_refused(String text) {
        assertThatThrownBy(() -> Cell.number(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "82.5%", "1.05", "12 / 30", "–"})
    void sums_pass(String text) {
        assertThat(Cell.number(text).text()).isEqualTo(text);
    }

    @Test
    void labels_are_keys_of_our_own_texts_and_links_lead_to_ourselves() {
        assertThatThrownBy(() -> Line.of("王 女士", Cell.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cell.word("王 女士")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Line.of("digest.owed").defined("13800000001"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Line.of("digest.owed").defined("K03b").id()).isEqualTo("K03b");
        assertThat(Line.of("digest.owed").defined("R-118").id()).isEqualTo("R-118");
        assertThatThrownBy(() -> new Digest(MONDAY, MONDAY, List.of(), List.of(), "//elsewhere.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Digest(
                        MONDAY, MONDAY, List.of("digest.count"), List.of(Line.of("digest.owed")), "/worklist"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
