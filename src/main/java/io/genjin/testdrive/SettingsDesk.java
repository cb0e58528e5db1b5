package io.genjin.testdrive;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a dealership decides about its drives: hours and rules, routes, the words to sign. */
@Service
@Transactional
public class SettingsDesk {

    private static final Set<Integer> STEPS = Set.of(15, 20, 30, 45, 60);
    private static final int MOST_YEARS = 5;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_TEXT = 8000;

    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettingsDesk(Settings settings, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What holds now. */
    @Transactional(readOnly = true)
    public DriveRules rules(StaffMember reader) {
        return settings.rules(reader.dealership());
    }

    /** All routes, those in use first. */
    @Transactional(readOnly = true)
    public List<Route> routes(StaffMember reader) {
        return settings.routes(reader.dealership());
    }

    /** Every version of the words, newest first; the first of the list is the one to sign. */
    @Transactional(readOnly = true)
    public List<AgreementText> texts(StaffMember reader) {
        return settings.texts(reader.dealership());
    }

    /**
     * Decides anew; it holds from now on.
     *
     * @throws FieldsRefused naming every field that is missing or out of bounds
     */
    public DriveRules decide(
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable Integer slotMinutes,
            @Nullable Integer licenceMinYears,
            DriveRules.@Nullable KeyHolder keyHolder,
            StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Required.given(opens, "opens", wrong);
        Required.given(closes, "closes", wrong);
        Required.given(slotMinutes, "slotMinutes", wrong);
        Required.given(licenceMinYears, "licenceMinYears", wrong);
        Required.given(keyHolder, "keyHolder", wrong);
        Required.within(licenceMinYears, 0, MOST_YEARS, "licenceMinYears", wrong);
        if (slotMinutes != null && !STEPS.contains(slotMinutes)) {
            wrong.add(Field.of("slotMinutes", "field.drive.slotMinutes"));
        }
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            wrong.add(Field.of("closes", "field.drive.closesBefore"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        DriveRules rules = new DriveRules(
                Objects.requireNonNull(opens),
                Objects.requireNonNull(closes),
                Objects.requireNonNull(slotMinutes),
                Objects.requireNonNull(licenceMinYears),
                Objects.requireNonNull(keyHolder));
        settings.decide(by.dealership(), rules, by.id(), clock.instant());
        publish(
                CarFact.Kind.DRIVE_RULES_CHANGED,
                Map.of("licenceMinYears", licenceMinYears, "keyHolder", keyHolder.name()),
                by);
        return rules;
    }

    /**
     * Adds a route.
     *
     * @throws FieldsRefused naming every field that is missing, out of bounds, or a name that is in use
     */
    public Route addRoute(
            @Nullable String name,
            @Nullable String description,
            @Nullable Integer metres,
            @Nullable Integer minutes,
            StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String line = PlainText.line(name, LONGEST_NAME, "name", wrong);
        Required.given(line, "name", wrong);
        String words = PlainText.text(description, LONGEST_DESCRIPTION, "description", wrong);
        Required.given(metres, "metres", wrong);
        Required.within(metres, 500, 200_000, "metres", wrong);
        Required.given(minutes, "minutes", wrong);
        Required.within(minutes, 5, 240, "minutes", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Route route = new Route(
                RouteId.next(),
                Objects.requireNonNull(line),
                words,
                Objects.requireNonNull(metres),
                Objects.requireNonNull(minutes),
                false);
        if (!settings.add(by.dealership(), route, by.id(), clock.instant())) {
            throw new FieldsRefused(Field.of("name", "field.driveRoute.known"));
        }
        publish(CarFact.Kind.DRIVE_ROUTE_ADDED, Map.of("route", route.name()), by);
        return route;
    }

    /** Takes a route out of use; drives on it keep it. */
    public void retire(RouteId id, StaffMember by) {
        Route route = settings.route(by.dealership(), id);
        if (!route.retired()) {
            settings.retire(by.dealership(), id, clock.instant());
            publish(CarFact.Kind.DRIVE_ROUTE_RETIRED, Map.of("route", route.name()), by);
        }
    }

    /**
     * Writes the next version of the words to sign.
     *
     * @throws FieldsRefused when something is missing, or a colleague wrote a version meanwhile
     */
    public AgreementText write(@Nullable String title, @Nullable String body, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String head = PlainText.line(title, LONGEST_NAME, "title", wrong);
        Required.given(head, "title", wrong);
        String words = PlainText.text(body, LONGEST_TEXT, "body", wrong);
        Required.given(words, "body", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        settings.keepBuiltIn(by.dealership());
        Instant now = clock.instant();
        AgreementText next = new AgreementText(
                settings.texts(by.dealership()).get(0).version() + 1,
                Objects.requireNonNull(head),
                Objects.requireNonNull(words),
                now,
                by.id());
        if (!settings.write(by.dealership(), next, by.id())) {
            throw new FieldsRefused(Field.of("body", "field.drive.agreement.meanwhile"));
        }
        publish(CarFact.Kind.AGREEMENT_TEXT_WRITTEN, Map.of("version", next.version()), by);
        return next;
    }

    private void publish(CarFact.Kind kind, Map<String, Object> details, StaffMember by) {
        events.publishEvent(CarFact.of(kind, by, clock.instant(), details));
    }
}
