package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Dealership;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.ApiDocument;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import io.genjin.testing.WildRequests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every call of the API, asked well and badly, as its description says (S-R35, S-R47, S-R48, S-R87): no defect, and no answer
 * that the description does not know. {@code -Dgenjin.long=true} asks forty times as often, with seeds of its own.
 */
@GenjinTest
class ApiFuzzTest {

    private static final boolean LONG = Boolean.getBoolean("genjin.long");
    private static final int ROUNDS = LONG ? 80 : 2;
    private static final String TOKENS = "/api/v1/tokens";

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @LocalServerPort
    int port;

    private final Map<String, String> breaches = new TreeMap<>();
    private final TreeSet<Integer> statuses = new TreeSet<>();
    private ApiDocument document;
    private Dealership dealership;
    private Api consultant;
    private Api everybody;
    private Api hq;
    private WildRequests requests;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-04T10:00");
        document = new ApiDocument(Api.stranger(port).get("/api/openapi.json").json());
    }

    private void open(long seed) {
        TestStores.Store store = stores.found();
        dealership = store.dealership();
        StaffMember all = stores.member(
                dealership,
                "all",
                "许多",
                Role.SALES_CONSULTANT,
                Role.SHOWROOM_MANAGER,
                Role.SALES_MANAGER,
                Role.CUSTOMER_ADMINISTRATOR,
                Role.HQ_LEAD_RESPONSIBLE,
                Role.RECEPTIONIST,
                Role.TEST_DRIVE_SPECIALIST,
                Role.CUSTOMER_RELATIONS,
                Role.GENERAL_MANAGER,
                Role.SYSTEM_ADMINISTRATOR,
                Role.PDI_TECHNICIAN,
                Role.CASHIER);
        consultant = Api.as(store.li().username(), port);
        everybody = Api.as(all.username(), port);
        hq = Api.as(stores.member(dealership, "hq", "总部", Role.HQ).username(), port);
        requests = new WildRequests(
                document,
                seed,
                LocalDate.of(2026, 3, 4),
                List.of(store.li().username(), store.wang().username(), all.username()));
        for (int count = 0; count < 3; count++) {
            requests.learn("/api/v1/prospects", consultant.post("/api/v1/prospects", card(count)));
        }
    }

    private static Map<String, Object> card(int count) {
        Map<String, Object> card = new HashMap<>();
        card.put("customerName", "张伟");
        card.put("mobile", "1370000000" + count);
        card.put("source", "INBOUND_CALL");
        card.put("grade", "B");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED"));
        card.put("nextFollowUpDate", "2026-03-06");
        card.put("nextFollowUpReason", "ROUTINE");
        return card;
    }

    @Test
    @DisplayName("S-R87: every call, asked well and badly, answers as the description says, and never with a defect")
    void no_answer_outside_the_document() {
        long seed = Long.getLong("genjin.seed", LONG ? 900 : 1);
        open(seed);
        List<ApiDocument.Operation> calls = new ArrayList<>(document.operations());
        for (int round = 0; round < ROUNDS; round++) {
            if (round > 0 && round % 4 == 0) {
                open(seed + round);
            }
            for (ApiDocument.Operation call : calls) {
                ask(call, false);
                ask(call, true);
            }
        }
        assertThat(statuses).as("good answers and refusals were met").contains(200, 201, 204, 404, 409, 422);
        assertThat(breaches.values())
                .as("answers outside the document, seed %s", seed)
                .isEmpty();
    }

    private void ask(ApiDocument.Operation call, boolean wild) {
        if (call.path().equals(TOKENS) || call.takesFiles()) {
            return;
        }
        boolean reads = call.method().equals("GET");
        Api who = reads && requests.chance(0.2) ? hq : requests.chance(0.3) ? consultant : everybody;
        String address = requests.address(call, wild);
        Object body = call.body().isMissingNode() ? null : requests.body(call.body());
        if (wild && body != null) {
            body = requests.wild(body);
        }
        Map<String, String> headers = new HashMap<>();
        call.parameters("header").forEach(header -> {
            String name = header.path("name").asString();
            if (name.equals("If-Match")) {
                headers.put(name, "\"" + (requests.chance(0.7) ? 1 : 2) + "\"");
            }
        });
        Api.Answer answer = who.send(call.method(), address, body == null && !reads ? "{}" : body, headers);
        statuses.add(answer.status());
        requests.learn(address, answer);
        String breach = answer.status() >= 500 ? "a defect, " + answer.status() : document.breach(call, answer);
        if (!breach.isEmpty()) {
            breaches.putIfAbsent(
                    call + " " + breach.replaceAll("[0-9]+", "#"),
                    call + " " + breach + " (" + address + " " + body + ")");
        }
    }
}
