package io.genjin.intake;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores a sheet chunk by chunk. A chunk's customers and the count of rows done are one transaction under the batch's lock:
 * killed anywhere, the import goes on with the next row, and two nodes at work on the same sheet do nothing twice (S-R62c).
 */
@Service
class ImportChunks {

    private final Batches batches;
    private final Leads leads;
    private final ProspectDesk prospects;
    private final Responsible responsible;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportChunks(
            Batches batches,
            Leads leads,
            ProspectDesk prospects,
            Responsible responsible,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.leads = leads;
        this.prospects = prospects;
        this.responsible = responsible;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** How the batch stands; for a worker to see whether there is something to do. */
    @Transactional(readOnly = true)
    public Optional<ImportBatch> look(DealershipId in, BatchId id) {
        return batches.find(in, id);
    }

    /**
     * Stores the rows after the first {@code from}.
     *
     * @return the batch afterwards; nothing when somebody else stored them or the import was stopped
     */
    @Transactional
    public Optional<ImportBatch> store(DealershipId in, BatchId id, int from, List<SheetCustomer> rows) {
        ImportBatch batch = batches.hold(in, id).orElseThrow();
        if (batch.status() != BatchStatus.RUNNING || batch.doneRows() != from) {
            return Optional.empty();
        }
        List<ImportRow> kept = new ArrayList<>();
        List<SheetCustomer.Readable> readable = new ArrayList<>();
        for (SheetCustomer row : rows) {
            if (row instanceof SheetCustomer.Readable one) {
                readable.add(one);
            } else if (row instanceof SheetCustomer.Refused one) {
                kept.add(new ImportRow(
                        one.row().number(), ImportRow.Outcome.REFUSED, one.row().texts(), one.reasons(), null));
            }
        }
        int refused = kept.size();
        int imported = take(batch, readable, kept);
        batches.keepRows(in, id, kept);
        ImportBatch after = batch.advanced(imported, kept.size() - refused, refused);
        batches.update(after);
        return Optional.of(after);
    }

    /** Opens the customers whose number nobody has; the others join {@code kept} as duplicates. */
    private int take(ImportBatch batch, List<SheetCustomer.Readable> readable, List<ImportRow> kept) {
        DealershipId in = batch.dealership();
        StaffId by = Objects.requireNonNull(batch.startedBy());
        Map<String, SheetCustomer.Readable> byNumber = new LinkedHashMap<>();
        List<SheetCustomer.Readable> repeats = new ArrayList<>();
        Set<String> known = knownExternals(in, readable);
        for (SheetCustomer.Readable one : readable) {
            String external = external(one);
            boolean fresh = external == null || known.add(external);
            if (!fresh || byNumber.putIfAbsent(one.content().mobile(), one) != null) {
                repeats.add(one);
            }
        }
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        StaffId waitingOwner = responsible.today(dealership, dealership.dayOf(now));
        List<Prospect> opened = prospects.receiveAll(
                byNumber.values().stream()
                        .map(one -> new ProspectDesk.Received(
                                one.content(),
                                one.grade(),
                                one.receivedAt(),
                                one.consultant() == null ? waitingOwner : one.consultant(),
                                one.consultant() != null,
                                external(one)))
                        .toList(),
                batch.id().value(),
                by,
                in);
        Map<String, ProspectId> onFile = new HashMap<>();
        List<Lead> arrived = new ArrayList<>();
        for (Prospect prospect : opened) {
            SheetCustomer.Readable one =
                    Objects.requireNonNull(byNumber.remove(prospect.content().mobile()));
            onFile.put(prospect.content().mobile(), prospect.id());
            arrived.add(lead(batch, one, prospect, by, now));
        }
        leads.insertAll(arrived, by, now);
        repeats.addAll(byNumber.values());
        for (SheetCustomer.Readable one : repeats) {
            ProspectId existing = onFile.computeIfAbsent(
                    one.content().mobile(),
                    number -> prospects.openWith(in, one.content().number()).orElse(null));
            kept.add(new ImportRow(
                    one.row().number(), ImportRow.Outcome.DUPLICATE, one.row().texts(), List.of(), existing));
        }
        return opened.size();
    }

    private Set<String> knownExternals(DealershipId in, List<SheetCustomer.Readable> readable) {
        Map<Source, List<String>> bySource = readable.stream()
                .filter(one -> one.externalId() != null)
                .collect(Collectors.groupingBy(
                        one -> one.content().source(),
                        Collectors.mapping(SheetCustomer.Readable::externalId, Collectors.toList())));
        Set<String> known = new HashSet<>();
        bySource.forEach(
                (source, ids) -> leads.known(in, source, ids).forEach(external -> known.add(source + "|" + external)));
        return known;
    }

    private static @Nullable String external(SheetCustomer.Readable one) {
        return one.externalId() == null ? null : one.content().source() + "|" + one.externalId();
    }

    private static Lead lead(
            ImportBatch batch, SheetCustomer.Readable one, Prospect prospect, StaffId by, Instant now) {
        boolean assigned = one.consultant() != null;
        return new Lead(
                batch.dealership(),
                LeadId.next(),
                one.content().source(),
                one.externalId(),
                one.receivedAt(),
                assigned ? LeadStatus.ASSIGNED : LeadStatus.LEAD_RECEIVED,
                prospect.id(),
                null,
                prospect.deadline().dueAt(),
                one.content().intentModels(),
                one.content().remark(),
                one.consultant(),
                assigned ? now : null,
                assigned ? by : null,
                batch.id().value());
    }

    /** All rows are stored: the file is not needed any more. */
    @Transactional
    public void finish(DealershipId in, BatchId id) {
        ImportBatch batch = batches.hold(in, id).orElseThrow();
        if (batch.status() == BatchStatus.RUNNING) {
            Instant now = clock.instant();
            ImportBatch done = batch.done(now);
            batches.update(done);
            batches.dropFile(in, id);
            events.publishEvent(IntakeFact.of(done, IntakeFact.Kind.IMPORT_FINISHED, done.startedBy(), now));
        }
    }

    /** The import cannot go on by itself; {@code why} is the key of the sentence that says why. */
    @Transactional
    public void stop(DealershipId in, BatchId id, String why) {
        ImportBatch batch = batches.hold(in, id).orElseThrow();
        if (batch.status() == BatchStatus.RUNNING) {
            ImportBatch failed = batch.failed(why);
            batches.update(failed);
            events.publishEvent(IntakeFact.of(failed, IntakeFact.Kind.IMPORT_STOPPED, null, clock.instant()));
        }
    }

    /**
     * Takes back some of the customers that nobody has touched. Whoever asked again since is no mistake and stays.
     *
     * @return whether there are more
     */
    @Transactional
    public boolean takeBack(DealershipId in, BatchId id, int most) {
        ImportBatch batch = batches.hold(in, id).orElseThrow();
        if (batch.status() != BatchStatus.TAKEN_BACK || batch.finishedAt() != null) {
            return false;
        }
        StaffId by = Objects.requireNonNullElse(batch.startedBy(), batch.uploadedBy());
        List<ProspectId> gone = prospects.takeBack(batch.id().value(), leads.askedAgain(in, batch.id()), most, by, in);
        leads.invalid(in, gone);
        ImportBatch after = batch.takingBack(gone.size());
        if (gone.isEmpty()) {
            after = after.takenBackAt(clock.instant());
            batches.dropFile(in, id);
            batches.dropRows(in, id);
        }
        batches.update(after);
        return !gone.isEmpty();
    }
}
