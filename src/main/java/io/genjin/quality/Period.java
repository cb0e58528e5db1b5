package io.genjin.quality;

import io.genjin.dealership.Dealership;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The days that are looked at, both included, and the moment of looking. */
public record Period(Dealership dealership, LocalDate from, LocalDate to, Instant now) {

    Instant begin() {
        return dealership.startOf(from);
    }

    /** The first moment after it. */
    Instant end() {
        return dealership.startOf(to.plusDays(1));
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(begin()) && moment.isBefore(end());
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    LocalDate today() {
        return dealership.dayOf(now);
    }

    LocalDate dayOf(Instant moment) {
        return dealership.dayOf(moment);
    }

    /** What the statements of all questions name. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", dealership.id().value());
        params.put("from", from);
        params.put("to", to);
        params.put("begin", Moments.bound(begin()));
        params.put("end", Moments.bound(end()));
        params.put("now", Moments.bound(now));
        params.put("today", today());
        return params;
    }
}
