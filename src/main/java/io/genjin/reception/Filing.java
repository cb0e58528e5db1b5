package io.genjin.reception;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardContent.CustomerType;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a party left (留档): the least a card needs, asked while the party is still here; the rest is filled in on the card.
 *
 * @param mobile the number; the one left at the door unless given
 */
public record Filing(
        @Nullable String customerName,
        @Nullable String mobile,
        @Nullable List<String> intentModels,
        @Nullable Grade grade,
        @Nullable Set<Evidence> evidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason) {

    OpenProspect wish(String number, String name, Source source, Instant receivedAt, @Nullable String owner) {
        GradeChoice choice = grade == null
                ? null
                : new GradeChoice(grade, evidence == null ? Set.of() : evidence, gradeReason, "gradeReason");
        return new OpenProspect(
                content(number, name, source),
                choice,
                nextDate,
                nextReason,
                nextNote,
                receivedAt,
                false,
                lateReason,
                owner);
    }

    private CardContent content(String number, String name, Source source) {
        List<String> models = intentModels == null
                ? List.of()
                : intentModels.stream().filter(one -> !one.isBlank()).toList();
        return new CardContent(
                name,
                CustomerType.INDIVIDUAL,
                null,
                number,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                source,
                null,
                null,
                null,
                null,
                models,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }
}
