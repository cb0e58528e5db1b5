package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.Delivered;
import io.genjin.delivery.Explanation;
import io.genjin.delivery.Section;
import io.genjin.order.OrderedCars;
import io.genjin.order.SalesOrderId;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiItem;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/** Scenario 38 and what belongs to it: the car, the appointment, the walk round it, the signature, what is still owed. */
class DeliveryScenariosTest extends Stage {

    static final String VIN = "LSVNV2187E2100001";
    static final String OTHER_VIN = "LSVNV2189E2100002";

    @Autowired
    ApplicationContext app;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    private Api lu;
    private OrderedCars orders;

    @BeforeEach
    void technicianComesToWork() {
        lu = Api.as(
                stores.member(store.dealership(), "lu", "陆斌", Role.PDI_TECHNICIAN)
                        .username(),
                port);
        stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER);
        orders = new OrderedCars(app);
    }

    private static Api.Answer ok(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        return answer;
    }

    /** A customer of Li's with a confirmed order. */
    private record Customer(String prospect, SalesOrderId order) {}

    private Customer ordered() {
        String prospect = opened(li, card("B", "2026-03-03"));
        recorded(li, prospect, contact("REACHED", "2026-03-03"));
        return new Customer(prospect, orders.confirmed(prospect, LocalDate.of(2026, 3, 6), store.li()));
    }

    private Api.Answer matched(Customer customer, String vin) {
        return chen.post("/api/v1/prospects/" + customer.prospect() + "/vehicle", Map.of("vin", vin));
    }

    private String scheduled(Customer customer, String at) {
        return ok(
                        li.post(
                                "/api/v1/prospects/" + customer.prospect() + "/delivery",
                                Map.of("at", at, "place", "交车区 1", "people", "客户夫妇、展厅经理")),
                        201)
                .text("/id");
    }

    private void passed(String vin) {
        String inspection = ok(lu.post("/api/v1/pdi/cars/" + vin + "/inspections", Map.of()), 201)
                .text("/id");
        for (PdiGroup group : PdiGroup.values()) {
            Map<String, Object> marks = new HashMap<>();
            for (PdiItem item : group.items()) {
                marks.put(item.name(), Map.of("finding", "OK"));
            }
            ok(
                    lu.send(
                            "PUT",
                            "/api/v1/pdi/inspections/" + inspection + "/groups/" + group,
                            Map.of("marks", marks),
                            Map.of()),
                    200);
        }
        ok(
                lu.post(
                        "/api/v1/pdi/inspections/" + inspection + "/signature",
                        Map.of("result", "PASS", "mileageKm", 9, "signatureName", "陆斌")),
                200);
    }

    private Api.Answer checked(String delivery, Section section, Map<CheckItem, Map<String, Object>> other) {
        Map<String, Object> checks = new HashMap<>();
        for (CheckItem item : CheckItem.of(section)) {
            checks.put(item.name(), other.getOrDefault(item, Map.of("finding", "OK")));
        }
        return li.send(
                "PUT",
                "/api/v1/deliveries/" + delivery + "/checks",
                Map.of("section", section.name(), "checks", checks),
                Map.of());
    }

    private void walkedRound(String delivery, Map<CheckItem, Map<String, Object>> other) {
        ok(checked(delivery, Section.CAR, other), 200);
        ok(checked(delivery, Section.DOCUMENTS, other), 200);
        ok(
                li.send(
                        "PUT",
                        "/api/v1/deliveries/" + delivery + "/explanations",
                        Map.of(
                                "explained",
                                Arrays.stream(Explanation.values())
                                        .map(Enum::name)
                                        .toList(),
                                "serviceAdvisor",
                                "周明",
                                "manager",
                                store.chen().username()),
                        Map.of()),
                200);
        ok(
                li.send(
                        "PUT",
                        "/api/v1/deliveries/" + delivery + "/notes",
                        Map.of("mileage", 12, "plate", "沪A12345", "ceremony", true, "satisfaction", 9),
                        Map.of()),
                200);
    }

    private Api.Answer signed(Api who, String delivery) {
        return who.post(
                "/api/v1/deliveries/" + delivery + "/signature", Map.of("customerName", "张伟", "staffName", "李娜"));
    }

    private List<String> hindrances(String delivery) {
        List<String> kinds = new ArrayList<>();
        li.get("/api/v1/deliveries/" + delivery)
                .json()
                .path("hindrances")
                .forEach(one -> kinds.add(one.path("kind").asString("")));
        return kinds;
    }

    @Test
    @DisplayName(
            "38: PDI is not PASS, then the delivery signature is blocked; after the signature D3, D7 and D30 call-backs"
                    + " exist, the owner file is created, the prospect is closed")
    void delivery() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        orders.paidUp(customer.order(), store.zhou());
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        clock.set("2026-03-05T14:00");
        walkedRound(delivery, Map.of());

        assertThat(hindrances(delivery)).containsExactly("PDI_WAITING");
        Api.Answer blocked = signed(li, delivery);
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.text("/type")).contains("delivery-blocked");
        assertThat(blocked.json().toString()).contains("PDI");
        assertThat(zhou.get("/api/v1/prospects/" + customer.prospect()).text("/status"))
                .isEqualTo("ORDERED");
        assertThat(entries(customer.prospect(), "DELIVERED")).isEmpty();

        passed(VIN);
        List<Delivered> told = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<Delivered>> listener = event -> told.add(event.getPayload());
        ((ConfigurableApplicationContext) app).addApplicationListener(new Hears(listener));
        clock.set("2026-03-05T15:00");
        Api.Answer done = ok(signed(li, delivery), 200);
        assertThat(done.text("/status")).isEqualTo("SIGNED");
        assertThat(zhou.get("/api/v1/prospects/" + customer.prospect()).text("/status"))
                .as("prospect closed")
                .isEqualTo("DELIVERED");
        assertThat(entries(customer.prospect(), "DELIVERED")).hasSize(1);
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.order()).isEqualTo(customer.order());
            assertThat(one.vin().value()).isEqualTo(VIN);
            assertThat(one.plate()).isEqualTo("沪A12345");
            assertThat(one.mileage()).isEqualTo(12);
            assertThat(one.consultant()).isEqualTo(store.li().id());
            assertThat(one.serviceAdvisor()).isEqualTo("周明");
            assertThat(one.deliveredAt()).isEqualTo(at("2026-03-05T15:00:00"));
        });
        String owner = zhou.get("/api/v1/owners?q=" + VIN).text("/items/0/id");
        JsonNode file = ok(zhou.get("/api/v1/owners/" + owner), 200).json();
        assertThat(file.path("orderId").asString("")).isEqualTo(customer.order().toString());
        assertThat(file.at("/details/plate").asString("")).isEqualTo("沪A12345");
        assertThat(file.path("callbacks")
                        .valueStream()
                        .map(call -> call.path("planType").asString("") + " "
                                + call.path("dueDate").asString("")))
                .as("call-backs exist with the signature")
                .containsExactly("D3 2026-03-08", "D7 2026-03-12", "D30 2026-04-04");
    }

    /** Hears deliveries while the test listens. */
    private record Hears(ApplicationListener<PayloadApplicationEvent<Delivered>> told)
            implements ApplicationListener<PayloadApplicationEvent<?>> {

        @Override
        @SuppressWarnings("unchecked")
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            if (event.getPayload() instanceof Delivered) {
                told.onApplicationEvent((PayloadApplicationEvent<Delivered>) event);
            }
        }
    }

    @Test
    @DisplayName("the consultant is told when the car is not in order, not when it passes; nobody else's bell rings")
    void reworkIsTold() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        String inspection = ok(lu.post("/api/v1/pdi/cars/" + VIN + "/inspections", Map.of()), 201)
                .text("/id");
        for (PdiGroup group : PdiGroup.values()) {
            Map<String, Object> marks = new HashMap<>();
            for (PdiItem item : group.items()) {
                marks.put(
                        item.name(),
                        item == PdiItem.TYRE_PRESSURE
                                ? Map.of("finding", "NOT_OK", "words", "右前轮 1.6 bar")
                                : Map.of("finding", "OK"));
            }
            ok(
                    lu.send(
                            "PUT",
                            "/api/v1/pdi/inspections/" + inspection + "/groups/" + group,
                            Map.of("marks", marks),
                            Map.of()),
                    200);
        }
        assertThat(bell(li)).doesNotContain("PDI_RECORDED");
        ok(
                lu.post(
                        "/api/v1/pdi/inspections/" + inspection + "/signature",
                        Map.of("result", "REWORK", "mileageKm", 9, "signatureName", "陆斌")),
                200);
        assertThat(bell(li)).contains("PDI_RECORDED");
        assertThat(bell(wang)).doesNotContain("PDI_RECORDED");
        Customer other = ordered();
        ok(matched(other, OTHER_VIN), 200);
        passed(OTHER_VIN);
        assertThat(bell(li).stream().filter("PDI_RECORDED"::equals))
                .as("a car that passed disturbs nobody")
                .hasSize(1);
    }

    @Test
    @DisplayName("38: payment is open, then the delivery signature is blocked; the amount and the cashier are named")
    void unpaid() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        passed(VIN);
        walkedRound(delivery, Map.of());
        JsonNode hindrance = li.get("/api/v1/deliveries/" + delivery).json().at("/hindrances/0");
        assertThat(hindrance.path("kind").asString("")).isEqualTo("PAYMENT_OPEN");
        assertThat(hindrance.path("solver").asString("")).isEqualTo("CASHIER");
        assertThat(hindrance.path("amount").decimalValue()).isEqualByComparingTo("197245.67");
        Api.Answer blocked = signed(li, delivery);
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.json().toString()).contains("197,245.67");
        orders.paidUp(customer.order(), store.zhou());
        ok(signed(li, delivery), 200);
    }

    @Test
    @DisplayName("a paper that the law demands is missing: nobody signs, and no date makes up for it (art. 16)")
    void paperOfTheLaw() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        orders.paidUp(customer.order(), store.zhou());
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        passed(VIN);
        walkedRound(
                delivery,
                Map.of(
                        CheckItem.CONFORMITY_CERTIFICATE,
                        Map.of("finding", "NOT_OK", "words", "在银行", "due", "2026-03-06")));
        Api.Answer blocked = signed(li, delivery);
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.json().toString()).contains("随车文件");
        Api.Answer evaded =
                checked(delivery, Section.DOCUMENTS, Map.of(CheckItem.CONFORMITY_CERTIFICATE, Map.of("finding", "NA")));
        assertThat(evaded.status()).isEqualTo(422);
        assertThat(evaded.json().toString()).contains("finding.CONFORMITY_CERTIFICATE");
    }

    @Test
    @DisplayName(
            "what is owed needs words and a day, is listed until it is settled, and leaves the confirmation as signed")
    void outstanding() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        orders.paidUp(customer.order(), store.zhou());
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        passed(VIN);
        Api.Answer dayless = checked(
                delivery, Section.CAR, Map.of(CheckItem.SPARE_KEY, Map.of("finding", "NOT_OK", "words", "缺一把")));
        assertThat(dayless.status()).isEqualTo(422);
        assertThat(dayless.json().toString()).contains("due.SPARE_KEY");
        walkedRound(
                delivery,
                Map.of(CheckItem.SPARE_KEY, Map.of("finding", "NOT_OK", "words", "缺一把", "due", "2026-03-06")));
        ok(signed(li, delivery), 200);
        JsonNode owed = li.get("/api/v1/deliveries/outstanding").json().at("/items/0");
        assertThat(owed.path("item").asString("")).isEqualTo("SPARE_KEY");
        assertThat(owed.path("overdue").asBoolean()).isFalse();
        assertThat(wang.get("/api/v1/deliveries/outstanding")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        clock.set("2026-03-07T09:00");
        assertThat(li.get("/api/v1/deliveries/outstanding")
                        .json()
                        .at("/items/0/overdue")
                        .asBoolean())
                .isTrue();
        String settle = "/api/v1/deliveries/outstanding/" + owed.path("id").asString("") + "/settlement";
        assertThat(li.post(settle, Map.of()).status()).isEqualTo(422);
        assertThat(wang.post(settle, Map.of("how", "x")).status()).isEqualTo(404);
        ok(li.post(settle, Map.of("how", "已寄出，客户签收")), 200);
        assertThat(li.post(settle, Map.of("how", "又一次")).status()).isEqualTo(409);
        assertThat(li.get("/api/v1/deliveries/outstanding").json().path("items").size())
                .isZero();
        assertThat(entries(customer.prospect(), "OUTSTANDING_SETTLED")).hasSize(1);
        assertThat(li.get("/api/v1/deliveries/" + delivery)
                        .json()
                        .at("/checks/SPARE_KEY/finding")
                        .asString(""))
                .isEqualTo("NOT_OK");
        for (String change : List.of(
                "update delivery set satisfaction = 10",
                "delete from delivery",
                "update delivery_outstanding set words = 'x'",
                "delete from delivery_outstanding")) {
            assertThatThrownBy(() -> Tenancy.within(
                            store.dealership().id(),
                            () -> transaction.execute(status -> jdbc.sql(change).update())))
                    .as(change)
                    .rootCause()
                    .hasMessageMatching("(?s).*(never changed|permission denied).*");
        }
    }

    @Test
    @DisplayName("two taps and two people at once: one delivery, one journal entry")
    void atOnce() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        orders.paidUp(customer.order(), store.zhou());
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        passed(VIN);
        walkedRound(delivery, Map.of());
        List<Integer> answers = Stream.of(li, chen, zhou, li)
                .map(who -> CompletableFuture.supplyAsync(
                        () -> signed(who, delivery).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409, 409, 409);
        assertThat(entries(customer.prospect(), "DELIVERED")).hasSize(1);
    }

    @Test
    @DisplayName("one VIN, one live order; a wrong VIN says which character; a consultant sets no car aside")
    void oneCarOneOrder() {
        Customer first = ordered();
        Customer second = ordered();
        Api.Answer letter = matched(first, "LSVNV2187E21O0001");
        assertThat(letter.status()).isEqualTo(422);
        assertThat(letter.json().toString()).contains("第 13 位");
        assertThat(li.post("/api/v1/prospects/" + first.prospect() + "/vehicle", Map.of("vin", VIN))
                        .status())
                .isEqualTo(403);
        ok(matched(first, "lsvnv2187 e2100001"), 200);
        assertThat(matched(second, VIN).status()).isEqualTo(409);
        ok(matched(second, OTHER_VIN), 200);
        assertThat(lu.get("/api/v1/pdi/cars").json().path("items").size())
                .as("both cars are on the technician's list")
                .isEqualTo(2);
        ok(chen.post("/api/v1/prospects/" + first.prospect() + "/vehicle/release", Map.of("reason", "客户改颜色")), 200);
        ok(chen.post("/api/v1/prospects/" + second.prospect() + "/vehicle/release", Map.of("reason", "换车")), 200);
        ok(matched(second, VIN), 200);
    }

    @Test
    @DisplayName("the appointment: none without a car, none in the past, moved with its reason, the technician's list"
            + " in its order; one order one appointment")
    void appointment() {
        Customer first = ordered();
        String path = "/api/v1/prospects/" + first.prospect() + "/delivery";
        assertThat(li.post(path, Map.of("at", "2026-03-05T14:00:00+08:00", "place", "交车区"))
                        .status())
                .as("no car, no appointment")
                .isEqualTo(409);
        ok(matched(first, VIN), 200);
        Api.Answer past = li.post(path, Map.of("at", "2026-03-01T14:00:00+08:00"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.json().toString()).contains("\"at\"", "\"place\"");
        Customer second = ordered();
        ok(matched(second, OTHER_VIN), 200);
        String late = scheduled(first, "2026-03-06T10:00:00+08:00");
        scheduled(second, "2026-03-05T10:00:00+08:00");
        assertThat(li.post(path, Map.of("at", "2026-03-05T14:00:00+08:00", "place", "交车区"))
                        .status())
                .isEqualTo(409);
        assertThat(lu.get("/api/v1/pdi/cars").json().at("/items/0/vin").asString(""))
                .isEqualTo(OTHER_VIN);
        String moves = "/api/v1/deliveries/" + late + "/moves";
        assertThat(li.post(moves, Map.of("at", "2026-03-04T10:00:00+08:00", "place", "交车区"))
                        .json()
                        .toString())
                .contains("\"reason\"");
        ok(li.post(moves, Map.of("at", "2026-03-04T10:00:00+08:00", "place", "交车区", "reason", "客户出差")), 200);
        assertThat(lu.get("/api/v1/pdi/cars").json().at("/items/0/vin").asString(""))
                .isEqualTo(VIN);
        assertThat(entries(first.prospect(), "DELIVERY_MOVED")).singleElement().satisfies(entry -> assertThat(
                        entry.at("/details/reason").asString(""))
                .isEqualTo("客户出差"));
        assertThat(bell(li)).as("their own act").doesNotContain("DELIVERY_MOVED");
        ok(chen.post(moves, Map.of("at", "2026-03-04T11:00:00+08:00", "place", "交车区", "reason", "交车区占用")), 200);
        assertThat(bell(li)).as("moved by somebody else").contains("DELIVERY_MOVED");
        assertThat(wang.get("/api/v1/deliveries/" + late).status()).isEqualTo(404);
        assertThat(wang.get("/api/v1/deliveries?date=2026-03-04")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(li.get("/api/v1/deliveries?date=2026-03-04&view=day")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        ok(li.post("/api/v1/deliveries/" + late + "/calling-off", Map.of("reason", "客户改期未定")), 200);
        scheduled(first, "2026-03-06T10:00:00+08:00");
    }

    @Test
    @DisplayName("the order is cancelled: the appointment is called off and the car is nobody's any more")
    void cancelled() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> {
                    Prospect held = prospects.hold(
                            ProspectId.of(customer.prospect()),
                            store.dealership().id());
                    lifeCycle.cancelOrder(
                            held, NextStep.on(LocalDate.of(2026, 3, 3), NextStepReason.ROUTINE), Map.of(), store.li());
                }));
        assertThat(li.get("/api/v1/deliveries/" + delivery).text("/status")).isEqualTo("CALLED_OFF");
        assertThat(lu.get("/api/v1/pdi/cars").json().at("/items/0/wantedAt").asString(""))
                .isEmpty();
        assertThat(signed(li, delivery).status()).isIn(409, 422);
    }

    @Test
    @DisplayName("figures of the month: on promise, first-time pass, completeness, satisfaction")
    void figures() {
        Customer customer = ordered();
        ok(matched(customer, VIN), 200);
        orders.paidUp(customer.order(), store.zhou());
        String delivery = scheduled(customer, "2026-03-05T14:00:00+08:00");
        passed(VIN);
        walkedRound(delivery, Map.of());
        clock.set("2026-03-07T10:00");
        ok(signed(li, delivery), 200);
        JsonNode figures = zhou.get("/api/v1/deliveries/figures?month=2026-03").json();
        assertThat(figures.at("/counts/DELIVERED").asInt()).isEqualTo(1);
        assertThat(figures.at("/counts/ON_PROMISE").asInt())
                .as("a day after the contract's")
                .isZero();
        assertThat(figures.at("/counts/LATE").asInt()).isEqualTo(1);
        assertThat(figures.at("/counts/PDI_FIRST_PASS").asInt()).isEqualTo(1);
        assertThat(figures.at("/counts/COMPLETE").asInt()).isEqualTo(1);
        assertThat(figures.path("satisfaction").decimalValue()).isEqualByComparingTo("9.0");
        assertThat(zhou.get("/api/v1/deliveries/figures?month=2026-02")
                        .json()
                        .at("/counts/DELIVERED")
                        .asInt())
                .isZero();
    }
}
