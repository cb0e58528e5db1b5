package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Colour;
import io.genjin.catalog.Trim;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Money;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Shows models to systems as they are today. */
@Component
class CarModelViews {

    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    CarModelViews(StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    CarModelView of(CarModel model, StaffMember me) {
        return new CarModelView(
                model.id().toString(),
                model.text().brand(),
                model.name().text(),
                model.text().body(),
                model.text().description(),
                model.isOnSale(),
                model.trims().stream().map(trim -> of(trim, me)).toList(),
                model.colours().stream().map(colour -> of(colour, me)).toList(),
                Edition.of(model.edition(), me, staff, dealerships));
    }

    CarModelView.TrimView of(Trim trim, StaffMember me) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        return new CarModelView.TrimView(
                trim.id().toString(),
                trim.model().toString(),
                trim.text().name(),
                trim.text().modelYear(),
                trim.text().energy(),
                trim.text().powerKw(),
                trim.text().gearbox(),
                trim.text().seats(),
                trim.text().range(),
                trim.isOnSale(),
                trim.listPrice(today).map(Money::yuan).orElse(null),
                trim.prices().stream()
                        .map(price -> new CarModelView.PriceView(price.amount().yuan(), price.validFrom()))
                        .toList(),
                Edition.of(trim.edition(), me, staff, dealerships));
    }

    CarModelView.ColourView of(Colour colour, StaffMember me) {
        return new CarModelView.ColourView(
                colour.id().toString(),
                colour.model().toString(),
                colour.text().place(),
                colour.text().name(),
                colour.text().swatch().hex(),
                colour.text().surcharge().yuan(),
                colour.isOnSale(),
                Edition.of(colour.edition(), me, staff, dealerships));
    }
}
