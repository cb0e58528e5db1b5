package io.genjin.duplicate;

import io.genjin.shared.Refusal;
import java.util.List;

/** Somebody changed values since the merge that undoing would replace: for each of them a person says which one stays. */
public class ChangedSince extends Refusal {

    ChangedSince(List<String> fields) {
        super(Kind.CONFLICT);
        fields.forEach(this::at);
    }
}
