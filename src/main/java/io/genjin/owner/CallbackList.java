package io.genjin.owner;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.CallsOwners;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom to call back: what is to be tried on a day or before it, by whoever makes the call that day. */
@Component
public class CallbackList implements CallsOwners {

    private static final int MOST = 3_000;

    private final Callbacks callbacks;
    private final OwnerFiles files;
    private final OwnerAccess access;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;

    CallbackList(
            Callbacks callbacks,
            OwnerFiles files,
            OwnerAccess access,
            ProspectDesk prospects,
            Dealerships dealerships) {
        this.callbacks = callbacks;
        this.files = files;
        this.access = access;
        this.prospects = prospects;
        this.dealerships = dealerships;
    }

    /** Calls to be made until {@code day} that the reader may see, the oldest first. */
    @Transactional(readOnly = true)
    public List<CallRow> until(LocalDate day, StaffMember reader) {
        List<Callback> open = callbacks.open(reader.dealership(), day, MOST);
        boolean all = access.seesAll(reader, "owner.read");
        Set<StaffId> me = access.ownersOf(reader);
        return rows(open, day, reader).stream()
                .filter(row -> all
                        || me.contains(row.assignee())
                        || me.contains(row.file().consultant()))
                .sorted(Comparator.comparing((CallRow row) -> row.call().dueDate())
                        .thenComparing(row -> row.call().type())
                        .thenComparing(row -> row.call().id()))
                .toList();
    }

    /** Those of them that the reader makes, for themselves or in somebody's stead. */
    @Transactional(readOnly = true)
    public List<CallRow> mine(LocalDate day, StaffMember reader) {
        Set<StaffId> me = access.ownersOf(reader);
        return until(day, reader).stream()
                .filter(row -> me.contains(row.assignee()))
                .toList();
    }

    List<CallRow> rows(List<Callback> calls, LocalDate day, StaffMember reader) {
        Map<OwnerId, OwnerFile> byId =
                files
                        .getAll(
                                reader.dealership(),
                                calls.stream().map(Callback::owner).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(OwnerFile::id, Function.identity()));
        Map<ProspectId, Prospect> cards = prospects
                .getAll(
                        reader.dealership(),
                        calls.stream().map(Callback::prospect).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Prospect::id, Function.identity()));
        CallbackAssignment assignment = access.assignment(reader, day);
        return calls.stream()
                .map(call -> {
                    OwnerFile file = Objects.requireNonNull(byId.get(call.owner()));
                    return new CallRow(
                            call,
                            file,
                            Objects.requireNonNull(cards.get(call.prospect())),
                            assignment.of(call.type(), file.consultant(), file.id()));
                })
                .toList();
    }

    /** The day's calls for the morning list (4.3, scenario 20). */
    @Override
    public List<Call> due(LocalDate until, LocalDate today, Set<StaffId> callers, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        boolean all = access.seesAll(reader, "worklist.read");
        Set<StaffId> mine = access.ownersOf(reader);
        return rows(callbacks.open(reader.dealership(), until, MOST), today, reader).stream()
                .filter(row -> callers.isEmpty() || callers.contains(row.assignee()))
                .filter(row -> all || mine.contains(row.assignee()))
                .map(row -> call(row, today, dealership))
                .toList();
    }

    private static Call call(CallRow row, LocalDate today, Dealership dealership) {
        Callback call = row.call();
        Prospect prospect = row.prospect();
        Grade grade = prospect.grade();
        return new Call(
                call.id(),
                row.file().prospect(),
                row.file().customerName(),
                prospect.content().number().masked(),
                grade,
                dealership.endOf(call.dueDate()),
                call.isOverdue(today),
                Math.max(0, ChronoUnit.DAYS.between(call.dueDate(), today)),
                call.type().name(),
                "/callbacks/" + call.id(),
                row.assignee(),
                row.file().model(),
                prospect.lastContactAt());
    }
}
