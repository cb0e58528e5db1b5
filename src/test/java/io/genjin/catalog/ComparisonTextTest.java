package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.catalog.ComparisonText.RowDraft;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A comparison is fair, complete and dated (2.5). */
class ComparisonTextTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static RowDraft row(Focus focus, Better better) {
        return new RowDraft(focus, "我方的", "他们的", better, null);
    }

    private static ComparisonText text(LocalDate asOf, RowDraft... rows) {
        return ComparisonText.checked(CarModelId.next(), "本田", "CR-V", "240TURBO", "官网", asOf, List.of(rows), MONDAY);
    }

    @Test
    @DisplayName("a comparison in which ours is better in every row is refused; one even row makes it fair")
    void fair() {
        assertThatThrownBy(() -> text(MONDAY, row(Focus.SPACE, Better.OURS), row(Focus.POWER, Better.OURS)))
                .isInstanceOf(OnlyOursBetter.class);
        ComparisonText fair = text(MONDAY, row(Focus.SPACE, Better.OURS), row(Focus.POWER, Better.EVEN));
        assertThat(fair.count(Better.OURS)).isEqualTo(1);
        assertThat(fair.rows()).extracting(ComparisonRow::focus).containsExactly(Focus.POWER, Focus.SPACE);
    }

    @Test
    @DisplayName("all that is missing is named at once, in a row by its aspect; rows without a word are none")
    void complete() {
        assertThatThrownBy(() -> ComparisonText.checked(
                        CarModelId.next(),
                        " ",
                        null,
                        null,
                        null,
                        MONDAY.plusDays(1),
                        List.of(
                                new RowDraft(Focus.SAFETY, "六气囊", " ", null, null),
                                new RowDraft(Focus.LOOKS, "", null, null, " ")),
                        MONDAY))
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.fields())
                        .extracting(Refusal.Field::name)
                        .containsExactlyInAnyOrder(
                                "brand", "rival", "source", "asOf", "rows.SAFETY.theirs", "rows.SAFETY.better"));
        assertThatThrownBy(() -> text(MONDAY, row(Focus.SPACE, Better.THEIRS)))
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.fields())
                        .extracting(Refusal.Field::name)
                        .containsExactly("rows"));
        assertThatThrownBy(() -> text(MONDAY, row(Focus.SPACE, Better.THEIRS), row(Focus.SPACE, Better.OURS)))
                .isInstanceOf(FieldsRefused.class);
    }

    @Test
    @DisplayName("looked up half a year ago it still counts; a day later it should be looked up again")
    void stale() {
        ComparisonText text = text(MONDAY, row(Focus.SPACE, Better.THEIRS), row(Focus.FUEL, Better.OURS));
        assertThat(text.isStale(MONDAY.plusDays(180))).isFalse();
        assertThat(text.isStale(MONDAY.plusDays(181))).isTrue();
    }
}
