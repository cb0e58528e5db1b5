package io.genjin.owner;

import io.genjin.intake.Lead;
import io.genjin.intake.LeadDesk;
import io.genjin.intake.NewLead;
import io.genjin.owner.OwnerFact.Kind;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner names a friend (转介绍): a lead that says who recommended, at once in the hands of the owner's consultant, whose market
 * development it counts as (scenario 39). A friend who is on file or owns a car is no referral, so that there are neither second
 * cards nor circles.
 */
@Service
public class ReferralDesk {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REMARK = 500;

    private final Referrals referrals;
    private final OwnerAccess access;
    private final LeadDesk leads;
    private final ProspectDesk prospects;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralDesk(
            Referrals referrals,
            OwnerAccess access,
            LeadDesk leads,
            ProspectDesk prospects,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.access = access;
        this.leads = leads;
        this.prospects = prospects;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** An owner named a friend outside of a planned call. */
    @Transactional
    public Referral refer(OwnerId owner, NewFriend friend, StaffMember by) {
        return refer(access.hold(owner, by, "owner.call"), friend, null, by);
    }

    /**
     * The friend becomes a lead of the consultant in charge; of the designated person when the consultant is away.
     *
     * @throws FieldsRefused naming {@code friendMobile} when the number is the owner's own, belongs to a customer on file or to
     *                       another owner, or was named before
     */
    Referral refer(OwnerFile held, NewFriend friend, @Nullable UUID callback, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String name = PlainText.line(friend.name(), LONGEST_NAME, "friendName", wrong);
        String model = PlainText.line(friend.model(), LONGEST_LINE, "friendModel", wrong);
        String remark = PlainText.text(friend.remark(), LONGEST_REMARK, "friendRemark", wrong);
        if (name == null) {
            wrong.add(Field.of("friendName", "field.required"));
        }
        PhoneNumber number = number(friend.mobile(), wrong);
        Prospect referrer = prospects.get(by.dealership(), held.prospect());
        if (number != null) {
            free(number, referrer, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        LocalDate today = access.today(by);
        NewLead wish = new NewLead(
                Source.REFERRAL,
                held.customerName() + " #" + referrer.cardNo(),
                null,
                now,
                name,
                Objects.requireNonNull(number).normalised(),
                model == null ? List.of() : List.of(model),
                remark);
        StaffMember designated = designated(held, by, today);
        Lead lead = leads.receiveFor(wish, designated == null ? null : designated.id(), by)
                .orElseThrow(() -> refused("field.friend.onFile"));
        ProspectId friendCase = Objects.requireNonNull(lead.onFile());
        Referral referral = new Referral(
                TypedId.newValue(),
                held.id(),
                held.prospect(),
                friendCase,
                callback,
                now,
                by.id(),
                held.consultant(),
                null,
                null,
                null);
        if (!referrals.insert(by.dealership(), referral, today)) {
            throw refused("field.friend.named");
        }
        StaffId follows = prospects.get(by.dealership(), friendCase).owner();
        events.publishEvent(OwnerFact.of(Kind.REFERRAL_GIVEN, held, referrer, by.id(), now)
                .with("friend", friendCase.value())
                .with("callback", callback)
                .with("to", follows.value()));
        return referral;
    }

    private static @Nullable PhoneNumber number(@Nullable String typed, List<Field> wrong) {
        if (typed == null || typed.isBlank()) {
            wrong.add(Field.of("friendMobile", "field.required"));
            return null;
        }
        Optional<PhoneNumber> number = PhoneNumber.parse(typed).filter(PhoneNumber::isMobile);
        if (number.isEmpty()) {
            wrong.add(Field.of("friendMobile", "field.mobile"));
        }
        return number.orElse(null);
    }

    /** Neither oneself, nor somebody who owns a car already, nor a customer who is followed already. */
    private void free(PhoneNumber number, Prospect referrer, List<Field> wrong) {
        if (number.equals(referrer.content().number())) {
            wrong.add(Field.of("friendMobile", "field.friend.self"));
        } else if (prospects.openWith(referrer.dealership(), number).isPresent()) {
            wrong.add(Field.of("friendMobile", "field.friend.onFile"));
        } else if (prospects.deliveredWith(referrer.dealership(), number).isPresent()) {
            wrong.add(Field.of("friendMobile", "field.friend.owner"));
        }
    }

    private @Nullable StaffMember designated(OwnerFile file, StaffMember by, LocalDate today) {
        return staff.find(by.dealership(), file.consultant())
                .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .filter(member -> !staff.isAway(by.dealership(), member.id(), today))
                .orElse(null);
    }

    private static FieldsRefused refused(String sentence) {
        return new FieldsRefused(Field.of("friendMobile", sentence));
    }

    /** Notes how the owner was thanked for a friend; once is enough. */
    @Transactional
    public void thank(OwnerId owner, UUID referral, @Nullable String reward, StaffMember by) {
        OwnerFile file = access.hold(owner, by, "owner.call");
        Referral given = referrals.get(by.dealership(), owner, referral);
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.line(reward, LONGEST_LINE, "reward", wrong);
        if (said == null) {
            wrong.add(Field.of("reward", "field.required"));
        }
        if (given.reward() != null) {
            wrong.add(Field.of("reward", "field.thankedAlready"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        referrals.thanked(by.dealership(), referral, Objects.requireNonNull(said), by.id(), now);
        Prospect referrer = prospects.get(by.dealership(), file.prospect());
        events.publishEvent(OwnerFact.of(Kind.REFERRAL_THANKED, file, referrer, by.id(), now)
                .with("friend", given.friend().value()));
    }
}
