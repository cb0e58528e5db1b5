package io.genjin.intake;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is for the next lead (R-204: no disorderly competition). Next is who was given a lead the longest ago; who
 * carries clearly more than the others is passed over until the load evens out. Those who are away take no turn.
 */
public final class Rotation {

    /** Five customers more say nothing. */
    private static final int SLACK = 5;

    /**
     * One consultant in the rotation.
     *
     * @param open     how many customers they answer for
     * @param lastGiven when they were last given a lead; nothing when never or long ago
     */
    public record Turn(
            StaffId who,
            String username,
            int open,
            @Nullable Instant lastGiven) {}

    private static final Comparator<Turn> LONGEST_WAITING = Comparator.comparing(
                    (Turn turn) -> turn.lastGiven() == null ? Instant.MIN : turn.lastGiven())
            .thenComparing(Turn::open)
            .thenComparing(Turn::username);

    private final List<Turn> present;

    public Rotation(List<Turn> present) {
        this.present = List.copyOf(present);
    }

    /** Who is next; nobody when nobody is there. */
    public Optional<StaffId> next() {
        return present.stream()
                .filter(turn -> !carriesClearlyMore(turn))
                .min(LONGEST_WAITING)
                .map(Turn::who);
    }

    /** Who is next beside {@code had}, from whom the lead was taken back; they themselves when nobody else is there. */
    public Optional<StaffId> nextBeside(@Nullable StaffId had) {
        List<Turn> others =
                present.stream().filter(turn -> !turn.who().equals(had)).toList();
        return others.isEmpty() ? next() : new Rotation(others).next();
    }

    /** More than a quarter over the average of those who are there. */
    private boolean carriesClearlyMore(Turn turn) {
        long all = present.stream().mapToLong(Turn::open).sum();
        return 4L * present.size() * (turn.open() - SLACK) > 5L * all;
    }

    /** The rotation after {@code who} was given a lead at {@code at}. */
    public Rotation after(StaffId who, Instant at) {
        List<Turn> then = new ArrayList<>();
        for (Turn turn : present) {
            then.add(turn.who().equals(who) ? new Turn(who, turn.username(), turn.open() + 1, at) : turn);
        }
        return new Rotation(then);
    }

    public boolean has(StaffId who) {
        return present.stream().anyMatch(turn -> turn.who().equals(who));
    }
}
