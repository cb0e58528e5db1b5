package io.genjin.coselling.web;

import io.genjin.consent.DataField;
import io.genjin.coselling.CoSeller;
import io.genjin.coselling.CoSellerId;
import io.genjin.coselling.CoSellingDesk;
import io.genjin.coselling.CoSellingResult;
import io.genjin.coselling.Introduction;
import io.genjin.coselling.IntroductionDesk;
import io.genjin.coselling.IntroductionId;
import io.genjin.coselling.Reward;
import io.genjin.coselling.RewardDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Money;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Problems;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Co-selling partners, introductions and rewards for other systems. */
@RestController
@RequestMapping("/api/v1")
class CoSellingApi {

    /** A partner; the number is masked. */
    record CoSellerView(
            String id,
            String name,
            CoSeller.Trade trade,
            String maskedMobile,
            @Nullable String firm,
            boolean active) {}

    /** The partners, those in use first. */
    record CoSellerList(List<CoSellerView> items) {}

    /** What is promised from a day on. */
    record AgreementBody(@Nullable String reward, @Nullable LocalDate from) {}

    /** A promise. */
    record AgreementView(String coSeller, BigDecimal reward, LocalDate from) {}

    /** The number of one of our own people; {@code person} is a sign-in name. */
    record OwnNumberBody(@Nullable String person, @Nullable String mobile) {}

    /** Who introduced the customer, or to whom they are introduced, for which purpose the customer agreed to. */
    record IntroductionBody(
            @Nullable String coSeller, @Nullable String purpose) {}

    /** An introduction and what came of it. */
    record IntroductionView(
            String id,
            String coSeller,
            String prospectId,
            Introduction.Direction direction,
            @Nullable BigDecimal promised,
            Set<CoSellingResult.Step> steps,
            Reward.@Nullable State reward) {}

    /** Introductions, newest first. */
    record IntroductionList(List<IntroductionView> items) {}

    /** What was handed to the partner, this once. */
    record HandedView(String id, Map<DataField, String> values) {}

    /** A reward. */
    record RewardView(String id, String coSeller, String prospectId, BigDecimal amount, Reward.State state) {}

    /** Rewards, newest first. */
    record RewardList(List<RewardView> items) {}

    /** Why a reward is rejected. */
    record RejectionBody(@Nullable String note) {}

    /** Where a reward stands now. */
    record RewardDecided(String id, Reward.State state) {}

    private final CoSellingDesk desk;
    private final IntroductionDesk introductions;
    private final RewardDesk rewards;
    private final CoSellingResult results;
    private final Once once;
    private final Problems problems;

    CoSellingApi(
            CoSellingDesk desk,
            IntroductionDesk introductions,
            RewardDesk rewards,
            CoSellingResult results,
            Once once,
            Problems problems) {
        this.desk = desk;
        this.introductions = introductions;
        this.rewards = rewards;
        this.results = results;
        this.once = once;
        this.problems = problems;
    }

    @GetMapping("/co-sellers")
    CoSellerList list(StaffMember me) {
        return new CoSellerList(desk.all(me).stream().map(CoSellingApi::view).toList());
    }

