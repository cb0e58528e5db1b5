package io.genjin.delivery.web;

import io.genjin.delivery.Delivery;
import io.genjin.delivery.Hindrance;
import io.genjin.order.OrderStatus;
import io.genjin.order.SalesOrder;
import io.genjin.pdi.PdiCar;
import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The car of a customer, on their page.
 *
 * @param before   what must be settled before the customer can have the car
 * @param match    the form for setting a car aside
 * @param schedule the form for the appointment
 * @param asPart   whether it is loaded into the card; otherwise it is a page of its own
 */
public record DeliveryPanel(
        Prospect prospect,
        @Nullable SalesOrder order,
        @Nullable PdiCar car,
        @Nullable Delivery delivery,
        List<Hindrance> before,
        List<StaffMember> colleagues,
        Fields match,
        Fields schedule,
        boolean asPart) {

    public String here() {
        return "/prospects/" + prospect.id();
    }

    public boolean wantsCar() {
        return order != null && order.status() == OrderStatus.CONFIRMED;
    }

    public boolean wantsAppointment() {
        return order != null && order.vin() != null && (delivery == null || !delivery.isOpen());
    }
}
