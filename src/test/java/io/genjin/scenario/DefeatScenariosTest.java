package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.defeat.CourtesySample;
import io.genjin.defeat.DefeatId;
import io.genjin.defeat.WakeUps;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios 16, 34 to 36: customers who do not buy, and what nobody can do to be rid of them. */
class DefeatScenariosTest extends Stage {

    @Autowired
    WakeUps wakeUps;

    private Api xu;

    @BeforeEach
    void customerRelationsComes() {
        StaffMember member = stores.member(store.dealership(), "xu", "徐慧", Role.CUSTOMER_RELATIONS);
        xu = Api.as(member.username(), port);
    }

    private String followed(String grade) {
        String prospect = opened(li, card(grade, "2026-03-03"));
        clock.set("2026-03-02T15:00");
        recorded(li, prospect, contact("REACHED", "2026-03-03"));
        return prospect;
    }

    private static Map<String, Object> review(String revisit) {
        Map<String, Object> review = new HashMap<>();
        review.put("summary", "价格谈不拢，客户在比较别家");
        review.put("reasons", List.of("PRICE"));
        review.put("revisit", revisit);
        return review;
    }

    private static Map<String, Object> withDefeat(String outcome) {
        Map<String, Object> review = review("NO");
        review.put("applies", true);
        review.put("outcome", outcome);
        review.put("stageReached", "VISITED");
        if (outcome.equals("BOUGHT_COMPETITOR")) {
            review.put("competitorBrand", "丰田");
            review.put("competitorPrice", 145_800.00);
        }
        return review;
    }

    /** What a manager says who gives a customer up. */
    private static Map<String, Object> givenUp(String outcome) {
        Map<String, Object> decision = withDefeat(outcome);
        List.of("summary", "revisit", "applies").forEach(decision::remove);
        decision.put("decision", "DEFEAT");
        decision.put("comment", "已和客户确认");
        return decision;
    }

    private Api.Answer reviewed(String prospect, Map<String, Object> review) {
        Api.Answer answer = li.post("/api/v1/prospects/" + prospect + "/reviews", review);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer;
    }

    private String appliedFor(String prospect, String outcome) {
        reviewed(prospect, withDefeat(outcome));
        return zhou.get("/api/v1/defeats")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("prospectId").asString("").equals(prospect))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    private String status(String prospect) {
        return zhou.get("/api/v1/prospects/" + prospect).text("/status");
    }

    private Api.Answer decided(String prospect, Map<String, Object> decision) {
        return chen.post("/api/v1/prospects/" + prospect + "/cause-decisions", decision);
    }

