package io.genjin.hlist;

import io.genjin.shared.Refusal;

/** Too early: a week's list is held from the Thursday before it. */
public class WeekNotYetOpen extends Refusal {

    WeekNotYetOpen(ListWeek week) {
        super(Kind.RULE, week.monday(), week.opensOn());
    }
}
