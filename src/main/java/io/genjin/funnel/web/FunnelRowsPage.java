package io.genjin.funnel.web;

import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport.Row;
import io.genjin.funnel.FunnelStage;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The prospects behind one number of the funnel; of those that the reader may not see neither name nor number. */
public record FunnelRowsPage(
        FunnelQuestion question,
        FunnelStage stage,
        Page<Row> rows,
        Map<UUID, ProspectLabels.Label> labels,
        People people,
        FunnelAddress address) {

    public ProspectLabels.@Nullable Label label(Row row) {
        return labels.get(row.prospect().value());
    }

    public String backPath() {
        return address.page(question);
    }

    public String nextPath() {
        return address.rows(question, stage) + "&cursor=" + rows.next();
    }
}
