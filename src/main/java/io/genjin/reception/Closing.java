package io.genjin.reception;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant says when a visit is closed: what happened, and what follows.
 *
 * @param course        the course of the reception (接待经过)
 * @param gradeAfter    the grade from now on; unchanged unless given
 * @param appointmentAt when the customer comes again, if that was agreed
 */
public record Closing(
        @Nullable Follows follows,
        @Nullable String course,
        @Nullable String model,
        @Nullable String colour,
        @Nullable String competitor,
        @Nullable Grade gradeAfter,
        @Nullable Set<Evidence> evidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,
        @Nullable Instant appointmentAt) {}
