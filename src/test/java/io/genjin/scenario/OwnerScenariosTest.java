package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.followup.PolicyDesk;
import io.genjin.owner.Buyers;
import io.genjin.owner.ComplaintEscalation;
import io.genjin.owner.OccasionPlanner;
import io.genjin.owner.OwnerFileDesk;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffMember;
import io.genjin.staff.StillOwnsWork;
import io.genjin.testing.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Scenarios 20, 25, 38 and 39 as far as owners go: files, calls, complaints, friends, further cars. */
class OwnerScenariosTest extends Stage {

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    OwnerFileDesk files;

    @Autowired
    StaffDesk staff;

    @Autowired
    PolicyDesk policyDesk;

    @Autowired
    OccasionPlanner planner;

    @Autowired
    ComplaintEscalation escalation;

    private Buyers buyers;
    private StaffMember xuMember;
    private Api xu;

    @BeforeEach
    void customerRelationsComes() {
        buyers = new Buyers(prospects, lifeCycle, files, transaction, clock);
        xuMember = stores.member(store.dealership(), "xu", "徐慧", Role.CUSTOMER_RELATIONS);
        xu = Api.as(xuMember.username(), port);
    }

    /** A customer of Li who has the car since 2 March, 15:00. */
    private String owner() {
        return owner(card("H", "2026-03-03"));
    }

