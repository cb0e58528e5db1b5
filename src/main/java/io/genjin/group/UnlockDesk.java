package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.privacy.AccessLog.Look;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Unlocks personal data of a dealership for somebody from outside who says why: for a while, written into the dealership's own log,
 * told to its managers. Whoever calls has entered the dealership, which {@link SeenDealerships} says the person sees.
 */
@Service
@Transactional
public class UnlockDesk {

    /** How many minutes can be asked for. */
    public static final List<Integer> MINUTES = List.of(15, 30, 60);

    static final int LONGEST_WORDS = 200;
    static final int SHORTEST_WORDS = 6;
    private static final int SHOWN = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What somebody fills in. */
    public record Draft(
            Unlock.@Nullable Purpose purpose,
            @Nullable String words,
            @Nullable Integer minutes) {}

    private final Unlocks unlocks;
    private final AccessLog log;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnlockDesk(Unlocks unlocks, AccessLog log, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.unlocks = unlocks;
        this.log = log;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asked again while it holds, the time begins anew with the new reason.
     *
     * @throws FieldsRefused naming {@code purpose}, {@code words} or {@code minutes}
     */
    public Unlock open(Dealership dealership, Draft draft, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        if (draft.purpose() == null) {
            wrong.add(Field.of("purpose", "field.required"));
        }
        String words = PlainText.line(draft.words(), LONGEST_WORDS, "words", wrong);
        if (words == null && wrong.stream().noneMatch(field -> field.name().equals("words"))) {
            wrong.add(Field.of("words", "field.required"));
        } else if (words != null && words.codePointCount(0, words.length()) < SHORTEST_WORDS) {
            wrong.add(Field.of("words", "unlock.words.short", SHORTEST_WORDS));
        }
        if (draft.minutes() == null || !MINUTES.contains(draft.minutes())) {
            wrong.add(Field.of("minutes", "unlock.minutes.wrong"));
        }
        if (draft.purpose() == null || words == null || draft.minutes() == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        unlocks.latest(dealership.id(), by.dealership(), by.id())
                .filter(one -> one.holds(now))
                .ifPresent(one -> unlocks.end(one, now));
        Unlock unlock = new Unlock(
                UnlockId.next(),
                dealership.id(),
                by.dealership(),
                by.id(),
                dealerships.get(by.dealership()).name() + " " + by.name(),
                draft.purpose(),
                words,
                now,
                now.plus(Duration.ofMinutes(draft.minutes())),
                null);
        unlocks.add(unlock);
        String until = TIME.format(unlock.endsAt().atZone(dealership.zone()));
        log.visited(
                dealership.id(),
                unlock.visitor(),
                Look.UNLOCKED,
                "%s: %s (-> %s)".formatted(unlock.purpose(), unlock.words(), until),
                0);
        events.publishEvent(UnlockFact.of(unlock, until));
        return unlock;
    }

    /** What this person may see there now, if they unlocked it. */
    @Transactional(readOnly = true)
    public Optional<Unlock> holding(Dealership dealership, StaffMember me) {
        Instant now = clock.instant();
        return unlocks.latest(dealership.id(), me.dealership(), me.id()).filter(one -> one.holds(now));
    }

    /** Given back before its time; nothing to give back changes nothing. */
    public void end(Dealership dealership, StaffMember me) {
        Instant now = clock.instant();
        unlocks.latest(dealership.id(), me.dealership(), me.id())
                .filter(one -> one.holds(now))
                .ifPresent(one -> unlocks.end(one, now));
    }

    /** Who unlocked what of a dealership, newest first. */
    @Transactional(readOnly = true)
    public List<Unlock> newest(Dealership dealership) {
        return unlocks.newest(dealership.id(), SHOWN);
    }

    /** Rows were opened under it. */
    void opened(Unlock unlock, String what, int customers) {
        log.visited(unlock.dealership(), unlock.visitor(), Look.OPENED, what, customers);
    }
}
