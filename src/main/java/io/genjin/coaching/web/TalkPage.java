package io.genjin.coaching.web;

import io.genjin.coaching.OneToOne;
import io.genjin.coaching.SuccessPlan;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.List;

/**
 * One one-to-one with everything that was ever written of it.
 *
 * @param plans    what came of it, the latest first
 * @param mayPlan  whether the reader may make its success plan
 * @param username of the consultant
 * @param part     the form that was refused just now, if one was
 */
public record TalkPage(
        List<OneToOne> versions,
        List<SuccessPlan> plans,
        boolean mayPlan,
        String username,
        boolean mayCorrect,
        String part,
        Fields refused,
        ClueWords words,
        People people) {

    public OneToOne talk() {
        return versions.get(0);
    }

    public String here() {
        return "/one-to-ones/" + talk().id();
    }

    /** What was typed into a form of the page and refused; empty for the others. */
    public boolean isRefused(String name) {
        return name.equals(part);
    }

    /** The first version was written down by then. */
    public OneToOne first() {
        return versions.get(versions.size() - 1);
    }
}
