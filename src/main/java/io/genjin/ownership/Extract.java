package io.genjin.ownership;

import io.genjin.journal.JournalEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one side of a dispute, in codes and moments: nothing of the customer, nothing of what was talked.
 *
 * @param openedAt     when this side opened the card or received the lead; nothing when it did not
 * @param cardSignedAt when the card was signed while it was this side's (5 (b))
 * @param contacts     the newest contacts, newest first
 * @param misses       first limits and rhythms missed in this side's charge (1.11 rule 7)
 * @param courtesyAt   when this side last received the customer for the owner
 */
public record Extract(
        UUID who,
        @Nullable Instant openedAt,
        @Nullable Instant cardSignedAt,
        List<Contact> contacts,
        int contactCount,
        int misses,
        @Nullable Instant courtesyAt,
        int courtesies) {

    private static final int SHOWN = 5;
    private static final Set<String> MISSES = Set.of("FIRST_FOLLOW_UP_MISSED", "RHYTHM_MISSED");
    private static final Set<String> OPENINGS = Set.of("PROSPECT_OPENED", "LEAD_RECEIVED");

    /** One contact: when, how, and what came of it. */
    public record Contact(Instant at, String way, String outcome) {}

    public Extract {
        contacts = List.copyOf(contacts);
    }

    /** Reads the side {@code who} out of what happened to a customer; the order of {@code entries} does not matter. */
    static Extract of(UUID who, List<JournalEntry> entries) {
        Set<UUID> withdrawn = entries.stream()
                .map(JournalEntry::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Contact> contacts = entries.stream()
                .filter(entry -> entry.kind().equals("FOLLOW_UP_RECORDED") && who.equals(entry.actor()))
                .sorted(Comparator.comparing(JournalEntry::happenedAt).reversed())
                .map(entry -> new Contact(entry.happenedAt(), entry.detail("way"), entry.detail("outcome")))
                .toList();
        List<JournalEntry> courtesies = entries.stream()
                .filter(entry -> entry.kind().equals("COURTESY_RECEPTION") && who.equals(entry.actor()))
                .toList();
        return new Extract(
                who,
                earliest(entries, entry -> OPENINGS.contains(entry.kind()) && who.equals(entry.owner())),
                earliest(entries, entry -> entry.kind().equals("CARD_SIGNED") && who.equals(entry.owner())),
                contacts.subList(0, Math.min(SHOWN, contacts.size())),
                contacts.size(),
                (int) entries.stream()
                        .filter(entry -> MISSES.contains(entry.kind())
                                && who.equals(entry.owner())
                                && !withdrawn.contains(entry.id()))
                        .count(),
                courtesies.stream()
                        .map(JournalEntry::happenedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                courtesies.size());
    }

    private static @Nullable Instant earliest(
            List<JournalEntry> entries, java.util.function.Predicate<JournalEntry> which) {
        return entries.stream()
                .filter(which)
                .map(JournalEntry::happenedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
