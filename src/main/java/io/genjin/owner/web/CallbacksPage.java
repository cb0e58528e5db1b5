package io.genjin.owner.web;

import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.prospect.web.People;
import java.time.LocalDate;
import java.util.List;

/**
 * Whom to call back.
 *
 * @param all     whether everybody's calls are shown
 * @param mayAll  whether the reader may ask for everybody's
 */
public record CallbacksPage(
        LocalDate today, List<CallRow> rows, List<CallRow> upcoming, boolean all, boolean mayAll, People people) {

    public List<CallRow> overdue() {
        return rows.stream().filter(row -> row.call().isOverdue(today)).toList();
    }

    public List<CallRow> due() {
        return rows.stream().filter(row -> !row.call().isOverdue(today)).toList();
    }
}
