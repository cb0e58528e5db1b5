package io.genjin.needs;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer's needs sheets for those who may see them, with what they could give the card and how the deadline stands. */
@Component
public class NeedsFile {

    private final CardFile file;
    private final Access access;
    private final NeedsAnalyses analyses;
    private final Journal journal;
    private final Dealerships dealerships;
    private final Clock clock;

    NeedsFile(
            CardFile file,
            Access access,
            NeedsAnalyses analyses,
            Journal journal,
            Dealerships dealerships,
            Clock clock) {
        this.file = file;
        this.access = access;
        this.analyses = analyses;
        this.journal = journal;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * One customer's sheets, the latest first, those of merged cases among them.
     *
     * @param proposals what the latest could give the card
     */
    public record Opened(
            Prospect prospect, List<NeedsAnalysis> versions, List<CardProposal> proposals, NeedsDeadline deadline) {

        public @Nullable NeedsAnalysis latest() {
            return versions.isEmpty() ? null : versions.get(0);
        }

        /** The version that a new sheet replaces; 0 when this customer's case has none. */
        public int version() {
            return versions.stream()
                    .filter(one -> one.prospect().equals(prospect.id()))
                    .mapToInt(NeedsAnalysis::version)
                    .max()
                    .orElse(0);
        }

        /** Whether the suggested grade is not the one the customer has. */
        public boolean suggestsOtherGrade() {
            NeedsAnalysis latest = latest();
            return latest != null
                    && latest.grade() == null
                    && latest.suggestion().grade() != prospect.grade();
        }
    }

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, StaffMember reader) {
        Prospect prospect = access.seen(file.open(id, reader), reader, "needs.read");
        Dealership dealership = dealerships.get(reader.dealership());
        Instant now = clock.instant();
        List<ProspectId> cases = file.cases(id, reader);
        List<NeedsAnalysis> versions = analyses.of(reader.dealership(), cases);
        return new Opened(
                prospect,
                versions,
                versions.isEmpty() || !prospect.status().isOpen()
                        ? List.of()
                        : CardProposal.of(prospect.content(), versions.get(0).sheet(), dealership.dayOf(now)),
                deadline(prospect, cases, versions, dealership, now));
    }

    private NeedsDeadline deadline(
            Prospect prospect,
            List<ProspectId> cases,
            List<NeedsAnalysis> versions,
            Dealership dealership,
            Instant now) {
        List<UUID> ids = cases.stream().map(ProspectId::value).toList();
        List<JournalEntry> entries = journal.about(prospect.dealership(), ids).values().stream()
                .flatMap(Collection::stream)
                .toList();
        Instant talk = first(entries, "PROSPECT_OPENED");
        Instant reached = talk == null ? prospect.firsts().reached() : talk;
        return NeedsDeadline.of(
                reached == null ? null : dealership.endOf(dealership.dayOf(reached)),
                first(entries, "QUOTED"),
                versions.stream()
                        .map(NeedsAnalysis::saidAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                now);
    }

    private static @Nullable Instant first(List<JournalEntry> entries, String kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(JournalEntry::happenedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
