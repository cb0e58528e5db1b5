package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.group.DealershipGroup.Member;
import io.genjin.group.GroupFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the groups of dealerships; only people of HQ do. */
@Service
@Transactional
public class DealershipGroupDesk {

    static final int LONGEST_NAME = 60;

    private final Groups groups;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DealershipGroupDesk(Groups groups, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.groups = groups;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** @throws OnlyAtHq when somebody else asks */
    @Transactional(readOnly = true)
    public List<DealershipGroup> all(StaffMember me) {
        mustBeAtHq(me);
        return groups.all();
    }

    /**
     * @throws OnlyAtHq      when somebody else asks
     * @throws FieldsRefused naming {@code name} when it is missing or taken
     */
    public DealershipGroupId found(@Nullable String name, StaffMember by) {
        mustBeAtHq(by);
        List<Field> wrong = new ArrayList<>();
        String clean = PlainText.line(name, LONGEST_NAME, "name", wrong);
        if (clean == null && wrong.isEmpty()) {
            wrong.add(Field.of("name", "field.required"));
        }
        if (clean == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        DealershipGroupId id = DealershipGroupId.next();
        if (!groups.add(id, clean)) {
            throw new FieldsRefused(Field.of("name", "groups.name.taken"));
        }
        events.publishEvent(GroupFact.of(Kind.DEALERSHIP_GROUP_FOUNDED, clean, by.id(), clock.instant()));
        return id;
    }

    /**
     * A dealership belongs to the group from a day on.
     *
     * @param from  today, unless another is named
     * @param until the last day; nothing while no end is set
     * @throws FieldsRefused naming {@code dealership}, {@code from} or {@code until}
     */
    public void join(
            DealershipGroupId id,
            @Nullable String code,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            StaffMember by) {
        mustBeAtHq(by);
        DealershipGroup group = groups.getForUpdate(id);
        Dealership dealership = dealerships.selling().stream()
                .filter(one -> code != null && one.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> new FieldsRefused(Field.of("dealership", "groups.dealership.nobody")));
        LocalDate first = from == null ? today() : PeriodDay.of("from", from);
        LocalDate last = until == null ? null : PeriodDay.of("until", until);
        if (last != null && last.isBefore(first)) {
            throw new FieldsRefused(Field.of("until", "field.periodOrder"));
        }
        if (group.members().stream()
                .anyMatch(one -> one.dealership().equals(dealership.id()) && one.meets(first, last))) {
            throw new FieldsRefused(Field.of("dealership", "groups.dealership.there", dealership.name()));
        }
        groups.add(id, new Member(TypedId.newValue(), dealership.id(), first, last));
        events.publishEvent(GroupFact.of(Kind.DEALERSHIP_GROUP_JOINED, group.name(), by.id(), clock.instant())
                .with("dealership", dealership.code())
                .with("from", first.toString())
                .with("until", last == null ? null : last.toString()));
    }

    /**
     * A dealership belongs to the group until a day, and no longer.
     *
     * @param until the last day; yesterday, unless another is named, so that it ends at once
     * @throws FieldsRefused naming {@code until} or {@code dealership}
     */
    public void leave(DealershipGroupId id, @Nullable String code, @Nullable LocalDate until, StaffMember by) {
        mustBeAtHq(by);
        DealershipGroup group = groups.getForUpdate(id);
        LocalDate last = until == null ? today().minusDays(1) : PeriodDay.of("until", until);
        Dealership dealership = dealerships.selling().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new FieldsRefused(Field.of("dealership", "groups.dealership.nobody")));
        Member member = group.members().stream()
                .filter(one -> one.dealership().equals(dealership.id()) && one.meets(today(), null))
                .findFirst()
                .orElseThrow(
                        () -> new FieldsRefused(Field.of("dealership", "groups.dealership.gone", dealership.name())));
        // who joins today and leaves today belonged to it on no day: the end lies before the beginning
        if (last.isBefore(member.from().minusDays(1))) {
            throw new FieldsRefused(Field.of("until", "field.periodOrder"));
        }
        groups.end(member, last);
        events.publishEvent(GroupFact.of(Kind.DEALERSHIP_GROUP_LEFT, group.name(), by.id(), clock.instant())
                .with("dealership", dealership.code())
                .with("until", last.toString()));
    }

    private LocalDate today() {
        return dealerships.get(DealershipId.HQ).today(clock);
    }

    private static void mustBeAtHq(StaffMember me) {
        if (!me.dealership().isHq()) {
            throw new OnlyAtHq();
        }
    }
}
