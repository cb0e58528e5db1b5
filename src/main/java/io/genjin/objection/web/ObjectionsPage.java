package io.genjin.objection.web;

import io.genjin.objection.Learned;
import io.genjin.objection.Objection;
import io.genjin.objection.ObjectionFile;
import io.genjin.objection.ObjectionResult;
import io.genjin.objection.ObjectionType;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The objections of all customers that the reader may see: what waits for an answer, and what they say in sum.
 *
 * @param labels customers by their names
 */
public record ObjectionsPage(
        List<Objection> waiting,
        Map<UUID, ProspectLabels.Label> labels,
        Learned.Figures figures,
        LocalDate from,
        LocalDate to,
        LocalDate today) {

    /** The rows behind a number. */
    public record Rows(
            ObjectionFile.Filter filter,
            Page<Objection> objections,
            Map<UUID, ProspectLabels.Label> labels,
            LocalDate today) {

        public String next() {
            return path(filter, objections.next());
        }

        public String name(ProspectId id) {
            return ObjectionsPage.name(labels, id);
        }
    }

    /** What the house has learned. */
    public record Answers(@Nullable ObjectionType type, String model, List<Learned.KnownAnswer> answers) {

        public String rows(Learned.KnownAnswer answer) {
            return path(new ObjectionFile.Filter(answer.type(), null, answer.model(), null, null, null), null);
        }
    }

    public String name(ProspectId id) {
        return name(labels, id);
    }

    private static String name(Map<UUID, ProspectLabels.Label> labels, ProspectId id) {
        return Optional.ofNullable(labels.get(id.value()))
                .map(ProspectLabels.Label::customerName)
                .orElse("–");
    }

    /** Address of the objections behind a number of this period. */
    public String rows(
            @Nullable ObjectionType type,
            @Nullable ObjectionResult result,
            @Nullable String model,
            @Nullable String competitor) {
        return path(new ObjectionFile.Filter(type, result, model, competitor, from, to), null);
    }

    static String path(ObjectionFile.Filter filter, @Nullable String cursor) {
        return UriComponentsBuilder.fromPath("/objections/list")
                .queryParamIfPresent("type", Optional.ofNullable(filter.type()))
                .queryParamIfPresent("result", Optional.ofNullable(filter.result()))
                .queryParamIfPresent("model", Optional.ofNullable(filter.model()))
                .queryParamIfPresent("competitor", Optional.ofNullable(filter.competitor()))
                .queryParamIfPresent("from", Optional.ofNullable(filter.from()))
                .queryParamIfPresent("to", Optional.ofNullable(filter.to()))
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .encode()
                .build()
                .toUriString();
    }
}
