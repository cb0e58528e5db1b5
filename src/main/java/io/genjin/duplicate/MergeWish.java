package io.genjin.duplicate;

import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish to make two cases one: which goes on, at which versions they were compared, and what is chosen where the rule is not
 * followed.
 *
 * @param owner     sign-in name of one of the two owners; the survivor's when not given
 * @param grade     one of the two grades; the hotter when not given
 * @param important whether the survivor is an important customer; as before when not given
 */
public record MergeWish(
        ProspectId survivor,
        ProspectId absorbed,
        int survivorVersion,
        int absorbedVersion,
        Map<String, Choice> fields,
        @Nullable String owner,
        @Nullable Grade grade,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable Boolean important) {

    public MergeWish {
        fields = Map.copyOf(fields);
    }
}
