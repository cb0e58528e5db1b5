package io.genjin.ratio;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which days and whose ratios somebody asks for, and whether they may. */
@Component
public class RatioDoor {

    /** Who may see whose ratios is decided by this operation's reach. */
    static final String OPERATION = "ratio.read";

    /** Two years, so that a year stands beside the one before. */
    public static final int MOST_DAYS = 732;

    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Clock clock;

    RatioDoor(StaffDirectory staff, Rights rights, Dealerships dealerships, Clock clock) {
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    public boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OPERATION) == Reach.ALL;
    }

    public LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }

    /**
     * The days asked for: until today, and from the first of that month on, unless others are named.
     *
     * @throws FieldsRefused naming {@code from} or {@code until}
     */
    public Days days(@Nullable LocalDate from, @Nullable LocalDate until, StaffMember reader) {
        LocalDate today = today(reader);
        LocalDate last = until == null ? today : PeriodDay.of("until", until);
        LocalDate first = from == null ? last.withDayOfMonth(1) : PeriodDay.of("from", from);
        if (last.isAfter(today)) {
            throw new FieldsRefused(Field.of("until", "field.ratio.future"));
        }
        if (first.isAfter(last)) {
            throw new FieldsRefused(Field.of("until", "field.ratio.order"));
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new FieldsRefused(Field.of("from", "field.ratio.long", MOST_DAYS));
        }
        return new Days(first, last);
    }

    /**
     * A month until a day of it, today unless another is named.
     *
     * @throws FieldsRefused naming {@code date}
     */
    Days monthUntil(@Nullable LocalDate date, StaffMember reader) {
        LocalDate today = today(reader);
        LocalDate last = date == null ? today : PeriodDay.of("date", date);
        if (last.isAfter(today)) {
            throw new FieldsRefused(Field.of("date", "field.ratio.future"));
        }
        return new Days(last.withDayOfMonth(1), last);
    }

    /**
     * Whose ratios are asked for; nobody means all that the reader may see. Somebody else's are to a consultant as if there were
     * nobody of that name.
     *
     * @throws FieldsRefused naming {@code consultant}
     */
    public @Nullable StaffMember consultant(@Nullable String username, StaffMember reader) {
        boolean all = seesAll(reader);
        if (username == null || username.isBlank()) {
            return all ? null : reader;
        }
        return staff.byUsername(reader.dealership(), username.strip())
                .filter(member -> all || member.id().equals(reader.id()))
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.ratio.consultant")));
    }
}
