package io.genjin.owner.web;

import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All owners of one person to another.
 *
 * @param moved how many were just given; nothing before that
 */
public record HandOverPage(
        List<StaffMember> everybody,
        List<StaffMember> successors,
        @Nullable Integer moved,
        Fields form) {}
