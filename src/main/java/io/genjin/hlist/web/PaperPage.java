package io.genjin.hlist.web;

import gg.jte.Content;
import io.genjin.hlist.HList;
import io.genjin.hlist.HListBook;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.staff.StaffId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists of a week on A4, one sheet a consultant, with room for signatures and the code that opens the list. */
public record PaperPage(
        HListBook.Week of,
        Map<UUID, ProspectLabels.Label> customers,
        Map<StaffId, Content> codes,
        People people,
        String dealership,
        String back) {

    public Content code(HList list) {
        return Objects.requireNonNull(codes.get(list.consultant()));
    }

    public ProspectLabels.@Nullable Label customer(ProspectId id) {
        return customers.get(id.value());
    }
}
