package io.genjin.reception.web;

import gg.jte.Content;
import io.genjin.prospect.web.People;
import io.genjin.reception.DailySheet;
import io.genjin.reception.FloorBoard;
import io.genjin.shared.web.Fields;
import io.genjin.staff.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a day.
 *
 * @param lines      the parties shown: all, or those that a figure opens
 * @param only       the figure that was opened; empty for all
 * @param mayName    whether the reader may know how parties called themselves
 * @param signsFor   the reader's duty that has not signed yet
 * @param form       what was typed to sign, count, explain or correct
 * @param acting     which of the sheet's forms was refused
 * @param code       the code that opens the sheet, on paper
 */
public record SheetPage(
        DailySheet sheet,
        List<FloorBoard.Row> lines,
        String only,
        boolean mayName,
        @Nullable Role signsFor,
        Fields form,
        String acting,
        Content code,
        String dealership,
        People people) {

    public Fields formOf(String action) {
        return action.equals(acting) ? form : Fields.empty();
    }

    public String path(String figure) {
        return "/daily-sheet?date=" + sheet.day() + (figure.isEmpty() ? "" : "&only=" + figure);
    }
}
