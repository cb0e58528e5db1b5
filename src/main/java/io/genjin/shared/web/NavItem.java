package io.genjin.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the navigation, registered as a bean by the module that owns the page.
 *
 * @param key       key of the entry's text
 * @param icon      name of a Tabler outline icon
 * @param operation who may do this operation sees the entry
 * @param position  smaller comes first, and its twenties make the groups; the first four also stand in the bar at the bottom of a
 *                  phone
 * @param homeOf    code of the role whose first screen this is, if it is one
 */
public record NavItem(
        String key,
        String path,
        String icon,
        String operation,
        int position,
        @Nullable String homeOf) {

    public NavItem(String key, String path, String icon, String operation, int position) {
        this(key, path, icon, operation, position, null);
    }

    /** What stands together under one heading, in the order of the navigation. */
    public enum Group {
        TODAY,
        SHOWROOM,
        CUSTOMERS,
        OWNERS,
        FIGURES,
        TOOLS,
        HOUSE
    }

    /** Whose positions the twenties are. */
    private static final List<Group> TWENTIES = List.of(
            Group.TODAY, Group.CUSTOMERS, Group.FIGURES, Group.TOOLS, Group.HOUSE, Group.SHOWROOM, Group.OWNERS);

    public Group group() {
        return TWENTIES.get(position / 20);
    }
}
