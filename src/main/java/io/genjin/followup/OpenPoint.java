package io.genjin.followup;

import io.genjin.prospect.NextStepReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands open with a customer and that the next contact should be about, such as an objection nobody has answered.
 *
 * @param textKey key of the sentence that names it, such as {@code openPoint.objection}; its place is filled with the code's text
 * @param codeKey key of the text of what it is, such as {@code objectionType.PRICE}
 * @param words   the customer's own, if they are known
 * @param dueOn   by when an answer was promised, if one was
 * @param reason  why the next contact would be made because of it
 */
public record OpenPoint(
        String textKey,
        String codeKey,
        @Nullable String words,
        @Nullable LocalDate dueOn,
        NextStepReason reason) {}
