package io.genjin.coaching.web;

import io.genjin.coaching.PlanBook.Filter;
import io.genjin.coaching.SuccessPlan;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.time.LocalDate;

/** Success plans. */
public record PlansPage(Filter filter, Page<SuccessPlan> plans, LocalDate today, boolean seesAll, People people) {

    public static String path(Filter filter) {
        return filter == Filter.ALL ? "/success-plans" : "/success-plans?filter=" + filter.name();
    }

    public String nextPath() {
        String path = path(filter);
        return path + (path.contains("?") ? "&" : "?") + "cursor=" + plans.next();
    }
}
