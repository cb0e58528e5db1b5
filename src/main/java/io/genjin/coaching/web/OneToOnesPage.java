package io.genjin.coaching.web;

import io.genjin.coaching.OneToOne;
import io.genjin.coaching.Proposals;
import io.genjin.coaching.TalkWeek;
import io.genjin.coaching.WeeklyTalks;
import io.genjin.prospect.web.People;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one-to-ones of a week.
 *
 * @param standing  whether the week has what the policy wants, for those who see everybody
 * @param proposals with whom to talk, of the running week and for those who see everybody
 * @param coverage  K29 of the last weeks, for those who see everybody
 */
public record OneToOnesPage(
        TalkWeek week,
        TalkWeek running,
        WeeklyTalks.@Nullable Standing standing,
        Proposals.@Nullable OfWeek proposals,
        List<OneToOne> held,
        WeeklyTalks.@Nullable Coverage coverage,
        boolean mayHold,
        ClueWords words,
        People people) {

    public String pathOf(TalkWeek other) {
        return "/one-to-ones?week=" + other;
    }

    public boolean isRunning() {
        return week.equals(running);
    }
}
