package io.genjin.review;

import java.util.List;

/**
 * The one-to-ones as a review sees them. A week with too few of them is itself a defect (scenario 30).
 *
 * @param week      the week looked back at
 * @param minimum   how many the policy wants a week
 * @param tooFew    whether there were fewer, in a week that counts
 * @param held      with whom somebody spoke in it
 * @param without   consultants with whom nobody did
 * @param thisWeek  with whom somebody has spoken since
 * @param weeksHeld of the last weeks that are over, those with at least one (K29, first half)
 * @param weeks     how many weeks that are
 */
public record Talks(
        ReviewWeek week,
        int minimum,
        boolean tooFew,
        List<Person> held,
        List<Person> without,
        List<Person> thisWeek,
        long weeksHeld,
        long weeks) {

    public Talks {
        held = List.copyOf(held);
        without = List.copyOf(without);
        thisWeek = List.copyOf(thisWeek);
    }
}