    @Test
    @DisplayName("16: lowering an overdue H to N needs the showroom manager's sign-off, and the miss stays")
    void loweredToHideOverdue() {
        String prospect = opened(li, card("H", "2026-03-03"));
        li.post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        chen.post("/api/v1/prospects/" + prospect + "/signature", Map.of());
        sun.post("/api/v1/prospects/" + prospect + "/entry", Map.of());
        clock.set("2026-03-02T18:00");
        recorded(li, prospect, contact("REACHED", "2026-03-04"));
        clock.set("2026-03-06T10:00");
        sweep.settleFallen();
        assertThat(zhou.get("/api/v1/prospects/" + prospect)
                        .json()
                        .at("/nextFollowUp/overdueDays")
                        .asInt(0))
                .isEqualTo(2);
        Api.Answer lowered = li.post(
                "/api/v1/prospects/" + prospect + "/grade-changes", Map.of("grade", "N", "evidence", List.of()));
        assertThat(lowered.status()).as(lowered.json().toString()).isEqualTo(200);
        assertThat(lowered.text("/cardStatus")).isEqualTo("SUBMITTED");
        assertThat(entries(prospect, "RHYTHM_MISSED")).hasSize(1);
        assertThat(zhou.get("/api/v1/reports/daily?date=2026-03-04").status()).isEqualTo(200);
        assertThat(chen.post("/api/v1/prospects/" + prospect + "/signature", Map.of("comment", "已谈，客户确实推后"))
                        .text("/cardStatus"))
                .isEqualTo("SIGNED");
        assertThat(entries(prospect, "RHYTHM_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("34: no deal and no revisit: the showroom manager must choose; nothing else closes the state")
    void nothingElseEndsTheAnalysis() {
        String prospect = followed("B");
        Api.Answer reviewed = reviewed(prospect, review("NO"));
        assertThat(reviewed.text("/status")).isEqualTo("CAUSE_ANALYSIS");

        assertThat(li.post(
                                "/api/v1/prospects/" + prospect + "/cause-decisions",
                                Map.of("decision", "DORMANT", "comment", "算了", "wakeUpDate", "2026-05-01"))
                        .status())
                .as("the consultant cannot decide")
                .isEqualTo(403);
        recorded(li, prospect, contact("REACHED", "2026-03-05"));
        assertThat(status(prospect)).as("a contact does not end it").isEqualTo("CAUSE_ANALYSIS");
        Api.Answer again = li.post("/api/v1/prospects/" + prospect + "/reviews", review("YES"));
        assertThat(again.status()).as("another review does not end it").isIn(409, 422);
        Api.Answer unchanged = decided(
                prospect,
                Map.of("decision", "FOLLOW", "comment", "再试试", "nextDate", "2026-03-05", "nextReason", "ROUTINE"));
        assertThat(unchanged.status()).as("following as before is no decision").isEqualTo(422);
        assertThat(unchanged.text("/type")).contains("nothing-adjusted");
        assertThat(status(prospect)).isEqualTo("CAUSE_ANALYSIS");

        Api.Answer adjusted = decided(
                prospect,
                Map.of(
                        "decision",
                        "FOLLOW",
                        "comment",
                        "换王磊跟进，每三天联系一次",
                        "owner",
                        store.wang().username(),
                        "rhythmTimes",
                        1,
                        "rhythmDays",
                        3,
                        "nextDate",
                        "2026-03-04",
                        "nextReason",
                        "INVITE_TO_SHOWROOM"));
        assertThat(adjusted.status()).as(adjusted.json().toString()).isEqualTo(200);
        assertThat(adjusted.text("/status")).isEqualTo("FOLLOWING");
        assertThat(adjusted.text("/owner/username")).isEqualTo(store.wang().username());
        assertThat(adjusted.json().at("/ownRhythm/days").asInt(0)).isEqualTo(3);
        assertThat(adjusted.text("/nextFollowUp/latest")).isEqualTo("2026-03-05");
    }

    @Test
    @DisplayName("34: the other ways out are another grade, a rest with its end, and a defeat")
    void otherWaysOut() {
        String regraded = followed("B");
        reviewed(regraded, review("NO"));
        Map<String, Object> grade = new HashMap<>(Map.of(
                "decision",
                "FOLLOW",
                "comment",
                "客户推后到秋天",
                "grade",
                "C",
                "gradeEvidence",
                List.of("CONFIDENCE", "NEED"),
                "nextDate",
                "2026-03-08",
                "nextReason",
                "ROUTINE"));
        assertThat(decided(regraded, grade).text("/grade")).isEqualTo("C");

        String resting = followed("B");
        reviewed(resting, review("NO"));
        Api.Answer asleep =
                decided(resting, Map.of("decision", "DORMANT", "comment", "牌照要到五月", "wakeUpDate", "2026-05-01"));
        assertThat(asleep.text("/status")).isEqualTo("DORMANT");
        assertThat(asleep.text("/wakeUpDate")).isEqualTo("2026-05-01");

        String lost = followed("B");
        reviewed(lost, review("NO"));
        assertThat(decided(lost, givenUp("BOUGHT_COMPETITOR")).text("/status")).isEqualTo("DEFEAT_PENDING");
    }

    @Test
    @DisplayName("34: what waits for a word on its defeat is not resumed by another decision")
    void noDecisionPastTheDefeat() {
        String prospect = followed("B");
        appliedFor(prospect, "GAVE_UP");
        Api.Answer past = decided(
                prospect,
                Map.of(
                        "decision",
                        "FOLLOW",
                        "comment",
                        "再跟一跟",
                        "owner",
                        store.wang().username(),
                        "nextDate",
                        "2026-03-04",
                        "nextReason",
                        "ROUTINE"));
        assertThat(past.status()).isEqualTo(409);
        assertThat(status(prospect)).isEqualTo("DEFEAT_PENDING");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/owner/username"))
                .isEqualTo(store.li().username());
    }

    @Test
    @DisplayName("34: a dormant case owes nothing, wakes on its date as the same case, and is on that morning's list")
    void wakesOnItsDate() {
        String prospect = followed("H");
        reviewed(prospect, review("NO"));
        decided(prospect, Map.of("decision", "DORMANT", "comment", "出国三个月", "wakeUpDate", "2026-05-01"));
        clock.set("2026-04-30T23:59");
        sweep.settleFallen();
        wakeUps.wakeDue();
        assertThat(status(prospect)).isEqualTo("DORMANT");
        assertThat(entries(prospect, "RHYTHM_MISSED")).isEmpty();
        clock.set("2026-05-01T07:30");
        wakeUps.wakeDue();
        wakeUps.wakeDue();
        assertThat(status(prospect)).isEqualTo("FOLLOWING");
        assertThat(entries(prospect, "WOKEN")).hasSize(1);
        assertThat(zhou.get("/api/v1/worklist").json().at("/items/0/prospectId").asString(""))
                .isEqualTo(prospect);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/nextFollowUp/latest"))
                .isEqualTo("2026-05-03");
        clock.set("2026-05-04T00:30");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).hasSize(1);
        assertThat(sweepDiffers()).isZero();
    }

    private int sweepDiffers() {
        return io.genjin.database.Tenancy.within(
                store.dealership().id(),
                () -> sweep.recompute(store.dealership().id()));
    }

    @Test
    @DisplayName(
            "35: the showroom manager rejects the defeat: back to following with a new date and another consultant")
    void defeatRejected() {
        String prospect = followed("B");
        String defeat = appliedFor(prospect, "GAVE_UP");
        Api.Answer own = li.post("/api/v1/defeats/" + defeat + "/approval", Map.of());
        assertThat(own.status()).isEqualTo(403);

        Api.Answer rejected = chen.post(
                "/api/v1/defeats/" + defeat + "/rejection",
                Map.of(
                        "comment",
                        "客户只是推迟，请王磊再约",
                        "owner",
                        store.wang().username(),
                        "nextDate",
                        "2026-03-04",
                        "nextReason",
                        "INVITE_TO_SHOWROOM"));
        assertThat(rejected.status()).as(rejected.json().toString()).isEqualTo(200);
        assertThat(rejected.text("/status")).isEqualTo("REJECTED");
        Api.Answer card = zhou.get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/status")).isEqualTo("FOLLOWING");
        assertThat(card.text("/owner/username")).isEqualTo(store.wang().username());
        assertThat(card.text("/nextFollowUp/date")).isEqualTo("2026-03-04");
        assertThat(entries(prospect, "DEFEAT_REJECTED")).as("K20 counts").hasSize(1);
        assertThat(entries(prospect, "DEFEATED")).as("K18 does not").isEmpty();
        assertThat(chen.post("/api/v1/defeats/" + defeat + "/approval", Map.of())
                        .status())
                .as("decided is decided")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("35: who applied never decides, and a defeat sent to be verified waits for another person's call")
    void verifiedByAnother() {
        String prospect = followed("B");
        reviewed(prospect, review("NO"));
        assertThat(decided(prospect, givenUp("GAVE_UP")).status()).isEqualTo(200);
        String defeat = zhou.get("/api/v1/defeats").json().at("/items/0/id").asString("");
        Api.Answer own = chen.post("/api/v1/defeats/" + defeat + "/approval", Map.of());
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.text("/type")).contains("own-defeat");
        Api.Answer byOwner = zhou.post(
                "/api/v1/defeats/" + defeat + "/verification",
                Map.of("verifier", store.li().username()));
        assertThat(byOwner.status()).isEqualTo(422);
        String verifier = "xu." + store.dealership().id().value();
        assertThat(zhou.post("/api/v1/defeats/" + defeat + "/verification", Map.of("verifier", verifier))
                        .text("/status"))
                .isEqualTo("TO_VERIFY");
        assertThat(xu.get("/api/v1/prospects/" + prospect).status())
                .as("customer relations sees the defeat, not the card")
                .isIn(403, 404);
        Api.Answer found = xu.post(
                "/api/v1/defeats/" + defeat + "/finding", Map.of("finding", "STILL_INTERESTED", "comment", "客户说月底再来"));
        assertThat(found.status()).as(found.json().toString()).isEqualTo(200);
        assertThat(found.text("/finding")).isEqualTo("STILL_INTERESTED");
        assertThat(entries(prospect, "DEFEAT_VERIFIED")).hasSize(1);
        assertThat(zhou.post(
                                "/api/v1/defeats/" + defeat + "/rejection",
                                Map.of(
                                        "comment",
                                        "已挽回",
                                        "rescued",
                                        true,
                                        "nextDate",
                                        "2026-03-05",
                                        "nextReason",
                                        "ROUTINE"))
                        .text("/status"))
                .isEqualTo("RESCUED");
    }

    @Test
    @DisplayName(
            "36: lost 40 days ago, walks in: the same prospect, history visible, a return visit, the defeat stays in its month")
    void comesBackAfterLost() {
        Map<String, Object> walkIn = card("B", "2026-03-03");
        walkIn.put("source", "WALK_IN");
        walkIn.put("gradeEvidence", List.of("CONFIDENCE", "NEED"));
        String prospect = opened(li, walkIn);
        clock.set("2026-03-02T15:00");
        recorded(li, prospect, contact("REACHED", "2026-03-03"));
        String defeat = appliedFor(prospect, "GAVE_UP");
        assertThat(chen.post("/api/v1/defeats/" + defeat + "/approval", Map.of("comment", "同意"))
                        .status())
                .isEqualTo(200);
        assertThat(status(prospect)).isEqualTo("DEFEATED");

        clock.set("2026-04-11T14:00");
        Map<String, Object> again = new HashMap<>(walkIn);
        again.put("nextFollowUpDate", "2026-04-12");
        Api.Answer back = wang.post("/api/v1/prospects", again);
        assertThat(back.status()).as(back.json().toString()).isEqualTo(200);
        assertThat(back.text("/id")).isEqualTo(prospect);
        assertThat(back.text("/status")).isEqualTo("FOLLOWING");
        assertThat(back.text("/owner/username")).isEqualTo(store.wang().username());
        assertThat(back.json().at("/visitCount").asInt(0)).isEqualTo(2);
        assertThat(entries(prospect, "VISIT_RECORDED")
                        .get(0)
                        .at("/details/nature")
                        .asString(""))
                .isEqualTo("RETURN");
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).hasSize(1);
        assertThat(entries(prospect, "DEFEATED")).singleElement().satisfies(entry -> assertThat(
                        entry.path("happenedAt").asString(""))
                .startsWith("2026-03-02"));
        assertThat(zhou.get("/api/v1/prospects?q=" + walkIn.get("mobile"))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(sweepDiffers()).isZero();
    }

    @Test
    @DisplayName("36: a lead for somebody given up goes to the former owner as the same case, with the 24 hours of HQ")
    void leadForSomebodyGivenUp() {
        String prospect = followed("B");
        String mobile = mobileOf(prospect);
        String defeat = appliedFor(prospect, "LOST_CONTACT");
        zhou.post("/api/v1/defeats/" + defeat + "/approval", Map.of("wakeUpDate", "2026-04-01"));
        clock.set("2026-03-20T10:00");
        Api.Answer lead =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "张伟", "mobile", mobile));
        assertThat(lead.status()).as(lead.json().toString()).isEqualTo(201);
        assertThat(lead.text("/duplicateOf")).isEqualTo(prospect);
        Api.Answer card = zhou.get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/status")).isEqualTo("FOLLOWING");
        assertThat(card.text("/owner/username")).isEqualTo(store.li().username());
        assertThat(card.text("/nextFollowUp/date")).isEqualTo("2026-03-21");
        clock.set("2026-04-01T08:00");
        wakeUps.wakeDue();
        assertThat(entries(prospect, "WOKEN")).as("it is awake already").isEmpty();
    }

