package io.genjin.reception.web;

import io.genjin.prospect.web.People;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.FloorTeam;
import io.genjin.reception.HeadTotals;
import java.util.List;

/**
 * The floor: who is here, since when, what was done; and who is on the floor.
 *
 * @param asPart whether only the board is asked for, as every half minute
 */
public record FloorPage(
        List<FloorBoard.Row> open, List<FloorTeam.Place> team, HeadTotals heads, People people, boolean asPart) {

    /** Open visits of earlier days. */
    public List<FloorBoard.Row> late() {
        return open.stream().filter(FloorBoard.Row::late).toList();
    }

    /** Today's parties of whom nobody said yet what follows. */
    public List<FloorBoard.Row> today() {
        return open.stream().filter(row -> !row.late()).toList();
    }
}
