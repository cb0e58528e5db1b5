package io.genjin.demo;

import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How many contacts everybody has promised for each day, so that a consultant can name a day that is not full yet. */
final class Promises {

    private final Map<StaffMember, Map<LocalDate, Integer>> days = new HashMap<>();

    /** The day with the fewest promises among the last {@code slack} days before {@code latest}, never {@code today}. */
    LocalDate quietest(StaffMember owner, LocalDate today, LocalDate latest, int slack) {
        LocalDate from = latest.minusDays(slack);
        LocalDate best = from.isAfter(today) ? from : today.plusDays(1);
        Map<LocalDate, Integer> load = of(owner);
        for (LocalDate other = best; !other.isAfter(latest); other = other.plusDays(1)) {
            if (load.getOrDefault(other, 0) <= load.getOrDefault(best, 0)) {
                best = other;
            }
        }
        return best;
    }

    /** The owner of {@code client} owes the contact on the client's next day. */
    void made(Client client) {
        of(client.owner).merge(client.next, 1, Integer::sum);
    }

    /** Nobody owes it any more, or soon somebody else does. */
    void over(Client client) {
        of(client.owner).merge(client.next, -1, Integer::sum);
    }

    void move(Client client, LocalDate next) {
        over(client);
        client.next = next;
        made(client);
    }

    private Map<LocalDate, Integer> of(StaffMember owner) {
        return days.computeIfAbsent(owner, one -> new HashMap<>());
    }
}
