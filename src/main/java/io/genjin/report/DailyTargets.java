package io.genjin.report;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.YearMonth;
import java.util.List;

/** Says which figures people are to reach in a month: the daily report shows it beside what is reached. */
public interface DailyTargets {

    /** What one person is to reach of a figure in a month. */
    record DailyTarget(StaffId person, Figure figure, int target) {}

    List<DailyTarget> of(YearMonth month, DealershipId dealership);
}
