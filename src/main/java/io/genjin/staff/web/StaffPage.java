package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.Absence;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffList;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One person: standing and duties, days away, and what an administrator may do.
 *
 * @param link the invitation's address, only on the answer to the act that made it
 * @param self whether readers look at themselves
 * @param secondFactor whether the person proves a second factor at the door
 */
public record StaffPage(
        StaffList.Row row,
        List<Role> roles,
        List<Absence> absences,
        List<StaffMember> colleagues,
        LocalDate today,
        boolean self,
        boolean secondFactor,
        @Nullable InvitationLink link,
        @Nullable String notice,
        Forms forms) {

    /** What each form of the page shows; one of them at most was refused. */
    public record Forms(Fields act, Fields name, Fields roles, Fields absence) {

        static Forms of(StaffList.Row row) {
            return new Forms(
                    Fields.empty(),
                    Fields.empty().put("name", row.member().name()),
                    Fields.empty().put("roles", row.roles()),
                    Fields.empty());
        }

        Forms act(Fields refused) {
            return new Forms(refused, name, roles, absence);
        }

        Forms name(Fields refused) {
            return new Forms(act, refused, roles, absence);
        }

        Forms roles(Fields refused) {
            return new Forms(act, name, refused, absence);
        }

        Forms absence(Fields refused) {
            return new Forms(act, name, roles, refused);
        }
    }

    public StaffMember member() {
        return row.member();
    }

    public String path() {
        return "/staff/" + member().id().value();
    }

    public String nameOf(@Nullable StaffId id) {
        return colleagues.stream()
                .filter(colleague -> colleague.id().equals(id))
                .map(StaffMember::name)
                .findFirst()
                .orElse("");
    }

    /** Who may stand in for this person, by sign-in name. */
    public Map<String, String> deputies() {
        Map<String, String> deputies = new LinkedHashMap<>();
        colleagues.stream()
                .filter(colleague -> colleague.active() && !colleague.id().equals(member().id()))
                .filter(colleague -> AbsencePlan.canDeputise(colleague, member()))
                .forEach(colleague -> deputies.put(colleague.username(), colleague.name()));
        return deputies;
    }

    public boolean canCancel(Absence absence) {
        return !absence.to().isBefore(today);
    }

    /** Duties in words, one after the other. */
    public static String words(Screen s, Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> s.code("role", role))
                .collect(Collectors.joining(s.t("list.separator")));
    }

    /** Duties to choose from, in words. */
    public static Map<String, String> choices(Screen s, List<Role> roles) {
        Map<String, String> choices = new LinkedHashMap<>();
        roles.forEach(role -> choices.put(role.name(), s.code("role", role)));
        return choices;
    }
}
