package io.genjin.owner;

import io.genjin.owner.OwnerFact.Kind;
import io.genjin.prospect.AlreadyOnFile;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardContent.PurchaseType;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.OwnCustomerOnFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner wants another car (置换, 增购): the delivered case stays as it is, and a new one begins, bound to the owner's file. As
 * for everybody there is one open case for a number.
 */
@Service
public class RepurchaseDesk {

    private static final int LONGEST = 200;

    private final Referrals referrals;
    private final OwnerAccess access;
    private final OpeningDesk opening;
    private final ProspectDesk prospects;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepurchaseDesk(
            Referrals referrals,
            OwnerAccess access,
            OpeningDesk opening,
            ProspectDesk prospects,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.access = access;
        this.opening = opening;
        this.prospects = prospects;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** What the owner wants, how hot it is, and what follows. */
    public record Wish(
            @Nullable PurchaseType purchaseType,
            @Nullable String model,
            @Nullable GradeChoice grade,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason,
            @Nullable String remark) {}

    /**
     * Opens the new case.
     *
     * @throws OwnCustomerOnFile when the owner has an open case with the person who asks
     * @throws AlreadyOnFile     when a colleague follows the owner already
     */
    @Transactional
    public Prospect open(OwnerId id, Wish wish, StaffMember by) {
        OwnerFile file = access.hold(id, by, "owner.repurchase");
        List<Field> wrong = new ArrayList<>();
        if (wish.purchaseType() == null || wish.purchaseType() == PurchaseType.FIRST) {
            wrong.add(Field.of("purchaseType", "field.required"));
        }
        String model = PlainText.line(wish.model(), LONGEST, "model", wrong);
        Prospect before = prospects.get(by.dealership(), file.prospect());
        CardContent card = card(before, file, wish, model);
        boolean manager = by.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
        String owner = manager ? staff.get(by.dealership(), file.consultant()).username() : null;
        Opening opened;
        try {
            opened = opening.open(
                    new OpenProspect(
                            card,
                            wish.grade(),
                            wish.nextDate(),
                            wish.nextReason(),
                            wish.nextNote(),
                            null,
                            false,
                            wish.lateReason(),
                            owner),
                    by);
        } catch (FieldsRefused refused) {
            wrong.addAll(refused.fields());
            throw new FieldsRefused(wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Prospect another;
        if (opened instanceof Opening.Opened one) {
            another = one.prospect();
        } else if (opened instanceof Opening.Returned one) {
            another = one.prospect();
        } else if (opened instanceof Opening.OwnAlready found) {
            throw new OwnCustomerOnFile(found);
        } else {
            throw new AlreadyOnFile((Opening.OnFile) opened);
        }
        PurchaseType type = card.purchaseType();
        if (type == null) {
            throw new IllegalStateException("checked above");
        }
        referrals.insert(by.dealership(), new Referrals.Repurchase(another.id(), id, type, clock.instant()), by.id());
        events.publishEvent(OwnerFact.of(Kind.REPURCHASE, file, before, by.id(), clock.instant())
                .with("purchaseType", type.name())
                .with("case", another.id().value()));
        return another;
    }

    /** The person as the card knows them, with the new wish; where the case comes from is the owner's own file. */
    private static CardContent card(Prospect before, OwnerFile file, Wish wish, @Nullable String model) {
        CardContent old = before.content();
        String plate = file.details().plate();
        return new CardContent(
                old.customerName(),
                old.customerType(),
                old.gender(),
                old.mobile(),
                old.phone(),
                old.wechat(),
                old.email(),
                old.address(),
                old.preferredContactWay(),
                old.preferredContactTime(),
                old.ageBand(),
                old.occupation(),
                old.industry(),
                old.familyStructure(),
                old.hobby(),
                old.incomeBand(),
                Source.OTHER,
                file.customerName() + " #" + before.cardNo(),
                null,
                null,
                null,
                model == null ? List.of() : List.of(model),
                wish.purchaseType(),
                old.purpose(),
                null,
                null,
                old.decisionMaker(),
                old.user(),
                List.of(),
                plate == null ? file.model() : file.model() + " " + plate,
                wish.purchaseType() == PurchaseType.REPLACE ? Boolean.TRUE : null,
                wish.remark());
    }
}
