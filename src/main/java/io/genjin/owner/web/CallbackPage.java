package io.genjin.owner.web;

import io.genjin.owner.Callback;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.owner.QuestionSet;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call: the sheet on which it is written down, or what was said.
 *
 * @param asks     the questions that belong to it; nothing when none do
 * @param mayCall  whether the reader may make it; the consultant in charge does not ask about their own work
 * @param revealed the whole number, when the reader just asked for it
 */
public record CallbackPage(
        CallRow row,
        List<Callback> others,
        @Nullable QuestionSet asks,
        boolean mayCall,
        @Nullable PhoneNumber revealed,
        People people,
        Fields form) {}
