package io.genjin.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.duplicate.Kept.Standing;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What undoing a merge gives back, what stays, and what a person must decide. */
class UndoingTest {

    private static final UUID LI = UUID.randomUUID();
    private static final UUID WANG = UUID.randomUUID();
    private static final UUID ZHAO = UUID.randomUUID();
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    private static final CardContent BEFORE = with(Map.of("wechat", "wei-1", "budget", "x"), "朗逸");
    private static final CardContent MERGED = with(Map.of("wechat", "wei-2", "hobby", "钓鱼"), "朗逸");

    private static CardContent with(Map<String, String> texts, String model) {
        CardContent plain = CardContent.of("张伟", "13812345678", Source.WALK_IN, null, List.of(model), null);
        Map<String, @Nullable Object> values = new HashMap<>();
        texts.forEach((name, value) -> {
            if (!name.equals("budget")) {
                values.put(name, value);
            }
        });
        return CardFields.with(plain, values);
    }

    private static Standing standing(CardContent card, UUID owner, Grade grade, LocalDate next) {
        return new Standing(
                card,
                false,
                owner,
                grade,
                Set.of(Evidence.NEED),
                null,
                NextStep.on(next, NextStepReason.ROUTINE),
                ProspectStatus.FOLLOWING,
                new Prospect.Visits(0, null, null, null),
                null);
    }

    private static Undoing undoing(Standing before, Standing after, Standing now) {
        return new Undoing(
                new Kept(before, after, new Prospect.Former(ProspectStatus.FOLLOWING, null, null, null)), now);
    }

    private static final UndoWish NOTHING_SAID = new UndoWish(Set.of(), Set.of());

    @Test
    @DisplayName("what nobody changed since goes back; what the merge did not touch is left alone")
    void untouched() {
        Standing after = standing(MERGED, LI, Grade.H, FRIDAY);
        Undoing undoing = undoing(standing(BEFORE, LI, Grade.H, FRIDAY), after, after);
        assertThat(undoing.undecided(NOTHING_SAID)).isEmpty();
        assertThat(undoing.cardValues(NOTHING_SAID))
                .containsOnlyKeys("wechat", "hobby")
                .containsEntry("wechat", "wei-1")
                .containsEntry("hobby", null);
        assertThat(undoing.givesBack(Undoing.OWNER, NOTHING_SAID)).isFalse();
    }

    @Test
    @DisplayName("a value changed since is asked about, and stays or goes as was decided")
    void disputed() {
        Standing now = standing(with(Map.of("wechat", "wei-3", "hobby", "钓鱼"), "朗逸"), LI, Grade.H, FRIDAY);
        Undoing undoing = undoing(standing(BEFORE, LI, Grade.H, FRIDAY), standing(MERGED, LI, Grade.H, FRIDAY), now);
        assertThat(undoing.undecided(NOTHING_SAID)).containsExactly("wechat");
        UndoWish keep = new UndoWish(Set.of("wechat"), Set.of());
        assertThat(undoing.undecided(keep)).isEmpty();
        assertThat(undoing.cardValues(keep)).containsOnlyKeys("hobby");
        UndoWish restore = new UndoWish(Set.of(), Set.of("wechat"));
        assertThat(undoing.undecided(restore)).isEmpty();
        assertThat(undoing.cardValues(restore)).containsEntry("wechat", "wei-1");
    }

    @Test
    @DisplayName(
            "an owner given by the merge and transferred since is a dispute; a field edited beside the merge is none")
    void ownerAndBystander() {
        Standing now = standing(
                with(Map.of("wechat", "wei-2", "hobby", "钓鱼", "occupation", "教师"), "朗逸"), ZHAO, Grade.H, FRIDAY);
        Undoing undoing = undoing(standing(BEFORE, LI, Grade.H, FRIDAY), standing(MERGED, WANG, Grade.H, FRIDAY), now);
        assertThat(undoing.undecided(NOTHING_SAID)).containsExactly("owner");
        assertThat(undoing.cardValues(NOTHING_SAID)).doesNotContainKey("occupation");
    }

    @Test
    @DisplayName("the promise goes back only while it is the merge's own; one made since is newer and stays")
    void promise() {
        Standing before = standing(BEFORE, LI, Grade.H, FRIDAY);
        Standing after = standing(MERGED, LI, Grade.H, FRIDAY.minusDays(1));
        assertThat(undoing(before, after, after).promiseUntouched()).isTrue();
        assertThat(undoing(before, after, standing(MERGED, LI, Grade.H, FRIDAY.plusDays(2)))
                        .promiseUntouched())
                .isFalse();
        assertThat(undoing(before, before, before).promiseUntouched()).isFalse();
    }
}
