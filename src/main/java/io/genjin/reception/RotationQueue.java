package io.genjin.reception;

import io.genjin.staff.StaffId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose turn it is to receive the next party (接待轮值), the fairness device against 抢单 (2.3). Who took a turn goes to the end.
 * Who is asked for by name has had no turn. Who is skipped, because busy with a party, keeps the place at the front.
 *
 * @param order who is on the floor, next first
 */
public record RotationQueue(List<StaffId> order) {

    public RotationQueue {
        order = List.copyOf(order);
    }

    /**
     * The queue after the day's turns.
     *
     * @param morning who is on the floor, in the order in which the day begins
     * @param turns   who had a turn today, earliest first; those who left the floor count for nothing
     */
    public static RotationQueue after(List<StaffId> morning, List<StaffId> turns) {
        RotationQueue queue = new RotationQueue(morning);
        for (StaffId one : turns) {
            queue = queue.after(one);
        }
        return queue;
    }

    /** The queue after {@code who} had a turn. */
    public RotationQueue after(StaffId who) {
        if (!order.contains(who)) {
            return this;
        }
        List<StaffId> next = new ArrayList<>(order);
        next.remove(who);
        next.add(who);
        return new RotationQueue(next);
    }

    /**
     * Who is next: the first who is free; when nobody is free, the first, who will come as soon as possible. Nobody when nobody
     * is on the floor.
     */
    public Optional<StaffId> next(Collection<StaffId> busy) {
        Set<StaffId> notNow = Set.copyOf(busy);
        return order.stream().filter(one -> !notNow.contains(one)).findFirst().or(() -> order.stream()
                .findFirst());
    }
}
