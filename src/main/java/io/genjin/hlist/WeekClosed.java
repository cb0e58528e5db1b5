package io.genjin.hlist;

import io.genjin.shared.Refusal;

/** The week is over: its lists are in the archive and never change. */
public class WeekClosed extends Refusal {

    WeekClosed(ListWeek week) {
        super(Kind.CONFLICT, week.monday());
    }
}
