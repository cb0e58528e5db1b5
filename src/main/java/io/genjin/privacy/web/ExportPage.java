package io.genjin.privacy.web;

import io.genjin.privacy.ExportDesk;
import io.genjin.shared.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may leave the house today: the reader's own, what colleagues ask for, and the limits. */
public record ExportPage(
        ExportDesk.Today today,
        List<Line> requests,
        @Nullable String notice,
        Fields act,
        Fields request,
        Fields limits) {

    /** Somebody's request; {@code own} when it is the reader's. */
    public record Line(ExportDesk.Request request, String who, boolean own) {}
}
