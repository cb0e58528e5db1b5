package io.genjin.coaching;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.staff.Absence;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When one person was there: neither absence nor a closed day counts against anybody. */
record Presence(List<Absence> absences, OpeningCalendar calendar) {

    Presence {
        absences = List.copyOf(absences);
    }

    static Presence of(StaffId who, Collection<Absence> all, OpeningCalendar calendar) {
        return new Presence(
                all.stream().filter(absence -> absence.who().equals(who)).toList(), calendar);
    }

    boolean isAwayOn(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.covers(day));
    }

    boolean isAlwaysThere(LocalDate from, LocalDate until) {
        return absences.stream()
                .noneMatch(absence ->
                        !absence.from().isAfter(until) && !absence.to().isBefore(from));
    }

    /** The stretches of days without absence. */
    List<Stretch> stretches(LocalDate from, LocalDate until) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate begin = null;
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            boolean away = isAwayOn(day);
            if (!away && begin == null) {
                begin = day;
            }
            if (away && begin != null) {
                stretches.add(new Stretch(begin, day.minusDays(1)));
                begin = null;
            }
        }
        if (begin != null) {
            stretches.add(new Stretch(begin, until));
        }
        return stretches;
    }

    /** Selling days on which the person was there. */
    int sellingDays(LocalDate from, LocalDate until) {
        return stretches(from, until).stream()
                .mapToInt(one -> calendar.openDays(one.from(), one.until()))
                .sum();
    }

    /** Days without absence, whether the dealership was open or not. */
    int days(LocalDate from, LocalDate until) {
        return stretches(from, until).stream()
                .mapToInt(one -> (int) (one.until().toEpochDay() - one.from().toEpochDay()) + 1)
                .sum();
    }
}
