package io.genjin.objection;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a customer from deciding, in the customer's own words, with every answer given to it (异议, 2.7). It blocks nothing; as
 * long as it stands open it is the reason offered for the next contact.
 *
 * @param answerDue the day on which an answer was promised; nothing once it is settled
 * @param answers   oldest first
 */
public record Objection(
        ObjectionId id,
        DealershipId dealership,
        ProspectId prospect,
        ObjectionType type,
        String wording,
        @Nullable String competitor,
        @Nullable String model,
        ObjectionResult result,
        @Nullable LocalDate answerDue,
        StaffId raisedBy,
        Instant raisedAt,
        @Nullable Instant settledAt,
        List<Answer> answers) {

    public Objection {
        answers = List.copyOf(answers);
        if ((result == ObjectionResult.OPEN) == (answerDue == null)) {
            throw new IllegalArgumentException("an open objection has its day, a settled one has none");
        }
    }

    public boolean isOpen() {
        return result == ObjectionResult.OPEN;
    }

    public boolean isOverdue(LocalDate today) {
        return answerDue != null && answerDue.isBefore(today);
    }

    /** How often the customer came up with it again after it seemed settled. */
    public long reopened() {
        return answers.stream().filter(one -> one.failedAt() != null).count();
    }
}
