package io.genjin.followup;

import io.genjin.dealership.OpenTime;
import io.genjin.prospect.Ownership;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who had an HQ lead for how much of its first limit: waiting for allocation and with a consultant share the same hours, so a
 * breach is charged to both by their parts (scenario 4). A lead taken back and given again adds up with each.
 *
 * @param parts in the order in which each had the lead first; together they are the whole stretch
 */
public record Shares(List<Share> parts) {

    /**
     * One person's part.
     *
     * @param waiting whether the lead waited for its consultant and the person answered for it until then
     */
    public record Share(StaffId owner, boolean waiting, Duration time) {}

    public Shares {
        parts = List.copyOf(parts);
    }

    /**
     * The parts of the time between receipt and {@code until}.
     *
     * @param owners from the receipt on, in order
     * @param time   as the clocks count it: closed days that pause them belong to nobody
     */
    public static Shares of(Instant receivedAt, Instant until, List<Ownership> owners, OpenTime time) {
        List<Share> parts = new ArrayList<>();
        for (int place = 0; place < owners.size(); place++) {
            Ownership one = owners.get(place);
            Instant from = place == 0 ? receivedAt : latest(one.from(), receivedAt);
            Instant to =
                    place + 1 < owners.size() ? earliest(owners.get(place + 1).from(), until) : until;
            if (from.isBefore(to)) {
                add(parts, one, Duration.between(time.compress(from), time.compress(to)));
            }
        }
        return new Shares(parts);
    }

    private static void add(List<Share> parts, Ownership one, Duration had) {
        if (had.isZero()) {
            return;
        }
        for (int place = 0; place < parts.size(); place++) {
            Share known = parts.get(place);
            if (known.owner().equals(one.owner()) && known.waiting() == one.waiting()) {
                parts.set(
                        place,
                        new Share(known.owner(), known.waiting(), known.time().plus(had)));
                return;
            }
        }
        parts.add(new Share(one.owner(), one.waiting(), had));
    }

    /** How long the lead waited for a consultant. */
    public Duration beforeAllocation() {
        return sum(true);
    }

    /** How long consultants had it. */
    public Duration afterAllocation() {
        return sum(false);
    }

    private Duration sum(boolean waiting) {
        return parts.stream()
                .filter(part -> part.waiting() == waiting)
                .map(Share::time)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
