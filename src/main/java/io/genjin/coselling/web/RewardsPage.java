package io.genjin.coselling.web;

import io.genjin.coselling.IntroductionId;
import io.genjin.coselling.Reward;
import io.genjin.coselling.RewardDesk.Line;
import io.genjin.prospect.ProspectLabels.Label;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rewards: due, approved, paid.
 *
 * @param about the reward that the refused form was about, if one was refused
 */
public record RewardsPage(
        List<Line> lines,
        Map<UUID, Label> labels,
        People people,
        Fields form,
        @Nullable IntroductionId about) {

    public @Nullable Label label(Line line) {
        return labels.get(line.introduction().prospect().value());
    }

    /** The form as it was refused, for the reward it was about; an empty one for the others. */
    public Fields formOf(Line line) {
        return line.reward().introduction().equals(about) ? form : Fields.empty();
    }

    public static String tone(Reward.State state) {
        return switch (state) {
            case DUE -> "g-state-warn";
            case APPROVED, PAID -> "g-state-good";
            case REJECTED -> "g-state-bad";
        };
    }
}
