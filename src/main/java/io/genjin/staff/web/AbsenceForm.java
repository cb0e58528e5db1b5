package io.genjin.staff.web;

import io.genjin.staff.AbsencePlan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The fields of days away. */
public record AbsenceForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String deputy,
        @Nullable String reason) {

    AbsencePlan toPlan() {
        return new AbsencePlan(from, to, deputy, reason);
    }
}
