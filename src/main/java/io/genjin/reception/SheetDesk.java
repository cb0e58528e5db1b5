package io.genjin.reception;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.reception.DailySheet.Correction;
import io.genjin.reception.DailySheet.Explanation;
import io.genjin.reception.DailySheet.Setting;
import io.genjin.reception.DailySheet.Signed;
import io.genjin.reception.VisitFact.Kind;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Signature;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where heads are counted, missing parties explained, and the day's sheet signed and corrected (3.3). */
@Service
@Transactional
public class SheetDesk {

    private static final int LONGEST = 500;
    private static final int MOST_PARTIES = 999;

    private final DailySheets sheets;
    private final Visits visits;
    private final FloorTeam floor;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SheetDesk(
            DailySheets sheets,
            Visits visits,
            FloorTeam floor,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sheets = sheets;
        this.visits = visits;
        this.floor = floor;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** One party more walked in just now. */
    public void click(StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        LocalDate day = dealership.dayOf(now);
        int hour = now.atZone(dealership.zone()).getHour();
        floor.hold(dealership.id(), day);
        count(day, hour, sheets.counted(dealership.id(), day, hour) + 1, by);
    }

    /** So many parties walked in within one hour, as the counter at the door says. */
    public void count(@Nullable LocalDate on, @Nullable Integer hour, @Nullable Integer parties, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        LocalDate day = on == null ? dealership.dayOf(now) : on;
        List<Field> wrong = new ArrayList<>();
        if (hour == null || hour < 0 || hour > 23) {
            wrong.add(Field.of("hour", "field.hour"));
        }
        if (parties == null || parties < 0 || parties > MOST_PARTIES) {
            wrong.add(Field.of("parties", "field.parties", MOST_PARTIES));
        }
        if (day.isAfter(dealership.dayOf(now))) {
            wrong.add(Field.of("date", "field.future"));
        }
        if (!wrong.isEmpty() || hour == null || parties == null) {
            throw new FieldsRefused(wrong);
        }
        unsealed(dealership, day);
        sheets.count(dealership.id(), day, hour, parties, by.id(), now);
        events.publishEvent(VisitFact.ofDay(Kind.PARTIES_COUNTED, dealership.id(), by.id(), now)
                .with("day", day.toString())
                .with("hour", hour)
                .with("parties", parties));
    }

    /** Why parties were counted that the sheet does not show. */
    public void explain(LocalDate day, @Nullable Integer parties, @Nullable String reason, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        unsealed(dealership, day);
        int unexplained = sheets.of(day, by).heads().unexplained();
        if (parties == null || parties < 1 || parties > unexplained) {
            wrong.add(Field.of("parties", "field.parties.unexplained", unexplained));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        sheets.explain(
                dealership.id(),
                day,
                new Explanation(
                        Objects.requireNonNull(parties), Objects.requireNonNull(why), by.id(), clock.instant()));
    }

    /**
     * Signs the sheet for the signer's duty; without one named, for the first that the signer holds.
     *
     * @throws SignedAlready   when the duty was signed, or the signer signed at the door what managers are to look at
     * @throws SheetUnfinished while visits are open, or, for managers, parties are unexplained
     */
    public void sign(
            LocalDate day, @Nullable Role duty, @Nullable String strokes, @Nullable String typedName, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        Role as = Optional.ofNullable(duty)
                .filter(one -> DailySheet.DUTIES.contains(one) && by.is(one))
                .or(() ->
                        duty == null ? DailySheet.DUTIES.stream().filter(by::is).findFirst() : Optional.empty())
                .orElse(null);
        if (as == null) {
            wrong.add(Field.of("duty", "field.duty"));
        }
        if (day.isAfter(dealership.dayOf(now))) {
            wrong.add(Field.of("date", "field.future"));
        }
        Signature signature = Signature.read(strokes, typedName, "signature", wrong);
        if (!wrong.isEmpty() || as == null || signature == null) {
            throw new FieldsRefused(wrong);
        }
        unsealed(dealership, day);
        DailySheet sheet = sheets.of(day, by);
        int open = sheet.figure(SheetFigure.OPEN);
        int unexplained = as == Role.RECEPTIONIST ? 0 : sheet.heads().unexplained();
        if (open > 0 || unexplained > 0) {
            throw new SheetUnfinished(open, unexplained);
        }
        if (!sheet.maySign(as, by.id())) {
            throw new SignedAlready();
        }
        sheets.sign(dealership.id(), day, new Signed(as, by.id(), now, signature));
        events.publishEvent(VisitFact.ofDay(Kind.DAILY_SHEET_SIGNED, dealership.id(), by.id(), now)
                .with("day", day.toString())
                .with("duty", as)
                .with("parties", sheet.parties())
                .with("filed", sheet.k08(true).size())
                .with("firstVisitors", sheet.k08(false).size()));
    }

    /** Says what a sheet should have said; the sheet itself stays as it was signed. */
    public void correct(LocalDate day, @Nullable VisitId visit, @Nullable String words, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.line(words, LONGEST, "words", wrong);
        if (said == null) {
            wrong.add(Field.of("words", "field.required"));
        }
        if (visit != null
                && visits.find(dealership.id(), visit)
                        .filter(one -> one.day().equals(day))
                        .isEmpty()) {
            wrong.add(Field.of("visit", "field.visit"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        sheets.correct(
                dealership.id(), day, new Correction(visit, Objects.requireNonNull(said), by.id(), clock.instant()));
    }

    /** Whether callers and event customers count to the day's parties from now on. */
    public void set(Setting setting, StaffMember by) {
        sheets.set(by.dealership(), setting, by.id(), clock.instant());
    }

    private void unsealed(Dealership dealership, LocalDate day) {
        floor.hold(dealership.id(), day);
        if (sheets.isSealed(dealership.id(), day)) {
            throw new SheetSealed();
        }
    }
}
