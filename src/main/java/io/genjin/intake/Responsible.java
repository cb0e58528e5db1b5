package io.genjin.intake;

import io.genjin.dealership.Dealership;
import io.genjin.staff.Absence;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who answers for a lead until a consultant does: the designated person (专人, R-101); who stands in for them while they are
 * away; else a manager.
 */
@Component
class Responsible {

    private final StaffDirectory staff;

    Responsible(StaffDirectory staff) {
        this.staff = staff;
    }

    /**
     * @throws NobodyResponsible when the dealership has neither a designated person nor a manager
     */
    StaffId today(Dealership dealership, LocalDate today) {
        List<StaffMember> designated = staff.with(dealership.id(), Role.HQ_LEAD_RESPONSIBLE);
        List<StaffMember> managers = Stream.of(Role.SALES_MANAGER, Role.SHOWROOM_MANAGER)
                .flatMap(role -> staff.with(dealership.id(), role).stream())
                .toList();
        return present(designated, dealership, today)
                .or(() -> deputy(designated, dealership, today))
                .or(() -> present(managers, dealership, today))
                .or(() -> Stream.concat(managers.stream(), designated.stream()).findFirst())
                .map(StaffMember::id)
                .orElseThrow(NobodyResponsible::new);
    }

    private Optional<StaffMember> present(List<StaffMember> people, Dealership dealership, LocalDate today) {
        return people.stream()
                .filter(one -> !staff.isAway(dealership.id(), one.id(), today))
                .findFirst();
    }

    private Optional<StaffMember> deputy(List<StaffMember> away, Dealership dealership, LocalDate today) {
        List<StaffMember> deputies = staff.absences(dealership.id()).stream()
                .filter(absence -> absence.covers(today))
                .filter(absence -> away.stream().anyMatch(one -> one.id().equals(absence.who())))
                .map(Absence::deputy)
                .filter(Objects::nonNull)
                .flatMap(deputy -> staff.find(dealership.id(), deputy).stream())
                .filter(StaffMember::active)
                .toList();
        return present(deputies, dealership, today);
    }
}
