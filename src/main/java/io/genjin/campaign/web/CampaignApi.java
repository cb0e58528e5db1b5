package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.campaign.CampaignDesk;
import io.genjin.campaign.CampaignId;
import io.genjin.campaign.CampaignKind;
import io.genjin.campaign.CampaignResult;
import io.genjin.campaign.CampaignResult.Figure;
import io.genjin.campaign.CampaignVersionMissing;
import io.genjin.campaign.GuestDesk;
import io.genjin.campaign.Invitation;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Money;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for other systems. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignApi {

    /** A campaign: what is planned, and what it cost so far. */
    record CampaignView(
            String id,
            CampaignKind kind,
            String name,
            LocalDate from,
            LocalDate until,
            @Nullable String place,
            BigDecimal budget,
            BigDecimal cost,
            String responsible,
            Campaign.Stage stage,
            int version) {}

    /** The campaigns of the last two years and all to come. */
    record CampaignList(List<CampaignView> items) {}

    /** What came of it; costs are missing where nothing can be divided. */
    record ResultView(
            Map<Figure, Integer> figures,
            @Nullable BigDecimal costPerLead,
            @Nullable BigDecimal costPerOrder) {}

    /** A customer behind a figure; the name is missing for colleagues' customers. */
    record CampaignMember(String prospectId, @Nullable String customerName) {}

    /** The customers behind a figure. */
    record CampaignMembers(List<CampaignMember> items) {}

    /** Whom to invite. */
    record GuestsBody(@Nullable List<String> prospects) {}

    /** How many are new on the list. */
    record Added(int added) {}

    /** What a customer said. */
    record AnswerBody(Invitation.@Nullable Answer answer) {}

    /** How a customer stands to a campaign. */
    record InvitationView(String campaignId, String prospectId, Invitation.State state, boolean invited) {}

    private final CampaignDesk desk;
    private final GuestDesk invitations;
    private final CampaignResult results;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    CampaignApi(
            CampaignDesk desk,
            GuestDesk invitations,
            CampaignResult results,
            ProspectLabels labels,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.invitations = invitations;
        this.results = results;
        this.labels = labels;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    CampaignList list(StaffMember me) {
        return new CampaignList(desk.all(me).stream().map(one -> view(one, me)).toList());
    }

    @PostMapping
    @Answers(value = CampaignView.class, status = 201)
    ResponseEntity<?> plan(
            @RequestBody CampaignForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            CampaignView view = view(desk.plan(body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/campaigns/" + view.id()))
                    .eTag(tag(view))
                    .body(view);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<CampaignView> read(@PathVariable CampaignId id, StaffMember me) {
        return answer(desk.get(id, me), me);
    }

    /** Changes it against the version in If-Match; another one is refused with 412. */
    @PutMapping("/{id}")
    ResponseEntity<CampaignView> change(
            @PathVariable CampaignId id,
            @RequestBody CampaignForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        int seen = IfMatch.version(ifMatch).orElseThrow(CampaignVersionMissing::new);
        return answer(desk.change(id, body.draft(), seen, me), me);
    }

    @GetMapping("/{id}/result")
    ResultView result(@PathVariable CampaignId id, StaffMember me) {
        CampaignResult.Reading reading = results.of(id, me);
        Map<Figure, Integer> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            figures.put(figure, reading.count(figure));
        }
        return new ResultView(figures, yuan(reading.costPer(Figure.LEADS)), yuan(reading.costPer(Figure.ORDERS)));
    }

    private static @Nullable BigDecimal yuan(@Nullable Money amount) {
        return amount == null ? null : amount.yuan();
    }

    @GetMapping("/{id}/members")
    CampaignMembers members(@PathVariable CampaignId id, @RequestParam Figure figure, StaffMember me) {
        List<ProspectId> members = results.of(id, me).members().getOrDefault(figure, List.of());
        var names = labels.of(members.stream().map(TypedId::value).toList(), me);
        return new CampaignMembers(members.stream()
                .map(one -> {
                    var label = names.get(one.value());
                    return new CampaignMember(one.toString(), label == null ? null : label.customerName());
                })
                .toList());
    }

    @PostMapping("/{id}/invitations")
    Added invite(@PathVariable CampaignId id, @RequestBody GuestsBody body, StaffMember me) {
        List<String> guests = body.prospects() == null ? List.of() : body.prospects();
        return new Added(
                invitations.invite(id, guests.stream().map(ProspectId::of).toList(), me));
    }

    @PostMapping("/{id}/invitations/{prospect}/answer")
    InvitationView answer(
            @PathVariable CampaignId id,
            @PathVariable ProspectId prospect,
            @RequestBody AnswerBody body,
            StaffMember me) {
        return view(invitations.answer(id, prospect, body.answer(), me), me);
    }

    /** The customer is there, invited or not. */
    @PostMapping("/{id}/invitations/{prospect}/attendance")
    InvitationView attend(@PathVariable CampaignId id, @PathVariable ProspectId prospect, StaffMember me) {
        return view(invitations.attend(id, prospect, me), me);
    }

    private InvitationView view(Invitation one, StaffMember me) {
        return new InvitationView(
                one.campaign().toString(),
                one.prospect().toString(),
                one.state(desk.get(one.campaign(), me).plan(), today(me)),
                one.isInvited());
    }

    private LocalDate today(StaffMember me) {
        return dealerships.get(me.dealership()).today(clock);
    }

    private ResponseEntity<CampaignView> answer(Campaign campaign, StaffMember me) {
        CampaignView view = view(campaign, me);
        return ResponseEntity.ok().eTag(tag(view)).body(view);
    }

    private static String tag(CampaignView view) {
        return "\"" + view.version() + "\"";
    }

    private CampaignView view(Campaign campaign, StaffMember me) {
        var plan = campaign.plan();
        return new CampaignView(
                campaign.id().toString(),
                plan.kind(),
                plan.name(),
                plan.from(),
                plan.until(),
                plan.place(),
                plan.budget().yuan(),
                plan.cost().yuan(),
                staff.find(me.dealership(), plan.responsible())
                        .map(StaffMember::username)
                        .orElse(""),
                campaign.stage(today(me)),
                campaign.version());
    }
}
