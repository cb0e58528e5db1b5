package io.genjin.improvement;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an improvement action is to be: it does not exist without each of these.
 *
 * @param defect      what is wrong
 * @param report      the report that shows it
 * @param figure      the figure in that report, with its value
 * @param measure     what is done about it (具体的改进措施)
 * @param deadline    the last day for it to be done and looked at (整改期限)
 * @param responsible the one person who does it (落实到人)
 */
public record ActionPlan(
        String defect, EvidenceReport report, String figure, String measure, LocalDate deadline, StaffId responsible) {

    static final int LONGEST_TEXT = 1000;
    static final int LONGEST_FIGURE = 120;
    private static final int MOST_DAYS = 366;

    public ActionPlan {
        if (defect.isBlank() || figure.isBlank() || measure.isBlank()) {
            throw new IllegalArgumentException(
                    "an improvement action says what is wrong, by which figure, and what is done");
        }
    }

    /**
     * An action as it was typed.
     *
     * @param responsible sign-in name
     */
    public record Draft(
            @Nullable String defect,
            @Nullable EvidenceReport report,
            @Nullable String figure,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String responsible) {

        /** @throws FieldsRefused naming every field that is missing or wrong, all of them together */
        ActionPlan checked(LocalDate today, Function<String, Optional<StaffId>> people) {
            List<Field> wrong = new ArrayList<>();
            String what = said(PlainText.text(defect, LONGEST_TEXT, "defect", wrong), "defect", wrong);
            if (report == null) {
                wrong.add(Field.of("report", "field.required"));
            }
            String shown = said(PlainText.line(figure, LONGEST_FIGURE, "figure", wrong), "figure", wrong);
            String done = said(PlainText.text(measure, LONGEST_TEXT, "measure", wrong), "measure", wrong);
            if (deadline == null) {
                wrong.add(Field.of("deadline", "field.required"));
            } else if (deadline.isBefore(today)) {
                wrong.add(Field.of("deadline", "improvement.deadline.past"));
            } else if (deadline.isAfter(today.plusDays(MOST_DAYS))) {
                wrong.add(Field.of("deadline", "improvement.deadline.far"));
            }
            Optional<StaffId> person = Optional.empty();
            if (responsible == null || responsible.isBlank()) {
                wrong.add(Field.of("responsible", "field.required"));
            } else {
                person = people.apply(responsible.strip());
                if (person.isEmpty()) {
                    wrong.add(Field.of("responsible", "improvement.responsible.nobody"));
                }
            }
            if (!wrong.isEmpty()) {
                throw new FieldsRefused(wrong);
            }
            return new ActionPlan(
                    what,
                    Objects.requireNonNull(report),
                    shown,
                    done,
                    Objects.requireNonNull(deadline),
                    person.orElseThrow());
        }

        private static String said(@Nullable String clean, String field, List<Field> wrong) {
            if (clean == null) {
                wrong.add(Field.of(field, "field.required"));
                return "";
            }
            return clean;
        }
    }
}
