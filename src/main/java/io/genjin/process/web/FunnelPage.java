package io.genjin.process.web;

import io.genjin.process.Funnel;
import io.genjin.process.Stage;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The dealership's funnel for a time, and the door through which the event log leaves the house. */
public record FunnelPage(List<Funnel.Level> levels, LocalDate from, LocalDate to, Fields form) {

    public long most() {
        return Math.max(
                1, levels.stream().mapToLong(Funnel.Level::reached).max().orElse(0));
    }

    public String rows(Stage stage) {
        return "/process/funnel/customers?stage=" + stage + "&from=" + from + "&to=" + to;
    }

    /** The customers behind a number. */
    public record Rows(
            Stage stage, LocalDate from, LocalDate to, Page<Funnel.Row> rows, Map<UUID, ProspectLabels.Label> labels) {

        public String name(ProspectId id) {
            return Optional.ofNullable(labels.get(id.value()))
                    .map(ProspectLabels.Label::customerName)
                    .orElse("–");
        }

        public String number(ProspectId id) {
            return Optional.ofNullable(labels.get(id.value()))
                    .map(ProspectLabels.Label::maskedMobile)
                    .orElse("");
        }

        /** Full days since the stage before. */
        public String days(Funnel.Row row) {
            return row.before() == null
                    ? "–"
                    : String.valueOf(Duration.between(row.before(), row.at()).toDays());
        }

        public String next() {
            return "/process/funnel/customers?stage=" + stage + "&from=" + from + "&to=" + to + "&cursor="
                    + rows.next();
        }
    }
}
