package io.genjin.intake;

import io.genjin.shared.Refusal;
import java.time.Instant;

/** A colleague was first: the lead has its consultant, who and since when (S-R52). */
public class AllocatedMeanwhile extends Refusal {

    AllocatedMeanwhile(String consultant, Instant since) {
        super(Kind.CONFLICT, consultant, since);
    }
}
