package io.genjin.group;

import io.genjin.dealership.Dealership;
import java.util.List;
import java.util.Optional;

/**
 * The dealerships that a reader sees beside each other.
 *
 * @param hq     whether it is HQ that looks, and sees all that sell
 * @param groups the names of the groups by which others than the own are seen
 * @param own    the reader's own dealership; nothing at HQ
 */
public record Circle(boolean hq, List<String> groups, Optional<Dealership> own, List<Dealership> dealerships) {

    public Circle {
        groups = List.copyOf(groups);
        dealerships = List.copyOf(dealerships);
    }

    public boolean isOwn(Dealership dealership) {
        return own.filter(dealership::equals).isPresent();
    }
}
