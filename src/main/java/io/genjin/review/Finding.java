package io.genjin.review;

import io.genjin.improvement.ActionId;
import io.genjin.improvement.EvidenceReport;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A defect that the managers found, with its evidence. Before the review can be archived it is settled: by an
 * improvement action, or by the reason why none is needed.
 *
 * @param proposal the weakness it was made from; nothing for what the managers found themselves
 * @param rows     the rows behind its figure, where it was made from a weakness
 */
public record Finding(
        FindingId id,
        Content content,
        @Nullable String proposal,
        @Nullable String rows,
        StaffId by,
        Instant at,
        int version,
        @Nullable ActionId action,
        @Nullable String noAction) {

    static final int LONGEST_DEFECT = 1000;
    static final int LONGEST_FIGURE = 120;
    static final int LONGEST_REASON = 300;

    /** What is wrong, and the report and figure that show it. */
    public record Content(String defect, EvidenceReport report, String figure) {

        public Content {
            if (defect.isBlank() || figure.isBlank()) {
                throw new IllegalArgumentException("a finding has a defect and its evidence");
            }
        }
    }

    /** A finding as it was typed. */
    public record Wish(
            @Nullable String defect,
            @Nullable EvidenceReport report,
            @Nullable String figure) {

        /** @throws FieldsRefused naming all that is missing together */
        Content checked() {
            List<Field> wrong = new ArrayList<>();
            String what = PlainText.text(defect, LONGEST_DEFECT, "defect", wrong);
            if (what == null) {
                wrong.add(Field.of("defect", "field.required"));
            }
            if (report == null) {
                wrong.add(Field.of("report", "field.required"));
            }
            String shown = PlainText.line(figure, LONGEST_FIGURE, "figure", wrong);
            if (shown == null) {
                wrong.add(Field.of("figure", "field.required"));
            }
            if (!wrong.isEmpty()) {
                throw new FieldsRefused(wrong);
            }
            return new Content(
                    Objects.requireNonNull(what), Objects.requireNonNull(report), Objects.requireNonNull(shown));
        }
    }

    static Finding found(Content content, @Nullable Weakness from, StaffId by, Instant at) {
        return new Finding(
                FindingId.next(),
                content,
                from == null ? null : from.key(),
                from == null ? null : from.rows(),
                by,
                at,
                1,
                null,
                null);
    }

    /** Whether it is said what follows from it. */
    public boolean settled() {
        return action != null || noAction != null;
    }

    /** @throws FindingSettled once an action was agreed: that one stands by its words */
    Finding reworded(Content said, StaffId who, Instant when) {
        if (action != null) {
            throw new FindingSettled();
        }
        return new Finding(id, said, proposal, rows, who, when, version + 1, null, noAction);
    }

    /** @throws FindingSettled when there is an action already */
    Finding answeredBy(ActionId agreed) {
        if (action != null) {
            throw new FindingSettled();
        }
        return new Finding(id, content, proposal, rows, by, at, version + 1, agreed, null);
    }

    Finding needingNothing(String because) {
        if (action != null) {
            throw new FindingSettled();
        }
        return new Finding(id, content, proposal, rows, by, at, version + 1, null, because);
    }
}
