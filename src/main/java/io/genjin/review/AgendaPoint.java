package io.genjin.review;

/** One point of the agenda, in the order of the meeting; for each there is a note in the minutes. */
public enum AgendaPoint {
    /** The daily report, added up over the week before. */
    DAILY_REPORT,
    ACTUAL_VS_TARGET,
    CURRENT_VS_HISTORY,
    /** Whose list of this week is missing, and what came of last week's (K27, K29). */
    H_LISTS,
    /** What is overdue, waits for a look, or comes back (K28). */
    ACTIONS,
    /** With whom nobody spoke. */
    ONE_TO_ONES;

    /** One of the three reports of R-114: without a word on it the review cannot be archived. */
    public boolean isReport() {
        return ordinal() <= CURRENT_VS_HISTORY.ordinal();
    }
}
