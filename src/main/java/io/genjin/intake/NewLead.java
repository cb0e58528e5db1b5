package io.genjin.intake;

import io.genjin.prospect.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system or HQ knows of somebody who may buy. Nothing is trusted: the desk names what is missing or wrong, all at
 * once.
 *
 * @param externalId the sender's own number for it; the same source and number again is the same lead
 * @param receivedAt when the information was obtained, the anchor of the 24 hours (R-102, O-03); now when not given
 */
public record NewLead(
        @Nullable Source source,
        @Nullable String sourceDetail,
        @Nullable String externalId,
        @Nullable Instant receivedAt,
        @Nullable String customerName,
        @Nullable String mobile,
        List<String> intentModels,
        @Nullable String comments) {

    public NewLead {
        intentModels = List.copyOf(intentModels);
    }
}
