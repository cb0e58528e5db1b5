package io.genjin.report;

import io.genjin.dealership.Dealerships;
import io.genjin.report.ClosingTimes.Closing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says when the dealership's day is over for its daily report; a change counts from tomorrow on. */
@Component
public class ClosingTimeDesk {

    /** One act of setting. */
    public record Change(
            LocalTime time, LocalDate from, @Nullable StaffMember by, Instant at) {}

    /**
     * @param version how often it was set
     * @param today   when today closes
     * @param changes newest first
     */
    public record ClosingTime(int version, LocalTime today, LocalTime tomorrow, List<Change> changes) {}

    private final ClosingTimes times;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    ClosingTimeDesk(ClosingTimes times, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.times = times;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ClosingTime of(StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        List<Closing> all = times.all(reader.dealership());
        return new ClosingTime(
                all.size(),
                ClosingTimes.on(today, all),
                ClosingTimes.on(today.plusDays(1), all),
                all.stream()
                        .map(one -> new Change(
                                one.time(),
                                one.from(),
                                staff.find(reader.dealership(), one.by()).orElse(null),
                                one.at()))
                        .toList());
    }

    /**
     * Sets the time from tomorrow on; the one that counts already changes nothing.
     *
     * @param typed hours and minutes, such as 21:30
     * @param seen  the version the manager saw
     * @throws FieldsRefused      naming {@code time}
     * @throws ClosingTimeChanged when somebody set it meanwhile
     */
    @Transactional
    public void set(@Nullable String typed, int seen, StaffMember by) {
        LocalTime time = read(typed);
        LocalDate tomorrow = dealerships.get(by.dealership()).today(clock).plusDays(1);
        List<Closing> all = times.all(by.dealership());
        if (all.size() != seen) {
            throw new ClosingTimeChanged(all.size());
        }
        if (!time.equals(ClosingTimes.on(tomorrow, all))) {
            try {
                times.add(new Closing(seen + 1, time, tomorrow, by.id(), clock.instant()), by.dealership());
            } catch (DuplicateKeyException meanwhile) {
                throw new ClosingTimeChanged(seen + 1);
            }
        }
    }

    private static LocalTime read(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw new FieldsRefused(Field.of("time", "field.required"));
        }
        try {
            LocalTime time = LocalTime.parse(typed.strip());
            if (time.getSecond() == 0 && time.getNano() == 0) {
                return time;
            }
        } catch (DateTimeParseException noTime) {
            // falls through: refused below with the field's name
        }
        throw new FieldsRefused(Field.of("time", "field.closingTime"));
    }
}