    private String mobileOf(String prospect) {
        return io.genjin.database.Tenancy.within(store.dealership().id(), () -> prospects
                .get(store.dealership().id(), io.genjin.prospect.ProspectId.of(prospect))
                .content()
                .mobile());
    }

    @Autowired
    io.genjin.prospect.ProspectDesk prospects;

    @Test
    @DisplayName("a courtesy call finds the customer still interested: the same case is followed again")
    void courtesyCallWinsBack() {
        String call = null;
        String prospect = null;
        for (int number = 0; call == null && number < 40; number++) {
            prospect = followed("B");
            String defeat = appliedFor(prospect, "GAVE_UP");
            chen.post("/api/v1/defeats/" + defeat + "/approval", Map.of());
            boolean drawn = CourtesySample.draws(store.dealership().code() + " 2026-03", DefeatId.of(defeat), 20);
            assertThat(entries(prospect, "COURTESY_CALL_DRAWN")).hasSize(drawn ? 1 : 0);
            if (drawn) {
                call = xu.get("/api/v1/courtesy-calls").json().at("/items/0/id").asString("");
            }
        }
        assertThat(call).isNotEmpty();
        assertThat(chen.post("/api/v1/courtesy-calls/" + call + "/finding", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(xu.post("/api/v1/courtesy-calls/" + call + "/finding", Map.of())
                        .status())
                .isEqualTo(422);
        Api.Answer made = xu.post(
                "/api/v1/courtesy-calls/" + call + "/finding",
                Map.of("finding", "STILL_INTERESTED", "comment", "客户说还想看途观"));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(200);
        assertThat(status(prospect)).isEqualTo("FOLLOWING");
        assertThat(entries(prospect, "REACTIVATED")).hasSize(1);
    }

    @Test
    @DisplayName("a review that lacks its summary or reasons, or a defeat its proof, names every field at once")
    void everyMissingField() {
        String prospect = followed("B");
        Api.Answer empty = li.post("/api/v1/prospects/" + prospect + "/reviews", Map.of("revisit", "YES"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().toString()).contains("summary", "reasons", "nextReason");
        Map<String, Object> loss = withDefeat("GAVE_UP");
        loss.put("outcome", "BOUGHT_COMPETITOR");
        loss.remove("stageReached");
        loss.put("couldSave", true);
        Api.Answer incomplete = li.post("/api/v1/prospects/" + prospect + "/reviews", loss);
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.json().toString()).contains("competitorBrand", "stageReached", "rescueAction");
        assertThat(status(prospect)).isEqualTo("FOLLOWING");
    }
}
