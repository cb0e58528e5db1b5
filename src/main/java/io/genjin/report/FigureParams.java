package io.genjin.report;

import io.genjin.dealership.Dealership;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The bound values that {@link FigureRows} asks for. */
final class FigureParams {

    private FigureParams() {}

    static Map<String, Object> of(LocalDate from, LocalDate until, Dealership dealership, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", dealership.id().value());
        params.put("zone", dealership.zone().getId());
        params.put("from", from);
        params.put("fromText", from.toString());
        params.put("date", until);
        params.put("dateText", until.toString());
        params.put("now", now.atOffset(ZoneOffset.UTC));
        params.put("endOfDate", dealership.endOf(until).atOffset(ZoneOffset.UTC));
        params.put("endOfNextDay", dealership.endOf(until.plusDays(1)).atOffset(ZoneOffset.UTC));
        return params;
    }
}
