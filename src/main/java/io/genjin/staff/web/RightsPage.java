package io.genjin.staff.web;

import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import java.util.List;

/** The matrix of who may do what, as the file that is obeyed says it (S-R20). */
public record RightsPage(List<Rights.Line> lines, List<Role> roles) {

    public static Reach reach(Rights.Line line, Role role) {
        return line.reach().getOrDefault(role, Reach.NONE);
    }
}
