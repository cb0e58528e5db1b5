package io.genjin.toolbox.web;

import io.genjin.catalog.Focus;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SkillCardKind;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.ContactWay;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.prospect.web.ProspectView;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.CardBox;
import io.genjin.toolbox.CardsAtHand;
import io.genjin.toolbox.Consultants;
import io.genjin.toolbox.FiledCard;
import io.genjin.toolbox.ToolBox;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tool box for other systems. */
@RestController
@RequestMapping("/api/v1")
class ToolBoxApi {

    /** One customer as their index card says it. */
    record IndexCardView(
            String prospectId,
            String cardNo,
            String customerName,
            Grade grade,
            ProspectStatus status,
            Source source,
            @Nullable String mainModel,
            ProspectView.Person owner,
            LocalDate nextDate,
            NextStepReason nextReason,
            OffsetDateTime dueAt,
            boolean overdue,
            long overdueDays,
            boolean beyondLatestDay,
            @Nullable OffsetDateTime lastContactAt,
            int dateChanges) {}

    /** One compartment of the box: overdue, a day or a month, with its cards, the most urgent first. */
    record CompartmentView(String key, CardBox.Kind kind, LocalDate from, int count, List<IndexCardView> cards) {}

    /** The box as it stands today. */
    record CardBoxView(LocalDate today, int count, List<CompartmentView> compartments) {}

    /** The index to the box. */
    record IndexView(List<IndexCardView> items) {}

    /** A skill card that fits the moment. */
    record SkillAtHand(
            SkillCardKind kind,
            String title,
            String goal,
            List<String> steps,
            List<String> phrases,
            List<String> pitfalls) {}

    /** A selling point that fits the wish. */
    record PointAtHand(
            String model,
            Focus focus,
            boolean spokenOf,
            String feature,
            String advantage,
            String benefit,
            @Nullable String proof) {}

    /** The cards that fit the moment. */
    record CardsAtHandView(@Nullable String model, List<SkillAtHand> skillCards, List<PointAtHand> sellingPoints) {}

    private final ToolBox toolBox;
    private final CardsAtHand atHand;
    private final Consultants consultants;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    ToolBoxApi(
            ToolBox toolBox,
            CardsAtHand atHand,
            Consultants consultants,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.toolBox = toolBox;
        this.atHand = atHand;
        this.consultants = consultants;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/card-box")
    CardBoxView box(@RequestParam(required = false) @Nullable String consultant, StaffMember me) {
        CardBox box = toolBox.box(consultants.chosen(consultant, me), me);
        return new CardBoxView(
                box.today(),
                box.count(),
                box.compartments().stream()
                        .map(one -> new CompartmentView(
                                one.key(),
                                one.kind(),
                                one.from(),
                                one.count(),
                                one.cards().stream().map(card -> view(card, me)).toList()))
                        .toList());
    }

    @GetMapping("/index-card")
    IndexView index(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "name") ToolBox.Order sort,
            StaffMember me) {
        return new IndexView(toolBox.index(consultants.chosen(consultant, me), sort, me).stream()
                .map(card -> view(card, me))
                .toList());
    }

    @GetMapping("/tool-box/cards")
    CardsAtHandView cards(
            @RequestParam(required = false) @Nullable ContactWay way,
            @RequestParam(required = false) @Nullable NextStepReason reason,
            @RequestParam(required = false) @Nullable NextStepReason nextReason,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(required = false) @Nullable ProspectId prospect,
            StaffMember me,
            HttpServletRequest request) {
        CardsAtHand.Cards cards = atHand.of(
                new CardsAtHand.Moment(way, reason, nextReason, source, prospect), screens.locale(request), me);
        return new CardsAtHandView(
                cards.model(),
                cards.skills().stream().map(ToolBoxApi::view).toList(),
                cards.points().stream()
                        .map(point -> view(point, cards.spokenOf()))
                        .toList());
    }

    private static SkillAtHand view(CardsAtHand.Skill skill) {
        return new SkillAtHand(
                skill.kind(),
                skill.text().title(),
                skill.text().goal(),
                skill.text().steps(),
                skill.text().phrases(),
                skill.text().pitfalls());
    }

    private static PointAtHand view(SellingPoint point, Set<Focus> spokenOf) {
        return new PointAtHand(
                point.model().text(),
                point.focus(),
                spokenOf.contains(point.focus()),
                point.feature(),
                point.advantage(),
                point.benefit(),
                point.proof());
    }

    private IndexCardView view(FiledCard card, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        Instant now = clock.instant();
        StaffMember owner = staff.get(me.dealership(), card.owner());
        return new IndexCardView(
                card.prospect().toString(),
                String.valueOf(card.cardNo()),
                card.customerName(),
                card.grade(),
                card.status(),
                card.source(),
                card.mainModel(),
                new ProspectView.Person(owner.username(), owner.name()),
                card.nextDate(),
                card.nextReason(),
                card.dueAt().atZone(dealership.zone()).toOffsetDateTime(),
                card.isLate(now),
                card.overdueDays(now, dealership.zone()),
                card.isBeyondRule(),
                card.lastContactAt() == null
                        ? null
                        : card.lastContactAt().atZone(dealership.zone()).toOffsetDateTime(),
                card.dateChanges());
    }
}