    @PostMapping("/co-sellers")
    @Answers(value = CoSellerView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody CoSellerForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            CoSellerView view = view(desk.add(body.draft(), me));
            return ResponseEntity.created(URI.create("/api/v1/co-sellers/" + view.id()))
                    .body(view);
        });
    }

    @GetMapping("/co-sellers/{id}")
    CoSellerView read(@PathVariable CoSellerId id, StaffMember me) {
        return view(desk.get(id, me));
    }

    @PostMapping("/co-sellers/{id}/agreements")
    AgreementView agree(@PathVariable CoSellerId id, @RequestBody AgreementBody body, StaffMember me) {
        var agreement = desk.agree(id, body.reward(), body.from(), me);
        return new AgreementView(id.toString(), agreement.reward().yuan(), agreement.from());
    }

    @PostMapping("/co-sellers/{id}/retirement")
    CoSellerView retire(@PathVariable CoSellerId id, StaffMember me) {
        return view(desk.retire(id, me));
    }

    @GetMapping("/co-sellers/{id}/introductions")
    IntroductionList introducedBy(@PathVariable CoSellerId id, StaffMember me) {
        desk.get(id, me);
        return lines(results.of(id, me));
    }

    /** Keeps the number of one of our own people, as a hash; it is shown nowhere. */
    @PostMapping("/own-numbers")
    @Answers(status = 204)
    ResponseEntity<Void> keepOwn(@RequestBody OwnNumberBody body, StaffMember me) {
        desk.keepOwn(body.person(), body.mobile(), me);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/prospects/{id}/introductions")
    IntroductionList of(@PathVariable ProspectId id, StaffMember me) {
        return lines(results.of(introductions.of(id, me), me));
    }

    /** A partner introduced this customer to us. */
    @PostMapping("/prospects/{id}/introductions")
    @Answers(value = IntroductionView.class, status = 201)
    ResponseEntity<IntroductionView> introduced(
            @PathVariable ProspectId id, @RequestBody IntroductionBody body, StaffMember me) {
        Introduction one = introductions.introducedToUs(id, body.coSeller(), me);
        return ResponseEntity.status(201).body(view(new CoSellingResult.Line(one, Set.of(), null)));
    }

    /** Introduces our customer to a partner, as far as the consent to the partner's company reaches. */
    @PostMapping("/prospects/{id}/introductions/hand-over")
    @Answers(value = HandedView.class, status = 201)
    ResponseEntity<?> handOver(
            @PathVariable ProspectId id,
            @RequestBody IntroductionBody body,
            StaffMember me,
            HttpServletRequest request) {
        IntroductionDesk.HandOver done = introductions.introduceToThem(id, body.coSeller(), body.purpose(), me);
        Introduction one = done.introduction();
        if (one == null || done.refusal() != null) {
            return problems.problem(java.util.Objects.requireNonNull(done.refusal()), request);
        }
        return ResponseEntity.status(201)
                .header("Cache-Control", "no-store")
                .body(new HandedView(one.id().toString(), done.values()));
    }

    @GetMapping("/co-selling-rewards")
    RewardList rewards(StaffMember me) {
        return new RewardList(rewards.all(me).stream()
                .map(line -> new RewardView(
                        line.reward().introduction().toString(),
                        line.coSeller().id().toString(),
                        line.introduction().prospect().toString(),
                        line.reward().amount().yuan(),
                        line.reward().state()))
                .toList());
    }

    @PostMapping("/co-selling-rewards/{id}/approval")
    RewardDecided approve(@PathVariable IntroductionId id, StaffMember me) {
        return decided(rewards.approve(id, me));
    }

    @PostMapping("/co-selling-rewards/{id}/rejection")
    RewardDecided reject(@PathVariable IntroductionId id, @RequestBody RejectionBody body, StaffMember me) {
        return decided(rewards.reject(id, body.note(), me));
    }

    @PostMapping("/co-selling-rewards/{id}/payment")
    RewardDecided pay(@PathVariable IntroductionId id, StaffMember me) {
        return decided(rewards.pay(id, me));
    }

    private static RewardDecided decided(Reward reward) {
        return new RewardDecided(reward.introduction().toString(), reward.state());
    }

    private static IntroductionList lines(List<CoSellingResult.Line> lines) {
        return new IntroductionList(lines.stream().map(CoSellingApi::view).toList());
    }

    private static IntroductionView view(CoSellingResult.Line line) {
        Introduction one = line.introduction();
        Money promised = one.promised();
        Reward reward = line.reward();
        return new IntroductionView(
                one.id().toString(),
                one.coSeller().toString(),
                one.prospect().toString(),
                one.direction(),
                promised == null ? null : promised.yuan(),
                line.steps(),
                reward == null ? null : reward.state());
    }

    private static CoSellerView view(CoSeller one) {
        return new CoSellerView(
                one.id().toString(),
                one.name(),
                one.trade(),
                one.number().masked(),
                one.firm() == null ? null : one.firm().toString(),
                one.isActive());
    }
}
