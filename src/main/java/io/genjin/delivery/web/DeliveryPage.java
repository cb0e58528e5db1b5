package io.genjin.delivery.web;

import io.genjin.delivery.Delivery;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.HandoverSheet;
import io.genjin.delivery.Hindrance;
import io.genjin.delivery.Outstanding;
import io.genjin.delivery.Preparation;
import io.genjin.delivery.Section;
import io.genjin.order.SalesOrder;
import io.genjin.pdi.PdiCar;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One handover as a whole. */
public record DeliveryPage(
        DeliveryBook.Row row,
        SalesOrder order,
        PdiCar car,
        List<Hindrance> hindrances,
        List<Outstanding> owed,
        List<StaffMember> colleagues,
        People people,
        LocalDate today,
        Fields form) {

    public Delivery delivery() {
        return row.delivery();
    }

    public HandoverSheet sheet() {
        return row.delivery().sheet();
    }

    public String here() {
        return "/deliveries/" + row.delivery().id();
    }

    public String section(Section section) {
        return here() + "/sections/" + path(section);
    }

    static String path(Section section) {
        return section.name().toLowerCase(Locale.ROOT);
    }

    /** The first section in which something is still to be done. */
    public @Nullable Section next() {
        for (Section section : Section.values()) {
            if (sheet().done(section) < HandoverSheet.all(section)) {
                return section;
            }
        }
        return null;
    }

    /** What is in the way, in words. */
    public static String words(Hindrance one, Screen s) {
        return s.t(
                "hindrance." + one.kind().name(),
                one.item() != null
                        ? s.code("checkItem", one.item())
                        : one.amount() != null ? one.amount().shown() : (Object) one.count());
    }

    /** A refused calling-off has no other field than its reason. */
    public @Nullable String callingOffError(Screen s) {
        return form.error("callingOff", s);
    }

    public boolean isMoveRefused() {
        return form.isRefused() && callingOffErrorKey() == null;
    }

    private @Nullable String callingOffErrorKey() {
        return form.wrong().contains("callingOff") ? "callingOff" : null;
    }

    public String doneBy(Preparation one, Screen s) {
        Delivery.Done done = row.delivery().prepared().get(one);
        return done == null ? "" : people.name(done.by()) + " " + s.moment(done.at());
    }
}
