package io.genjin.reception;

import io.genjin.prospect.Access;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose visits a person may see and change: those they receive or registered and those of their customers; managers all. */
@Component
class VisitAccess {

    private final Visits visits;
    private final ProspectDesk prospects;
    private final Access access;

    VisitAccess(Visits visits, ProspectDesk prospects, Access access) {
        this.visits = visits;
        this.prospects = prospects;
        this.access = access;
    }

    Visit read(VisitId id, StaffMember reader) {
        return seen(visits.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id)), reader, "visit.read");
    }

    /** Holds a visit to be changed; its customer first, as everybody who changes both does. */
    Visit hold(VisitId id, StaffMember by, String operation) {
        Visit seen = visits.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
        ProspectId customer = seen.prospect();
        if (customer != null) {
            prospects.hold(customer, by.dealership());
        }
        return seen(visits.hold(by.dealership(), id).orElseThrow(() -> new NothingHere(id)), by, operation);
    }

    /** Those of the visits that the reader may read, asked for all of them at once. */
    List<Visit> readable(List<Visit> some, StaffMember reader) {
        return access.seesAll(reader, "visit.read") ? some : theirs(some, reader);
    }

    boolean isTheirs(Visit visit, StaffMember reader) {
        return !theirs(List.of(visit), reader).isEmpty();
    }

    private List<Visit> theirs(List<Visit> some, StaffMember reader) {
        Set<StaffId> owners = access.ownersOf(reader);
        Set<ProspectId> customers = some.stream()
                .flatMap(visit -> Stream.ofNullable(visit.prospect()))
                .collect(Collectors.toSet());
        Set<ProspectId> own = prospects.getAll(reader.dealership(), customers).stream()
                .filter(prospect -> owners.contains(prospect.owner()))
                .map(Prospect::id)
                .collect(Collectors.toSet());
        return some.stream()
                .filter(visit -> {
                    StaffId consultant = visit.consultant();
                    ProspectId customer = visit.prospect();
                    return consultant != null && owners.contains(consultant)
                            || visit.registeredBy().equals(reader.id())
                            || customer != null && own.contains(customer);
                })
                .toList();
    }

    /** Whether the person may record contacts with the customer, rather than receive a colleague's as a courtesy. */
    boolean mayFollow(Prospect prospect, StaffMember member) {
        return access.seesAll(member, "followup.record") || isOwner(prospect, member);
    }

    boolean isOwner(Prospect prospect, StaffMember member) {
        return access.ownersOf(member).contains(prospect.owner());
    }

    boolean seesAll(StaffMember reader, String operation) {
        return access.seesAll(reader, operation);
    }

    private Visit seen(Visit visit, StaffMember reader, String operation) {
        if (!access.seesAll(reader, operation) && !(access.seesAny(reader, operation) && isTheirs(visit, reader))) {
            throw new NothingHere(visit.id());
        }
        return visit;
    }
}
