package io.genjin.demo;

import io.genjin.staff.web.OfferedName;
import io.genjin.staff.web.OffersNames;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows the cast at the door, so that nobody has to look up a name. */
@Component
@Profile("demo")
class OfferedCast implements OffersNames {

    @Override
    public List<OfferedName> names() {
        return Cast.all().stream()
                .flatMap(house -> house.people().stream()
                        .map(person -> new OfferedName(
                                person.username(),
                                person.name(),
                                "role." + person.roles().get(0),
                                house.dealership().name())))
                .toList();
    }
}
