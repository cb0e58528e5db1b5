package io.genjin.delivery.web;

import io.genjin.delivery.Delivery;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.Hindrance;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.stream.Collectors;

/** Where customer and staff sign, or see what is in the way and who can solve it. */
public record SignaturePage(
        DeliveryBook.Row row, List<Hindrance> hindrances, List<StaffMember> colleagues, People people, Fields form) {

    public Delivery delivery() {
        return row.delivery();
    }

    public String here() {
        return "/deliveries/" + row.delivery().id();
    }

    /** Who can solve it, by duty and name. */
    public static String solvers(Hindrance one, List<StaffMember> colleagues, Screen s) {
        Role solver = one.solver();
        if (solver == null) {
            return s.t("hindrance.here");
        }
        String names = colleagues.stream()
                .filter(member -> member.is(solver))
                .map(StaffMember::name)
                .collect(Collectors.joining(s.t("list.separator")));
        return s.t("hindrance.solver", s.code("role", solver), names);
    }
}
