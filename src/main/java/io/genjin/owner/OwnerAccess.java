package io.genjin.owner;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.SharesProspects;
import io.genjin.shared.NothingHere;
import io.genjin.staff.Absence;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Whose owners a person may see and call: a consultant those they are in charge of, and those of absent colleagues they stand
 * in for; managers and customer relations all. Anything else is as if it were not there (S-R22).
 */
@Component
class OwnerAccess {

    private final OwnerFiles files;
    private final Rights rights;
    private final Access access;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    OwnerAccess(
            OwnerFiles files,
            Rights rights,
            Access access,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.files = files;
        this.rights = rights;
        this.access = access;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    OwnerFile read(OwnerId id, StaffMember reader, String operation) {
        return seen(files.get(reader.dealership(), id), reader, operation);
    }

    /** The same, held until the transaction ends. */
    OwnerFile hold(OwnerId id, StaffMember by, String operation) {
        return seen(files.getForUpdate(by.dealership(), id), by, operation);
    }

    private OwnerFile seen(OwnerFile file, StaffMember reader, String operation) {
        if (!sees(file.consultant(), reader, operation)) {
            throw new NothingHere(file.id());
        }
        return file;
    }

    boolean sees(StaffId consultant, StaffMember reader, String operation) {
        Reach reach = rights.reachOf(reader, operation);
        return reach == Reach.ALL || reach == Reach.OWN && ownersOf(reader).contains(consultant);
    }

    boolean seesAll(StaffMember reader, String operation) {
        return rights.reachOf(reader, operation) == Reach.ALL;
    }

    boolean mayAnswer(StaffMember member) {
        return rights.allows(member, "complaint.answer");
    }

    /** The person and everybody they stand in for today. */
    Set<StaffId> ownersOf(StaffMember reader) {
        return access.ownersOf(reader);
    }

    /** Who makes which call on a day. */
    CallbackAssignment assignment(StaffMember reader, LocalDate day) {
        return new CallbackAssignment(
                staff.active(reader.dealership()),
                who -> staff.isAway(reader.dealership(), who, day),
                who -> deputyOf(reader, who, day));
    }

    private Optional<StaffId> deputyOf(StaffMember reader, StaffId who, LocalDate day) {
        return staff.absences(reader.dealership()).stream()
                .filter(absence -> absence.who().equals(who) && absence.covers(day))
                .map(Absence::deputy)
                .filter(Objects::nonNull)
                .findFirst();
    }

    LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }

    /** A consultant in charge of an owner reads the case behind the car, whoever sold it. */
    @Configuration(proxyBeanMethods = false)
    static class InCharge {

        @Bean
        static SharesProspects casesOfOwners(OwnerFiles files) {
            return (ProspectId prospect, StaffMember person) -> files.ofProspect(person.dealership(), prospect)
                    .filter(file -> file.consultant().equals(person.id()))
                    .isPresent();
        }
    }
}
