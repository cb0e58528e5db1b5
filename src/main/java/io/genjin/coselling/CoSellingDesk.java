package io.genjin.coselling;

import io.genjin.consent.Partner;
import io.genjin.consent.PartnerDesk;
import io.genjin.consent.PartnerId;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where managers say with whom the dealership shares customers, and what each is promised. */
@Service
@Transactional
public class CoSellingDesk {

    private static final int LONGEST_NAME = 60;

    private final CoSellers coSellers;
    private final PartnerDesk firms;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    CoSellingDesk(CoSellers coSellers, PartnerDesk firms, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.coSellers = coSellers;
        this.firms = firms;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * A partner as it was typed.
     *
     * @param firm identity of the company behind the person, as consents name it
     */
    public record Draft(
            @Nullable String name,
            CoSeller.@Nullable Trade trade,
            @Nullable String mobile,
            @Nullable String firm) {

        @Override
        public String toString() {
            return "Draft[" + trade + "]";
        }
    }

    /**
     * Adds a partner.
     *
     * @throws CoSellerKnown when one in use has this name or number
     * @throws OneOfUs       when the number is that of one of our own people
     */
    public CoSeller add(Draft draft, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String name = PlainText.line(draft.name(), LONGEST_NAME, "name", wrong);
        if (name == null) {
            wrong.add(Field.of("name", "field.required"));
        }
        if (draft.trade() == null) {
            wrong.add(Field.of("trade", "field.required"));
        }
        Optional<PhoneNumber> number = draft.mobile() == null ? Optional.empty() : PhoneNumber.parse(draft.mobile());
        if (number.isEmpty()) {
            wrong.add(Field.of("mobile", "field.mobile"));
        }
        PartnerId firm = firm(draft.firm(), by, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        PhoneNumber theirs = number.orElseThrow();
        if (coSellers.isOwn(by.dealership(), theirs)) {
            throw new OneOfUs("mobile");
        }
        CoSeller one = new CoSeller(
                CoSellerId.next(),
                by.dealership(),
                Objects.requireNonNull(name),
                Objects.requireNonNull(draft.trade()),
                theirs,
                firm,
                null);
        coSellers.add(one, by.id(), clock.instant());
        return one;
    }

    private @Nullable PartnerId firm(@Nullable String chosen, StaffMember by, List<Field> wrong) {
        if (chosen == null || chosen.isBlank()) {
            return null;
        }
        Optional<Partner> firm = firms.all(by).stream()
                .filter(one -> one.isActive() && one.id().toString().equals(chosen))
                .findFirst();
        if (firm.isEmpty()) {
            wrong.add(Field.of("firm", "field.partner"));
        }
        return firm.map(Partner::id).orElse(null);
    }

    /** Ends the work with a partner; what was introduced and promised stays. Doing it twice changes nothing. */
    public CoSeller retire(CoSellerId id, StaffMember by) {
        coSellers.get(by.dealership(), id);
        coSellers.retire(by.dealership(), id, by.id(), clock.instant());
        return coSellers.get(by.dealership(), id);
    }

    /** Promises an amount for every customer introduced from a day on; nothing promised before is touched. */
    public Agreement agree(CoSellerId id, @Nullable String reward, @Nullable LocalDate from, StaffMember by) {
        CoSeller one = coSellers.get(by.dealership(), id);
        List<Field> wrong = new ArrayList<>();
        Optional<Money> amount =
                reward == null ? Optional.empty() : Money.parse(reward).filter(money -> !money.isNegative());
        if (amount.isEmpty()) {
            wrong.add(Field.of("reward", "field.money"));
        }
        if (from == null) {
            wrong.add(Field.of("from", "field.required"));
        } else if (from.isBefore(dealerships.get(by.dealership()).today(clock))) {
            wrong.add(Field.of("from", "coSelling.from.past"));
        } else if (from.isAfter(dealerships.get(by.dealership()).today(clock).plusYears(1))) {
            wrong.add(Field.of("from", "coSelling.from.far"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Agreement agreement =
                new Agreement(one.id(), amount.orElseThrow(), Objects.requireNonNull(from), by.id(), clock.instant());
        coSellers.agree(by.dealership(), agreement);
        return agreement;
    }

    /** Keeps the number of one of our own people, as a hash, so that nobody introduces customers to himself. */
    public void keepOwn(@Nullable String username, @Nullable String mobile, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Optional<StaffId> person = username == null
                ? Optional.empty()
                : staff.byUsername(by.dealership(), username.strip()).map(StaffMember::id);
        if (person.isEmpty()) {
            wrong.add(Field.of("person", "coSelling.person.nobody"));
        }
        Optional<PhoneNumber> number = mobile == null ? Optional.empty() : PhoneNumber.parse(mobile);
        if (number.isEmpty()) {
            wrong.add(Field.of("ownMobile", "field.mobile"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        coSellers.keepOwn(by.dealership(), person.orElseThrow(), number.orElseThrow());
    }

    /** Those of our people whose number is kept. */
    @Transactional(readOnly = true)
    public List<StaffId> ownKept(StaffMember reader) {
        return coSellers.ownKept(reader.dealership());
    }

    @Transactional(readOnly = true)
    public CoSeller get(CoSellerId id, StaffMember reader) {
        return coSellers.get(reader.dealership(), id);
    }

    /** All partners, those in use first. */
    @Transactional(readOnly = true)
    public List<CoSeller> all(StaffMember reader) {
        return coSellers.all(reader.dealership());
    }

    /** What a partner was promised, the newest promise first. */
    @Transactional(readOnly = true)
    public List<Agreement> agreements(CoSellerId id, StaffMember reader) {
        return coSellers.agreements(reader.dealership(), id);
    }
}
