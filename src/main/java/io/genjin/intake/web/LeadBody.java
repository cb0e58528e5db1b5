package io.genjin.intake.web;

import io.genjin.intake.NewLead;
import io.genjin.prospect.Source;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead as systems and HQ report it. Nothing is mandatory here: what is missing is named by the desk, all at once.
 *
 * @param dealership code of the dealership it is for; HQ must name one, others may name only their own
 */
public record LeadBody(
        @Nullable Source source,
        @Nullable String sourceDetail,
        @Nullable String externalId,
        @Nullable OffsetDateTime receivedAt,
        @Nullable String dealership,
        @Nullable String customerName,
        @Nullable String mobile,
        @Nullable List<@Nullable String> intentModels,
        @Nullable String comments) {

    NewLead toLead() {
        return new NewLead(
                source,
                sourceDetail,
                externalId,
                receivedAt == null ? null : receivedAt.toInstant(),
                customerName,
                mobile,
                intentModels == null
                        ? List.of()
                        : intentModels.stream()
                                .map(model -> model == null ? "" : model)
                                .toList(),
                comments);
    }
}
