package io.genjin.duplicate.web;

import io.genjin.duplicate.MergeDesk;
import io.genjin.duplicate.Undoing;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.List;

/** A merge, what undoing it gives back, and the values about which somebody must decide. */
public record UndoPage(MergeDesk.Opened opened, Fields form, People people) {

    public List<Undoing.Replaced> disputed() {
        return opened.replaced().stream().filter(Undoing.Replaced::isDisputed).toList();
    }

    public List<Undoing.Replaced> undisputed() {
        return opened.replaced().stream().filter(one -> !one.isDisputed()).toList();
    }
}
