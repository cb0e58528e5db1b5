package io.genjin.hlist;

import io.genjin.shared.Grade;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the journal tells of a customer's week.
 *
 * @param appointment whether it is a contact that ended with an appointment
 * @param before      the grade before, when it is a change of grade
 * @param after       the grade after, when it is a change of grade
 */
record Happening(
        UUID entry,
        String kind,
        Instant at,
        boolean appointment,
        @Nullable Grade before,
        @Nullable Grade after) {}
