package io.genjin.pdi.web;

import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiInspection;
import io.genjin.pdi.PdiItem;
import io.genjin.pdi.PdiMark;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One group of an inspection to be filled in.
 *
 * @param changed whether a colleague wrote to it meanwhile, whose marks are then shown beside
 */
public record GroupPage(PdiInspection inspection, PdiGroup group, Fields form, boolean changed, People people) {

    /** The marks as they are kept, for the form. */
    static Fields fields(PdiInspection inspection, PdiGroup group) {
        Fields form = Fields.empty().put("stamp", inspection.stamp(group));
        for (PdiItem item : group.items()) {
            PdiMark mark = inspection.mark(item);
            if (mark != null) {
                form.put("finding." + item, mark.finding()).put("words." + item, mark.words());
            }
        }
        return form;
    }

    public String here() {
        return "/pdi/inspections/" + inspection.id();
    }

    public String path(PdiGroup other) {
        return here() + "/groups/" + Codes.path(other);
    }

    /** What a colleague says about the item, when that is not what stands in the form. */
    public @Nullable PdiMark theirs(PdiItem item) {
        PdiMark mark = inspection.mark(item);
        boolean same = mark == null
                || mark.finding().name().equals(form.value("finding." + item))
                        && Objects.requireNonNullElse(mark.words(), "").equals(form.value("words." + item));
        return changed && !same ? mark : null;
    }

    /** The number of this group among all, from 1. */
    public int number() {
        return group.ordinal() + 1;
    }

    public int groups() {
        return PdiGroup.values().length;
    }
}
