package io.genjin.prospect;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms cards: handed in by the consultant, signed or returned by the showroom manager, entered by the customer
 * administrator on the same day. None of it stops a follow-up clock.
 */
@Service
public class CardDesk {

    private static final int LONGEST_COMMENT = 500;

    private final Prospects prospects;
    private final Access access;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardDesk(
            Prospects prospects,
            Access access,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.access = access;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** The consultant hands the card in. */
    @Transactional
    public Prospect submit(ProspectId id, StaffMember by) {
        return confirm(id, by, "card.submit", (card, at) -> card.submit(by, at));
    }

    /**
     * The showroom manager signs after talking the card through.
     *
     * @throws OwnCardSigned when the signer owns the prospect (scenario 11)
     */
    @Transactional
    public Prospect sign(ProspectId id, @Nullable String comment, StaffMember by) {
        String said = comment(comment, false);
        return confirm(id, by, "card.sign", (card, at) -> card.sign(by, said, at));
    }

    /** The showroom manager gives the card back; the comment says what is missing (scenario 9). */
    @Transactional
    public Prospect giveBack(ProspectId id, @Nullable String comment, StaffMember by) {
        String said = Objects.requireNonNullElse(comment(comment, true), "");
        return confirm(id, by, "card.sign", (card, at) -> card.giveBack(by, said, at));
    }

    /** The customer administrator enters the signed card. */
    @Transactional
    public Prospect enter(ProspectId id, StaffMember by) {
        return confirm(
                id,
                by,
                "card.enter",
                (card, at) ->
                        card.enter(by, at, dealerships.get(by.dealership()).zone()));
    }

    private Prospect confirm(
            ProspectId id, StaffMember by, String operation, BiFunction<Prospect, Instant, ProspectFact> step) {
        Prospect prospect = access.change(id, by, operation);
        Instant now = clock.instant();
        ProspectFact fact = step.apply(prospect, now);
        prospects.update(
                prospect, by.id(), now, dealerships.get(by.dealership()).zone());
        events.publishEvent(fact);
        return prospects.find(by.dealership(), id).orElseThrow();
    }

    private static @Nullable String comment(@Nullable String typed, boolean required) {
        List<Field> wrong = new ArrayList<>();
        String comment = PlainText.text(typed, LONGEST_COMMENT, "comment", wrong);
        if (required && comment == null) {
            wrong.add(Field.of("comment", "field.comment.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return comment;
    }
}
