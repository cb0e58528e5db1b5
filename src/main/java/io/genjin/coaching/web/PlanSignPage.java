package io.genjin.coaching.web;

import io.genjin.coaching.SuccessPlan;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;

/**
 * The sheet that lies before consultant and manager when they sign.
 *
 * @param ofManager whether it is the manager's device, on which both may sign
 * @param changed   whether it was written anew after it had been opened
 */
public record PlanSignPage(SuccessPlan plan, boolean ofManager, boolean changed, Fields form, People people) {

    public String here() {
        return "/success-plans/" + plan.id();
    }
}