    private String owner(Map<String, Object> card) {
        clock.set("2026-03-02T09:00");
        String prospect = opened(li, card);
        clock.set("2026-03-02T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-03"));
        clock.set("2026-03-02T15:00");
        return buyers.delivered(prospect, store.li());
    }

    private JsonNode file(String owner) {
        Api.Answer answer = zhou.get("/api/v1/owners/" + owner);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private String prospectOf(String owner) {
        return file(owner).path("prospectId").asString("");
    }

    private JsonNode planned(String owner, String type) {
        return file(owner)
                .path("callbacks")
                .valueStream()
                .filter(call -> call.path("planType").asString("").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private String call(String owner, String type) {
        return planned(owner, type).path("id").asString("");
    }

    private static Map<String, Object> reached(String said) {
        Map<String, Object> call = new HashMap<>();
        call.put("reached", true);
        call.put("said", said);
        return call;
    }

    private static Map<String, Object> survey(int satisfaction) {
        Map<String, Object> call = reached("车很好开，交车讲解很细");
        call.put("satisfaction", satisfaction);
        call.put(
                "answers",
                Map.of(
                        "DELIVERY_TIME", "YES",
                        "CONSULTANT", "9",
                        "TEST_DRIVE", "YES",
                        "PRICE_CLEAR", "YES",
                        "EXPLAINED", "9",
                        "FACILITIES", "8",
                        "CALLED_BACK", "YES"));
        return call;
    }

    private static Map<String, Object> friend(String mobile) {
        Map<String, Object> friend = new HashMap<>();
        friend.put("friendName", "高远");
        friend.put("friendMobile", mobile);
        friend.put("friendModel", "帕萨特");
        return friend;
    }

    private Api.Answer recordedCall(Api who, String call, Map<String, Object> report) {
        Api.Answer answer = who.post("/api/v1/callbacks/" + call + "/calls", report);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer;
    }

    private int figure(Api who, String code, String username) {
        return who.get("/api/v1/reports/daily")
                .json()
                .path("rows")
                .valueStream()
                .filter(row -> row.at("/consultant/username").asString("").equals(username))
                .findFirst()
                .orElseThrow()
                .at("/values/" + code + "/day")
                .asInt(-1);
    }

    private static List<String> fields(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(one -> one.path("field").asString(""))
                .toList();
    }

    @Test
    @DisplayName(
            "38: after the signature D3, D7 and D30 call-backs exist, the owner file is created, the prospect is closed")
    void signatureOpensTheFile() {
        String owner = owner();
        JsonNode file = file(owner);
        assertThat(file.path("callbacks")
                        .valueStream()
                        .map(call -> call.path("planType").asString("") + " "
                                + call.path("dueDate").asString("")))
                .containsExactly("D3 2026-03-05", "D7 2026-03-09", "D30 2026-04-01");
        assertThat(file.at("/consultant/username").asString(""))
                .isEqualTo(store.li().username());
        String prospect = prospectOf(owner);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/status")).isEqualTo("DELIVERED");
        assertThat(entries(prospect, "OWNER_FILED")).hasSize(1);
        assertThat(planned(owner, "D3").path("state").asString("")).isEqualTo("OPEN");
    }

    @Test
    @DisplayName("an owner is found by the last four digits of the number, and by the whole one, by who may see them")
    void foundByNumber() {
        Map<String, Object> card = card("H", "2026-03-03");
        String owner = owner(card);
        String mobile = String.valueOf(card.get("mobile"));
        String four = mobile.substring(mobile.length() - 4);
        for (String typed : List.of(four, mobile)) {
            assertThat(zhou.get("/api/v1/owners?q=" + typed)
                            .json()
                            .path("items")
                            .findValuesAsString("id"))
                    .as(typed)
                    .contains(owner);
            assertThat(wang.get("/api/v1/owners?q=" + typed)
                            .json()
                            .path("items")
                            .findValuesAsString("id"))
                    .as("another consultant's owner")
                    .doesNotContain(owner);
        }
        String others = four.equals("9999") ? "9998" : "9999";
        assertThat(zhou.get("/api/v1/owners?q=" + others).json().path("items").findValuesAsString("id"))
                .doesNotContain(owner);
    }

    @Test
    @DisplayName("the policy names the days of the three calls; a delivery before the change keeps its own")
    void policyNamesTheDays() {
        String before = owner();
        clock.set("2026-03-02T14:00");
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> {
                    policyDesk.callbacks(List.of(2, 10, 45), "试行新节奏", store.zhou());
                    return 0;
                }));
        String after = owner();
        assertThat(planned(before, "D7").path("dueDate").asString("")).isEqualTo("2026-03-09");
        assertThat(planned(after, "D3").path("dueDate").asString("")).isEqualTo("2026-03-04");
        assertThat(planned(after, "D30").path("dueDate").asString("")).isEqualTo("2026-04-16");
    }

    @Test
    @DisplayName("39: an owner names a friend in the D3 call: a lead with source REFERRAL, referrer set, counts in"
            + " MARKET_DEVELOPMENT of the SC")
    void referralCredit() {
        String owner = owner();
        clock.set("2026-03-05T10:00");
        int before = figure(zhou, "MARKET_DEVELOPMENT", store.li().username());
        Map<String, Object> report = reached("谢谢，车很满意，同事也想看看");
        report.put("friend", friend(newMobile()));
        Api.Answer answer = recordedCall(li, call(owner, "D3"), report);
        String friendCase = answer.text("/friendProspectId");
        JsonNode card = li.get("/api/v1/prospects/" + friendCase).json();
        assertThat(card.at("/source").asString("")).isEqualTo("REFERRAL");
        assertThat(card.at("/owner/username").asString("")).isEqualTo(store.li().username());
        assertThat(card.toString()).contains("张伟 #");
        assertThat(figure(zhou, "MARKET_DEVELOPMENT", store.li().username())).isEqualTo(before + 1);
        assertThat(figure(zhou, "NEW_REFERRAL", store.li().username())).isEqualTo(1);
        JsonNode file = file(owner);
        assertThat(file.path("referralsGiven").asInt()).isEqualTo(1);
        assertThat(file.at("/referrals/0/fate").asString("")).isEqualTo("WAITING");
        assertThat(entries(prospectOf(owner), "REFERRAL_GIVEN")).hasSize(1);
        assertThat(wu.get("/api/v1/leads?source=REFERRAL").json().toString()).contains("ASSIGNED");
    }

    @Test
    @DisplayName("a friend's number that is on file is told plainly: no second prospect, the call is not lost")
    void friendOnFile() {
        String owner = owner();
        Map<String, Object> known = card("C", "2026-03-10");
        String existing = opened(wang, known);
        clock.set("2026-03-05T10:00");
        Map<String, Object> report = reached("介绍了一位朋友");
        report.put("friend", friend((String) known.get("mobile")));
        Api.Answer refused = li.post("/api/v1/callbacks/" + call(owner, "D3") + "/calls", report);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("friendMobile");
        assertThat(refused.json().toString()).doesNotContain(existing).doesNotContain("王磊");
        assertThat(planned(owner, "D3").path("state").asString("")).isEqualTo("OPEN");
        assertThat(planned(owner, "D3").path("attempts").asInt()).isZero();
        report.remove("friend");
        recordedCall(li, call(owner, "D3"), report);
        assertThat(file(owner).path("referralsGiven").asInt()).isZero();
    }

    @Test
    @DisplayName("nobody names themselves, and no circle: a friend who bought cannot name who named them")
    void noSelfAndNoCircle() {
        Map<String, Object> first = card("H", "2026-03-03");
        String owner = owner(first);
        Api.Answer self = li.post("/api/v1/owners/" + owner + "/referrals", friend((String) first.get("mobile")));
        assertThat(self.status()).isEqualTo(422);
        assertThat(fields(self)).containsExactly("friendMobile");
        String mobile = newMobile();
        String friendCase = li.post("/api/v1/owners/" + owner + "/referrals", friend(mobile))
                .text("/prospectId");
        recorded(li, friendCase, contact("REACHED", "2026-03-03"));
        clock.set("2026-03-02T17:00");
        String friendsFile = buyers.delivered(friendCase, store.li());
        assertThat(file(owner).at("/referrals/0/fate").asString("")).isEqualTo("DELIVERED");
        assertThat(file(owner).path("loyalty").asString("")).isEqualTo("PROMOTER");
        Api.Answer circle =
                li.post("/api/v1/owners/" + friendsFile + "/referrals", friend((String) first.get("mobile")));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(fields(circle)).containsExactly("friendMobile");
    }

    @Test
    @DisplayName("a friend of an absent consultant's owner waits to be allocated")
    void referralOfAnAbsentConsultant() {
        String owner = owner();
        Tenancy.within(store.dealership().id(), () -> {
            staff.recordAbsence(
                    store.li().id(),
                    new AbsencePlan(
                            LocalDate.parse("2026-03-05"),
                            LocalDate.parse("2026-03-06"),
                            store.wang().username(),
                            "培训"),
                    store.admin());
            return 0;
        });
        clock.set("2026-03-05T10:00");
        assertThat(wang.get("/api/v1/callbacks").json().at("/items/0/planType").asString(""))
                .as("the deputy calls for the absent consultant")
                .isEqualTo("D3");
        Map<String, Object> report = reached("介绍了同事");
        report.put("friend", friend(newMobile()));
        String friendCase = recordedCall(wang, call(owner, "D3"), report).text("/friendProspectId");
        JsonNode card = zhou.get("/api/v1/prospects/" + friendCase).json();
        assertThat(card.path("status").asString("")).isEqualTo("LEAD_RECEIVED");
        assertThat(card.at("/owner/username").asString("")).isEqualTo(store.wu().username());
    }

    @Test
    @DisplayName("a double click on the call records one call, one complaint and one friend")
    void twiceIsOnce() {
        String owner = owner();
        clock.set("2026-03-05T10:00");
        Map<String, Object> report = reached("等了很久才交车");
        report.put("complaint", "交车等了两个小时");
        report.put("friend", friend(newMobile()));
        Map<String, String> key = Map.of("Idempotency-Key", "call-" + owner);
        String path = "/api/v1/callbacks/" + call(owner, "D3") + "/calls";
        Api.Answer first = li.post(path, report, key);
        Api.Answer second = li.post(path, report, key);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(li.post(path, report).status()).isEqualTo(409);
        assertThat(file(owner).path("referralsGiven").asInt()).isEqualTo(1);
        assertThat(zhou.get("/api/v1/complaints").json().path("items")).hasSize(1);
    }

    @Test
    @DisplayName("two colleagues who write down the same call at once: one does, the other is told")
    void sameCallAtOnce() {
        String owner = owner();
        clock.set("2026-04-01T10:00");
        String path = "/api/v1/callbacks/" + call(owner, "D30") + "/calls";
        List<Integer> answers = IntStream.range(0, 4)
                .mapToObj(place -> CompletableFuture.supplyAsync(
                        () -> (place % 2 == 0 ? xu : zhou).post(path, survey(9)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409, 409, 409);
        assertThat(planned(owner, "D30").path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "who is not reached is called again tomorrow; attempts are counted; after five it is given up, not done")
    void notReached() {
        String owner = owner();
        clock.set("2026-03-05T10:00");
        String call = call(owner, "D3");
        for (int attempt = 1; attempt <= 5; attempt++) {
            clock.set("2026-03-0" + (4 + attempt) + "T10:00");
            recordedCall(li, call, Map.of("reached", false));
            assertThat(planned(owner, "D3").path("attempts").asInt()).isEqualTo(attempt);
        }
        assertThat(planned(owner, "D3").path("state").asString("")).isEqualTo("UNREACHED");
        assertThat(li.post("/api/v1/callbacks/" + call + "/calls", reached("终于接了"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("one call does not close two plans on one day")
    void oneCallOnePlan() {
        String owner = owner();
        clock.set("2026-03-09T10:00");
        recordedCall(li, call(owner, "D3"), reached("用车正常"));
        Api.Answer second = zhou.post("/api/v1/callbacks/" + call(owner, "D7") + "/calls", survey(9));
        assertThat(second.status()).isEqualTo(422);
        clock.set("2026-03-10T10:00");
        recordedCall(zhou, call(owner, "D7"), survey(9));
    }

    @Test
    @DisplayName(
            "the consultant does not fill in the questionnaire; all questions are asked; answers keep their version")
    void surveyByAnother() {
        String owner = owner();
        clock.set("2026-03-09T10:00");
        String call = call(owner, "D7");
        assertThat(li.post("/api/v1/callbacks/" + call + "/calls", survey(10)).status())
                .isEqualTo(422);
        Api.Answer empty = zhou.post("/api/v1/callbacks/" + call + "/calls", reached("都好"));
        assertThat(fields(empty))
                .contains("satisfaction", "answer-CONSULTANT", "answer-DELIVERY_TIME")
                .hasSize(8);
        recordedCall(zhou, call, survey(9));
        assertThat(planned(owner, "D7").path("questionVersion").asInt(-1)).isZero();
        Api.Answer set = xu.send(
                "PUT",
                "/api/v1/owner-questions",
                Map.of(
                        "from", 0,
                        "unhappyBelow", 6,
                        "questions", List.of(Map.of("text", "交车那天等了多久算合适", "kind", "MARK", "alarm", false))),
                Map.of());
        assertThat(set.status()).as(set.json().toString()).isEqualTo(200);
        assertThat(set.json().path("version").asInt()).isEqualTo(1);
        assertThat(planned(owner, "D7").path("questionVersion").asInt(-1)).isZero();
        assertThat(zhou.send(
                                "PUT",
                                "/api/v1/owner-questions",
                                Map.of("from", 0, "unhappyBelow", 6, "questions", List.of()),
                                Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "an unhappy answer opens a complaint: responsible, what was done, asked again by somebody else, closed by the"
                    + " owner's yes")
    void closedLoop() {
        String owner = owner();
        clock.set("2026-03-09T10:00");
        String complaint = recordedCall(xu, call(owner, "D7"), survey(4)).text("/complaintId");
        String path = "/api/v1/complaints/" + complaint;
        assertThat(file(owner).path("complaintOpen").asBoolean()).isTrue();
        assertThat(zhou.get(path).text("/responsible")).isEqualTo(store.chen().username());
        assertThat(zhou.get(path).text("/dueDate")).isEqualTo("2026-03-11");
        assertThat(zhou.post(path + "/answer", Map.of("done", "已道歉")).status()).isEqualTo(403);
        assertThat(chen.post(path + "/answer", Map.of("done", "上门致歉并补送脚垫")).text("/status"))
                .isEqualTo("ANSWERED");
        assertThat(chen.post(path + "/asked", Map.of("result", "SATISFIED", "said", "满意"))
                        .status())
                .isEqualTo(422);
        Api.Answer again = xu.post(path + "/asked", Map.of("result", "NOT_SATISFIED", "said", "脚垫还没收到"));
        assertThat(again.text("/status")).isEqualTo("OPEN");
        assertThat(again.json().path("rounds").asInt()).isEqualTo(1);
        chen.post(path + "/answer", Map.of("done", "当天送到"));
        assertThat(xu.post(path + "/asked", Map.of("result", "SATISFIED", "said", "收到了，满意"))
                        .text("/closedHow"))
                .isEqualTo("SATISFIED");
        assertThat(file(owner).path("complaintOpen").asBoolean()).isFalse();
        assertThat(entries(prospectOf(owner), "COMPLAINT_CLOSED")).hasSize(1);
    }

    @Test
    @DisplayName(
            "a complaint nobody acts on comes before the sales manager once; only a manager who is not responsible decides")
    void escalatedAndDecided() {
        String owner = owner();
        String complaint = li.post("/api/v1/owners/" + owner + "/complaints", Map.of("complaint", "漆面有划痕"))
                .text("/id");
        String path = "/api/v1/complaints/" + complaint;
        clock.set("2026-03-04T23:00");
        assertThat(escalation.escalateDue(store.dealership().id())).isZero();
        clock.set("2026-03-05T00:10");
        assertThat(escalation.escalateDue(store.dealership().id())).isEqualTo(1);
        assertThat(escalation.escalateDue(store.dealership().id())).isZero();
        assertThat(zhou.get(path).json().path("escalated").asBoolean()).isTrue();
        assertThat(entries(prospectOf(owner), "COMPLAINT_ESCALATED")).hasSize(1);
        assertThat(li.post(path + "/decision", Map.of("reason", "算了")).status()).isEqualTo(403);
        assertThat(zhou.post(path + "/decision", Map.of("reason", "")).status()).isEqualTo(422);
        assertThat(zhou.post(path + "/decision", Map.of("reason", "已按保修处理，客户接受"))
                        .text("/closedHow"))
                .isEqualTo("DECIDED");
    }

    @Test
    @DisplayName(
            "20: at 07:30 the sales manager's list equals all open items due today or overdue plus today's call-backs, per consultant; the download is logged")
    void morningList() throws IOException {
        String owner = owner();
        String followed = opened(li, card("N", "2026-03-05"));
        clock.set("2026-03-05T07:30");
        List<JsonNode> items =
                zhou.get("/api/v1/worklist").json().path("items").valueStream().toList();
        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("prospectId").asString("")).isEqualTo(followed);
        assertThat(items.get(1).path("kind").asString("")).isEqualTo("CALLBACK");
        assertThat(items.get(1).path("callback").asString("")).isEqualTo("D3");
        assertThat(items.get(1).at("/owner/username").asString(""))
                .isEqualTo(store.li().username());
        assertThat(wang.get("/api/v1/worklist").json().path("items")).isEmpty();
        assertThat(items.get(1).path("overdueDays").asInt(-1)).isZero();
        assertThat(li.get("/api/v1/callbacks").json().path("items")).hasSize(1);
        clock.set("2026-03-09T07:30");
        assertThat(zhou.get("/api/v1/worklist?consultant=" + store.zhou().username())
                        .json()
                        .at("/items/0/callback")
                        .asString(""))
                .isEqualTo("D7");
        Api.Answer sheet = zhou.get("/api/v1/worklist.xlsx");
        assertThat(sheet.status()).isEqualTo(200);
        List<JsonNode> listed =
                zhou.get("/api/v1/worklist").json().path("items").valueStream().toList();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(sheet.response().body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).as("a heading, and every item of the list").hasSize(listed.size() + 1);
            for (int place = 0; place < listed.size(); place++) {
                assertThat(rows.get(place + 1).getCellAsString(0))
                        .hasValue(listed.get(place).at("/owner/name").asString());
                assertThat(rows.get(place + 1).getCellAsString(1))
                        .hasValue(listed.get(place).path("customerName").asString());
            }
            assertThat(rows.get(listed.size()).getCellAsString(3)).hasValue("回访");
        }
        List<String> looks = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql("""
                                select what || ' ' || customers
                                  from access_record
                                 where dealership_id = :dealership
                                   and staff_id = :zhou
                                   and look = 'DOWNLOADED'
                                """)
                        .param("dealership", store.dealership().id().value())
                        .param("zhou", store.zhou().id().value())
                        .query(String.class)
                        .list()));
        assertThat(looks).as("the download is logged").containsExactly("worklist.xlsx " + listed.size());
        recordedCall(zhou, call(owner, "D7"), survey(9));
        assertThat(zhou.get("/api/v1/callbacks").json().path("items")).isEmpty();
    }

    @Test
    @DisplayName("occasions are planned from the file's dates, also after weeks of standing still, and never twice")
    void occasions() {
        String owner = owner();
        clock.set("2026-10-20T09:00");
        planner.planDue(store.dealership().id());
        planner.planDue(store.dealership().id());
        assertThat(planned(owner, "FIRST_SERVICE").path("dueDate").asString("")).isEqualTo("2026-08-26");
        JsonNode details = file(owner).path("details");
        Map<String, Object> change = new HashMap<>();
        change.put("plate", "沪A·12345");
        change.put("insuranceExpiry", "2026-11-05");
        change.put("birthday", "1990-10-28");
        change.put("firstServiceDue", details.path("firstServiceDue").asString(""));
        Api.Answer stale = li.send("PUT", "/api/v1/owners/" + owner, change, Map.of("If-Match", "\"7\""));
        assertThat(stale.status()).isEqualTo(409);
        int version = file(owner).path("version").asInt();
        Api.Answer changed =
                li.send("PUT", "/api/v1/owners/" + owner, change, Map.of("If-Match", "\"" + version + "\""));
        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(planned(owner, "INSURANCE").path("dueDate").asString("")).isEqualTo("2026-10-20");
        assertThat(planned(owner, "BIRTHDAY").path("dueDate").asString("")).isEqualTo("2026-10-28");
        assertThat(file(owner).path("callbacks")).hasSize(6);
        assertThat(entries(prospectOf(owner), "OWNER_CHANGED").get(0).toString())
                .doesNotContain("1990");
    }

    @Test
    @DisplayName("an owner who wants another car has a new case bound to the file; a second one at a time is refused")
    void repurchase() {
        String owner = owner();
        Map<String, Object> wish = new HashMap<>();
        wish.put("purchaseType", "ADDITIONAL");
        wish.put("model", "朗逸");
        wish.put("grade", "A");
        wish.put("gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"));
        wish.put("gradeOverrideReason", "太太想要一辆");
        wish.put("nextFollowUpDate", "2026-03-04");
        wish.put("nextFollowUpReason", "INVITE_TO_SHOWROOM");
        Api.Answer opened = li.post("/api/v1/owners/" + owner + "/repurchases", wish);
        assertThat(opened.status()).as(opened.json().toString()).isEqualTo(201);
        String another = opened.text("/prospectId");
        assertThat(another).isNotEqualTo(prospectOf(owner));
        assertThat(li.get("/api/v1/prospects/" + another).text("/status")).isEqualTo("ASSIGNED");
        assertThat(entries(prospectOf(owner), "REPURCHASE")).hasSize(1);
        Api.Answer twice = li.post("/api/v1/owners/" + owner + "/repurchases", wish);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(wang.post("/api/v1/owners/" + owner + "/repurchases", wish).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "K25 counts calls made by their due day of those that fell due; K24 the deliveries owners brought; handed in by the"
                    + " third")
    void month() {
        String owner = owner();
        owner();
        clock.set("2026-03-05T10:00");
        recordedCall(li, call(owner, "D3"), reached("很好"));
        clock.set("2026-03-10T10:00");
        recordedCall(zhou, call(owner, "D7"), survey(8));
        JsonNode figures = zhou.get("/api/v1/owner-months/2026-03").json();
        assertThat(figures.at("/lines/0/due").asInt()).isEqualTo(2);
        assertThat(figures.at("/lines/0/onTime").asInt()).isEqualTo(1);
        assertThat(figures.at("/lines/0/k25")
                        .asString(figures.at("/lines/0/k25").toString()))
                .startsWith("0.5");
        assertThat(figures.at("/lines/1/late").asInt()).isEqualTo(1);
        assertThat(figures.at("/lines/2/due").asInt()).isZero();
        assertThat(figures.at("/lines/2/k25").isNull()).isTrue();
        assertThat(figures.path("delivered").asInt()).isEqualTo(2);
        assertThat(ratio(zhou, "K25_D3", "2026-03-01", "2026-03-10")).isEqualTo("1 / 2");
        assertThat(ratio(zhou, "K25_D7", "2026-03-01", "2026-03-10"))
                .isEqualTo(figures.at("/lines/1/onTime").asInt() + " / "
                        + figures.at("/lines/1/due").asInt());
        assertThat(ratio(zhou, "K24_WIDE", "2026-03-01", "2026-03-10"))
                .isEqualTo(figures.path("ownerRelated").asInt() + " / 2");
        assertThat(ratio(zhou, "K24", "2026-03-01", "2026-03-10"))
                .isEqualTo(figures.path("referred").asInt() + " / 2");
        for (String type : List.of("D3", "D7")) {
            for (String part : List.of("DUE", "ON_TIME", "LATE", "OPEN")) {
                int rows = zhou.get("/api/v1/owner-months/2026-03/calls?type=" + type + "&part=" + part)
                        .json()
                        .size();
                int number = figures.at("/lines/" + (type.equals("D3") ? 0 : 1) + "/"
                                + Map.of("DUE", "due", "ON_TIME", "onTime", "LATE", "late", "OPEN", "open")
                                        .get(part))
                        .asInt();
                assertThat(rows).as(type + part).isEqualTo(number);
            }
        }
        assertThat(xu.post("/api/v1/owner-months/2026-03/hand-in", Map.of("remark", "正常"))
                        .status())
                .isEqualTo(422);
        clock.set("2026-04-03T18:00");
        assertThat(xu.post("/api/v1/owner-months/2026-03/hand-in", Map.of("remark", "D7 有一位逾期"))
                        .status())
                .isEqualTo(200);
        assertThat(xu.post("/api/v1/owner-months/2026-03/hand-in", Map.of("remark", "再交"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("25: who leaves hands the owners over too; the successors of the customers get them")
    void leaving() {
        String owner = owner();
        assertThat(wang.get("/api/v1/owners/" + owner).status()).isEqualTo(404);
        assertThat(chen.post(
                                "/api/v1/owners/" + owner + "/transfers",
                                Map.of("to", store.wang().username()))
                        .status())
                .isEqualTo(200);
        assertThat(wang.get("/api/v1/owners/" + owner).status()).isEqualTo(200);
        assertThat(li.get("/api/v1/owners/" + owner).status()).isEqualTo(404);
        assertThat(wang.get("/api/v1/prospects/" + prospectOf(owner)).status()).isEqualTo(200);
        assertThat(entries(prospectOf(owner), "OWNER_HANDED_OVER")).hasSize(1);
        clock.set("2026-03-05T08:00");
        assertThat(wang.get("/api/v1/callbacks").json().path("items")).hasSize(1);
        assertThatThrownBy(() -> deactivated(store.wang())).isInstanceOf(StillOwnsWork.class);
        opened(wang, card("C", "2026-03-10"));
        String wangs = "/api/v1/staff/" + store.wang().username();
        String plan =
                chen.post(wangs + "/handovers", Map.of("choices", List.of())).text("/id");
        assertThat(chen.post("/api/v1/handovers/" + plan + "/run", Map.of()).text("/finished"))
                .isEqualTo("true");
        assertThat(file(owner).at("/consultant/username").asString(""))
                .isEqualTo(store.li().username());
        deactivated(store.wang());
    }

    private void deactivated(StaffMember leaver) {
        Tenancy.within(store.dealership().id(), () -> {
            staff.deactivate(leaver.id(), store.admin());
            return 0;
        });
    }
}
