package io.genjin.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every change of a promised date, reproduced from what the journal tells. Each customer's promises are a chain: what
 * one entry promises, the next one finds. Where the chain is broken somebody changed a date and told nobody; such a change
 * is in the ledger, too, and has no reason.
 *
 * @param changes in the order of the entries, customer by customer
 * @param rows    stretches of moves without a contact between them
 */
record DateLedger(List<Change> changes, List<Row> rows) {

    /** How a date came to be changed. */
    enum Way {
        /** A contact was made and the next one promised. */
        CONTACT,
        /** A person moved it. */
        HAND,
        /** A rule moved it: a new grade, another enquiry, a step of the life-cycle. */
        RULE,
        /** Nothing tells of it. */
        UNTOLD
    }

    /**
     * One date became another.
     *
     * @param found  the entry that tells of it; of an untold change the entry that found another date than was promised
     * @param reason why, in words or as a code; nothing when nobody says why
     */
    record Change(
            Told found,
            LocalDate oldDate,
            LocalDate newDate,
            Way way,
            @Nullable String reason) {

        boolean hasReason() {
            return reason != null && !reason.isBlank();
        }
    }

    /** A customer whose date was moved by hand again and again, without a contact between. */
    record Row(List<Change> moves) {

        Change last() {
            return moves.get(moves.size() - 1);
        }
    }

    /**
     * @param told     in order of writing; what stands before the period tells what had been promised
     * @param inPeriod what the ledger is about
     * @param fewest   how many moves make a row
     */
    static DateLedger of(List<Told> told, Predicate<Told> inPeriod, int fewest) {
        Map<UUID, List<Told>> chains = new LinkedHashMap<>();
        told.forEach(one -> chains.computeIfAbsent(one.prospect(), customer -> new ArrayList<>())
                .add(one));
        List<Change> changes = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        chains.values().forEach(chain -> read(chain, inPeriod, fewest, changes, rows));
        return new DateLedger(List.copyOf(changes), List.copyOf(rows));
    }

    private static void read(
            List<Told> chain, Predicate<Told> inPeriod, int fewest, List<Change> changes, List<Row> rows) {
        List<Change> moves = new ArrayList<>();
        LocalDate promised = null;
        Instant promisedAt = null;
        List<Told> left = new ArrayList<>(chain);
        while (!left.isEmpty()) {
            Told one = next(left, promised);
            left.remove(one);
            LocalDate found = one.oldDate() == null ? promised : one.oldDate();
            LocalDate next = one.nextDate();
            boolean toldAgain =
                    next != null && next.equals(promised) && one.recordedAt().equals(promisedAt);
            if (one.isContact()) {
                closed(moves, fewest, inPeriod, rows);
            }
            if (!toldAgain) {
                if (promised != null && found != null && !found.equals(promised) && inPeriod.test(one)) {
                    changes.add(new Change(one, promised, found, Way.UNTOLD, null));
                }
                if (found != null && next != null && !found.equals(next)) {
                    Change change = change(one, found, next);
                    if (inPeriod.test(one)) {
                        changes.add(change);
                    }
                    if (change.way() == Way.HAND) {
                        moves.add(change);
                    }
                }
            }
            if (next != null) {
                promised = next;
                promisedAt = one.recordedAt();
            }
        }
        closed(moves, fewest, inPeriod, rows);
    }

    /**
     * What was written at one moment is read in the order in which it links: identities tell the order of entries only to the
     * millisecond.
     */
    private static Told next(List<Told> left, @Nullable LocalDate promised) {
        Told first = left.get(0);
        List<Told> together = left.stream()
                .takeWhile(one -> one.recordedAt().equals(first.recordedAt()))
                .toList();
        return together.stream()
                .filter(one -> one.oldDate() != null && one.oldDate().equals(promised))
                .findFirst()
                .or(() -> together.stream().filter(one -> one.oldDate() == null).findFirst())
                .orElse(first);
    }

    private static Change change(Told one, LocalDate old, LocalDate next) {
        if (one.isContact()) {
            return new Change(one, old, next, Way.CONTACT, one.nextReason());
        }
        if (one.isMove()) {
            return new Change(one, old, next, Way.HAND, one.reason());
        }
        return new Change(one, old, next, Way.RULE, one.cause() == null ? one.kind() : one.cause());
    }

    /** A row counts where its last move lies. */
    private static void closed(List<Change> moves, int fewest, Predicate<Told> inPeriod, List<Row> rows) {
        if (moves.size() >= fewest && inPeriod.test(moves.get(moves.size() - 1).found())) {
            rows.add(new Row(List.copyOf(moves)));
        }
        moves.clear();
    }
}
