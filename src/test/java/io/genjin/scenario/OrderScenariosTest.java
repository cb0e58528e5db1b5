package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.consent.ConsentRate;
import io.genjin.consent.PartnerDesk;
import io.genjin.consent.PartnerId;
import io.genjin.database.Tenancy;
import io.genjin.order.OrderDesk;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.order.VehicleTaken;
import io.genjin.shared.Vin;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Scenarios 26, 27 and 37 on the way of an order, and the price ladder, the till and the identity of buyers around it (2.8). */
class OrderScenariosTest extends Stage {

    static final String ID_CARD = "310115198803020013";
    static final Vin CAR = new Vin("1M8GDM9AXKP042788");
    private static final AtomicInteger RECEIPTS = new AtomicInteger();

    @Autowired
    OrderDesk desk;

    private StaffMember gao;
    private Api gm;
    private Api cashier;

    @BeforeEach
    void moreOfTheHouse() {
        gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        gm = Api.as(gao.username(), port);
        cashier = Api.as(
                stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER).username(), port);
    }

    // ---- the way of an order, step by step

    private static Api.Answer ok(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        return answer;
    }

    /** A customer who has been spoken to: followed, and Li's. */
    private String customer() {
        clock.set("2026-03-02T09:00");
        String prospect = opened(li, card("B", "2026-03-03"));
        clock.set("2026-03-02T15:00");
        recorded(li, prospect, contact("REACHED", "2026-03-04"));
        return prospect;
    }

    private static Map<String, Object> quote(String discount) {
        Map<String, Object> quote = new HashMap<>();
        quote.put("model", "途观L");
        quote.put("trim", "330TSI 四驱豪华版");
        quote.put("colour", "雪域白");
        quote.put("listPrice", "200000.00");
        quote.put("discount", discount);
        quote.put("items", List.of(Map.of("kind", "LICENCE_FEE", "amount", "500.00"), Map.of("kind", "PURCHASE_TAX")));
        return quote;
    }

    private String quoted(String prospect, String discount) {
        return ok(li.post("/api/v1/prospects/" + prospect + "/quotes", quote(discount)), 201)
                .text("/id");
    }

    private String shown(String prospect, String discount) {
        String quote = quoted(prospect, discount);
        ok(li.post("/api/v1/quotes/" + quote + "/showing", Map.of()), 200);
        return quote;
    }

    private static Map<String, Object> order(String quote) {
        Map<String, Object> order = new HashMap<>();
        order.put("quotationId", quote);
        order.put("buyerIdType", "ID_CARD");
        order.put("buyerIdNo", ID_CARD);
        order.put("depositType", "EARNEST");
        order.put("deposit", "5000.00");
        order.put("paymentWay", "CASH_FULL");
        order.put("promisedDelivery", "2026-03-20");
        return order;
    }

    private String drafted(String prospect, Map<String, Object> order) {
        return ok(li.post("/api/v1/prospects/" + prospect + "/orders", order), 201)
                .text("/id");
    }

    private Api.Answer submitted(String order) {
        return ok(li.post("/api/v1/orders/" + order + "/submission", Map.of()), 200);
    }

    private static Map<String, Object> money(String kind, String amount) {
        Map<String, Object> money = new HashMap<>();
        money.put("kind", kind);
        money.put("amount", amount);
        money.put("way", "CARD");
        money.put("receiptNo", "SJ" + RECEIPTS.incrementAndGet());
        return money;
    }

    private Api.Answer paid(String order, String kind, String amount) {
        return ok(cashier.post("/api/v1/orders/" + order + "/payments", money(kind, amount)), 201);
    }

    private String confirmed(String prospect) {
        String order = drafted(prospect, order(shown(prospect, "2000.00")));
        submitted(order);
        paid(order, "DEPOSIT", "5000.00");
        return order;
    }

    private String status(String prospect) {
        return zhou.get("/api/v1/prospects/" + prospect).text("/status");
    }

    private Api.Answer changed(Api who, String method, String path, Object body, String order) {
        String tag = who.get("/api/v1/orders/" + order).header("ETag");
        return who.send(method, path, body, Map.of("If-Match", tag));
    }

    private static Map<String, Object> cancellation(String refund) {
        Map<String, Object> body = new HashMap<>();
        body.put("reason", "FAMILY");
        body.put("words", "家人不同意");
        body.put("refund", refund);
        body.put("grade", "N");
        body.put("nextDate", "2026-03-05");
        body.put("nextReason", "ROUTINE");
        return body;
    }

    // ---- confirmation

    @Test
    @DisplayName(
            "an order within the consultant's limit is confirmed by its deposit, and with it the customer has ordered")
    void confirmedByDeposit() {
        String prospect = customer();
        String order = drafted(prospect, order(shown(prospect, "2000.00")));
        assertThat(submitted(order).text("/status")).isEqualTo("FINANCE_REVIEW");
        assertThat(status(prospect)).as("no order without deposit").isEqualTo("FOLLOWING");
        Api.Answer confirmed = paid(order, "DEPOSIT", "5000.00");
        assertThat(confirmed.text("/status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.text("/sourceAtOrder")).isEqualTo("INBOUND_CALL");
        assertThat(confirmed.text("/gradeAtOrder")).isEqualTo("B");
        assertThat(confirmed.text("/ownerAtOrder")).isEqualTo(store.li().id().toString());
        assertThat(confirmed.text("/total"))
                .as("198,000 + 500 + tax of 17,522.12")
                .isEqualTo("216022.12");
        assertThat(confirmed.text("/outstanding")).isEqualTo("211022.12");
        assertThat(status(prospect)).isEqualTo("ORDERED");
        assertThat(entries(prospect, "ORDERED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/total").asString("")).isEqualTo("216022.12");
            assertThat(entry.at("/details/depositType").asString("")).isEqualTo("EARNEST");
        });
        assertThat(entries(prospect, "QUOTED")).hasSize(1);
        assertThat(entries(prospect, "DEPOSIT_PAID")).hasSize(1);
    }

    @Test
    @DisplayName("the deposit is paid while the price still waits: the manager's word confirms the order")
    void confirmedByWord() {
        String prospect = customer();
        String order = drafted(prospect, order(shown(prospect, "9000.00")));
        assertThat(submitted(order).text("/status")).isEqualTo("PRICE_REVIEW");
        assertThat(paid(order, "DEPOSIT", "5000.00").text("/status")).isEqualTo("PRICE_REVIEW");
        String request = waiting(zhou).get(0).at("/request/id").asString("");
        assertThat(chen.post("/api/v1/prices/" + request + "/approval", Map.of())
                        .text("/type"))
                .as("4.5 % is the sales manager's")
                .contains("price-above-duty");
        ok(zhou.post("/api/v1/prices/" + request + "/approval", Map.of("reason", "月底冲量")), 200);
        assertThat(li.get("/api/v1/orders/" + order).text("/status")).isEqualTo("CONFIRMED");
        assertThat(status(prospect)).isEqualTo("ORDERED");
        assertThat(entries(prospect, "PRICE_ASKED")).hasSize(1);
        assertThat(entries(prospect, "PRICE_APPROVED")).hasSize(1);
    }

    private List<JsonNode> waiting(Api who) {
        return who.get("/api/v1/prices").json().path("items").valueStream().toList();
    }

    @Test
    @DisplayName(
            "a refused price sends the order back; a counter-offer lets the next version go without a further word")
    void countered() {
        String prospect = customer();
        String quote = shown(prospect, "9000.00");
        String order = drafted(prospect, order(quote));
        submitted(order);
        String request = waiting(zhou).get(0).at("/request/id").asString("");
        ok(zhou.post("/api/v1/prices/" + request + "/counter-offer", Map.of("counter", "9000.00", "reason", "x")), 422);
        ok(zhou.post("/api/v1/prices/" + request + "/counter-offer", Map.of("counter", "7000.00")), 422);
        ok(
                zhou.post(
                        "/api/v1/prices/" + request + "/counter-offer", Map.of("counter", "7000.00", "reason", "利润不够")),
                200);
        assertThat(li.get("/api/v1/orders/" + order).text("/status")).isEqualTo("REJECTED");
        String tag = li.get("/api/v1/quotes/" + quote).header("ETag");
        Api.Answer second =
                ok(li.send("PUT", "/api/v1/quotes/" + quote, quote("7000.00"), Map.of("If-Match", tag)), 200);
        assertThat(second.text("/versions/1/version")).isEqualTo("2");
        assertThat(second.text("/versions/1/standing")).isEqualTo("APPROVED");
        ok(li.post("/api/v1/quotes/" + quote + "/showing", Map.of()), 200);
        ok(changed(li, "PUT", "/api/v1/orders/" + order, order(quote), order), 200);
        assertThat(submitted(order).text("/status")).isEqualTo("FINANCE_REVIEW");
        assertThat(entries(prospect, "PRICE_REJECTED")).hasSize(1);
    }

    // ---- the ladder

    @Test
    @DisplayName("nobody approves their own price: not the sales manager of the own customer, not who asked for it")
    void ownPrice() {
        clock.set("2026-03-02T09:00");
        String prospect = opened(zhou, card("B", "2026-03-03"));
        String quote = ok(zhou.post("/api/v1/prospects/" + prospect + "/quotes", quote("9000.00")), 201)
                .text("/id");
        String request = ok(zhou.post("/api/v1/quotes/" + quote + "/price-requests", Map.of()), 201)
                .text("/id");
        assertThat(ok(zhou.post("/api/v1/prices/" + request + "/approval", Map.of()), 422)
                        .text("/type"))
                .contains("own-price-approved");
        assertThat(ok(zhou.post("/api/v1/quotes/" + quote + "/price-requests", Map.of()), 409)
                        .text("/type"))
                .contains("price-asked-already");
        ok(gm.post("/api/v1/prices/" + request + "/approval", Map.of()), 200);
        ok(li.post("/api/v1/prices/" + request + "/approval", Map.of()), 403);
    }

    @Test
    @DisplayName("two managers at once: one decision, the other is told that it is decided")
    void twoManagers() throws Exception {
        String prospect = customer();
        String quote = quoted(prospect, "5000.00");
        String request = ok(li.post("/api/v1/quotes/" + quote + "/price-requests", Map.of("words", "竞品报价更低")), 201)
                .text("/id");
        List<Callable<Integer>> words = List.of(
                () -> zhou.post("/api/v1/prices/" + request + "/approval", Map.of())
                        .status(),
                () -> chen.post("/api/v1/prices/" + request + "/rejection", Map.of("reason", "太低"))
                        .status());
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : both.invokeAll(words)) {
            answers.add(answer.get());
        }
        both.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(entries(prospect, "PRICE_APPROVED").size()
                        + entries(prospect, "PRICE_REJECTED").size())
                .isEqualTo(1);
        assertThat(waiting(zhou)).isEmpty();
    }

    @Test
    @DisplayName("a changed quotation voids what was asked and what was agreed; what the customer saw stays as it was")
    void voided() {
        String prospect = customer();
        String quote = quoted(prospect, "5000.00");
        String request = ok(li.post("/api/v1/quotes/" + quote + "/price-requests", Map.of()), 201)
                .text("/id");
        String tag = li.get("/api/v1/quotes/" + quote).header("ETag");
        ok(li.send("PUT", "/api/v1/quotes/" + quote, quote("5500.00"), Map.of("If-Match", tag)), 200);
        ok(chen.post("/api/v1/prices/" + request + "/approval", Map.of()), 409);
        Api.Answer stale = li.send("PUT", "/api/v1/quotes/" + quote, quote("5600.00"), Map.of("If-Match", tag));
        assertThat(ok(stale, 412).text("/type")).contains("quote-changed");
        String again = ok(li.post("/api/v1/quotes/" + quote + "/price-requests", Map.of()), 201)
                .text("/id");
        ok(chen.post("/api/v1/prices/" + again + "/approval", Map.of()), 200);
        assertThat(li.get("/api/v1/quotes/" + quote).text("/versions/0/standing"))
                .isEqualTo("APPROVED");
        ok(li.post("/api/v1/quotes/" + quote + "/showing", Map.of()), 200);
        String seen = li.get("/api/v1/quotes/" + quote).header("ETag");
        Api.Answer next =
                ok(li.send("PUT", "/api/v1/quotes/" + quote, quote("5600.00"), Map.of("If-Match", seen)), 200);
        assertThat(next.text("/versions/0/discount")).isEqualTo("5500.00");
        assertThat(next.text("/versions/0/standing")).isEqualTo("APPROVED");
        assertThat(next.text("/versions/1/standing")).isEqualTo("NEEDED");
        assertThat(entries(prospect, "PRICE_VOIDED")).hasSize(1);
        assertThatThrownBy(() -> Tenancy.within(
                        store.dealership().id(),
                        () -> transaction.execute(status -> jdbc.sql(
                                        "update quotation_version set discount = 0 where shown_at is not null")
                                .update())))
                .rootCause()
                .hasMessageContaining("was shown to the customer");
    }

    @Test
    @DisplayName("limits are the sales and general manager's, per model, from a day on")
    void limits() {
        Map<String, Object> limits = new HashMap<>(Map.of(
                "model",
                "途观L",
                "unit",
                "AMOUNT",
                "consultant",
                "6000",
                "showroomManager",
                "8000",
                "salesManager",
                "10000",
                "validFrom",
                "2026-03-03"));
        ok(li.post("/api/v1/price-limits", limits), 403);
        ok(zhou.post("/api/v1/price-limits", limits), 201);
        String prospect = customer();
        assertThat(li.get("/api/v1/quotes/" + quoted(prospect, "6000.00")).text("/versions/0/approvalLevel"))
                .as("3 % on the day before")
                .isEqualTo("SHM");
        clock.set("2026-03-03T09:00");
        assertThat(li.get("/api/v1/quotes/" + quoted(prospect, "6000.00")).text("/versions/0/approvalLevel"))
                .isEqualTo("SC");
        limits.put("salesManager", "7000");
        limits.put("validFrom", "2026-03-01");
        assertThat(ok(zhou.post("/api/v1/price-limits", limits), 422).json().toString())
                .contains("salesManager", "validFrom");
    }

    // ---- who buys

    @Test
    @DisplayName(
            "the buyer may be another person or a company; the number is checked, sealed, masked and written nowhere else")
    void buyers() {
        String prospect = customer();
        String quote = shown(prospect, "2000.00");
        Map<String, Object> order = order(quote);
        order.put("buyerIdNo", "310115198803020014");
        order.put("promisedDelivery", null);
        Api.Answer refused = ok(li.post("/api/v1/prospects/" + prospect + "/orders", order), 422);
        assertThat(refused.json().toString())
                .contains("\"buyerIdNo\"", "\"promisedDelivery\"")
                .doesNotContain("310115198803020014");
        order.put("promisedDelivery", "2026-03-20");
        order.put("buyerIdType", "CREDIT_CODE");
        order.put("buyerIdNo", "91350100M000100Y44");
        ok(li.post("/api/v1/prospects/" + prospect + "/orders", order), 422);
        order.put("buyerName", "上海浦江贸易有限公司");
        order.put("buyerIdNo", "91350100m000100y43");
        String company = drafted(prospect, order);
        Api.Answer read = li.get("/api/v1/orders/" + company);
        assertThat(read.text("/buyerName")).isEqualTo("上海浦江贸易有限公司");
        assertThat(read.json().toString()).doesNotContain("91350100M000100Y43").contains("****");
        ok(changed(li, "PUT", "/api/v1/orders/" + company, order(quote), company), 200);
        assertThat(li.get("/api/v1/orders/" + company).text("/maskedBuyerIdNo")).isEqualTo("310***********0013");
        String journal = zhou.get("/api/v1/prospects/" + prospect + "/journal?limit=100")
                .json()
                .toString();
        assertThat(journal).doesNotContain(ID_CARD, "91350100M000100Y43", "上海浦江贸易有限公司");
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> {
                    byte[] sealed = jdbc.sql("select buyer_id_sealed from sales_order where id = :id::uuid")
                            .param("id", company)
                            .query(byte[].class)
                            .single();
                    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain(ID_CARD);
                    return 0;
                }));
    }

    @Test
    @DisplayName("two consultants cannot claim one order: for the other the customer is not there; one open order each")
    void oneOrder() {
        String prospect = customer();
        String quote = shown(prospect, "2000.00");
        ok(wang.post("/api/v1/prospects/" + prospect + "/orders", order(quote)), 404);
        Map<String, String> key = Map.of("Idempotency-Key", "order-1");
        String path = "/api/v1/prospects/" + prospect + "/orders";
        String first = ok(li.post(path, order(quote), key), 201).text("/id");
        assertThat(ok(li.post(path, order(quote), key), 201).text("/id"))
                .as("a second tap is the first order")
                .isEqualTo(first);
        assertThat(ok(li.post(path, order(quote)), 409).text("/type")).contains("ordered-already");
        ok(wang.get("/api/v1/orders/" + first), 404);
        ok(wang.post("/api/v1/orders/" + first + "/submission", Map.of()), 404);
        assertThat(wang.get("/api/v1/orders").json().path("items").size()).isZero();
        assertThat(cashier.get("/api/v1/orders?which=OPEN").json().path("items").size())
                .isEqualTo(1);
        ok(cashier.post("/api/v1/orders/" + first + "/submission", Map.of()), 403);
    }

    @Test
    @DisplayName("an order is drawn from what the customer saw while it holds, and from no other customer's quotation")
    void drawnFrom() {
        String prospect = customer();
        String hidden = quoted(prospect, "2000.00");
        assertThat(ok(li.post("/api/v1/prospects/" + prospect + "/orders", order(hidden)), 422)
                        .text("/type"))
                .contains("quote-not-shown");
        String quote = shown(prospect, "2000.00");
        String other = opened(li, card("B", "2026-03-04"));
        assertThat(ok(li.post("/api/v1/prospects/" + other + "/orders", order(quote)), 409)
                        .text("/type"))
                .as("nobody has spoken with that one yet")
                .contains("not-yet-followed");
        clock.set("2026-03-02T17:00");
        recorded(li, other, contact("REACHED", "2026-03-04"));
        assertThat(ok(li.post("/api/v1/prospects/" + other + "/orders", order(quote)), 422)
                        .json()
                        .toString())
                .contains("quotation");
        clock.set("2026-03-10T09:00");
        assertThat(ok(li.post("/api/v1/prospects/" + prospect + "/orders", order(quote)), 422)
                        .text("/type"))
                .contains("quote-expired");
    }

    // ---- the till

    @Test
    @DisplayName(
            "the till takes the agreed deposit once, never more than is owed, and a mistake is a line that reverses it")
    void till() {
        String prospect = customer();
        String order = drafted(prospect, order(shown(prospect, "2000.00")));
        String path = "/api/v1/orders/" + order + "/payments";
        ok(cashier.post(path, money("DEPOSIT", "5000.00")), 422);
        submitted(order);
        ok(li.post(path, money("DEPOSIT", "5000.00")), 403);
        ok(cashier.post(path, money("DEPOSIT", "4999.99")), 422);
        ok(cashier.post(path, money("INSTALMENT", "5000.00")), 422);
        Map<String, Object> deposit = money("DEPOSIT", "5000.00");
        Map<String, String> key = Map.of("Idempotency-Key", "deposit-1");
        ok(cashier.post(path, deposit, key), 201);
        ok(cashier.post(path, deposit, key), 201);
        assertThat(cashier.get("/api/v1/orders/" + order).text("/paid")).isEqualTo("5000.00");
        ok(cashier.post(path, money("INSTALMENT", "211022.13")), 422);
        Map<String, Object> sameReceipt = money("INSTALMENT", "1000.00");
        sameReceipt.put("receiptNo", deposit.get("receiptNo"));
        assertThat(ok(cashier.post(path, sameReceipt), 422).json().toString()).contains("receiptNo");
        Api.Answer wrong = paid(order, "INSTALMENT", "211022.12");
        assertThat(wrong.text("/outstanding")).isEqualTo("0.00");
        assertThat(wrong.text("/status")).as("paid, but without a car").isEqualTo("CONFIRMED");
        assertThat(entries(prospect, "PAID_IN_FULL")).hasSize(1);
        String line = wrong.text("/ledger/1/id");
        String reversal = path + "/" + line + "/reversal";
        ok(cashier.post(reversal, Map.of("receiptNo", "CX1")), 422);
        ok(cashier.post(reversal, Map.of("receiptNo", "CX-" + order, "reason", "刷错卡")), 200);
        ok(cashier.post(reversal, Map.of("receiptNo", "CX2", "reason", "再冲")), 409);
        assertThat(ok(
                                cashier.post(
                                        path + "/" + wrong.text("/ledger/0/id") + "/reversal",
                                        Map.of("receiptNo", "CX3", "reason", "冲定金")),
                                409)
                        .text("/type"))
                .as("the deposit carries the order")
                .contains("not-reversible");
        assertThat(cashier.get("/api/v1/orders/" + order).text("/paid")).isEqualTo("5000.00");
        for (String change : List.of("update order_payment set amount = 1", "delete from order_payment")) {
            assertThatThrownBy(() -> Tenancy.within(
                            store.dealership().id(),
                            () -> transaction.execute(status -> jdbc.sql(change).update())))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @DisplayName("one car, one order: set aside, scheduled, and handed over only when everything is paid")
    void car() {
        String first = confirmed(customer());
        String second = confirmed(customer());
        Tenancy.within(store.dealership().id(), () -> {
            SalesOrderId one = SalesOrderId.of(first);
            assertThat(desk.matchVehicle(one, CAR, store.li()).status().name()).isEqualTo("VEHICLE_MATCHED");
            assertThatThrownBy(() -> desk.matchVehicle(SalesOrderId.of(second), CAR, store.li()))
                    .isInstanceOf(VehicleTaken.class);
            desk.scheduled(one, store.li());
            assertThatThrownBy(() -> desk.delivered(one, clock.instant(), store.li()))
                    .hasMessageContaining("not-paid-in-full");
        });
        paid(first, "INSTALMENT", "211022.12");
        Tenancy.within(store.dealership().id(), () -> {
            SalesOrder delivered = desk.delivered(SalesOrderId.of(first), clock.instant(), store.li());
            assertThat(delivered.status().name()).isEqualTo("DELIVERED");
            assertThat(desk.withVin(store.dealership().id(), CAR)).isPresent();
        });
        assertThat(status(li.get("/api/v1/orders/" + first).text("/prospectId")))
                .isEqualTo("DELIVERED");
    }

    @Test
    @DisplayName("the promised day moves only with a reason, against the order that the writer saw")
    void promise() {
        String prospect = customer();
        String order = confirmed(prospect);
        String path = "/api/v1/orders/" + order + "/promise";
        ok(li.post(path, Map.of("promisedDelivery", "2026-03-25", "reason", "船期")), 428);
        ok(changed(li, "POST", path, Map.of("promisedDelivery", "2026-03-25"), order), 422);
        String seen = li.get("/api/v1/orders/" + order).header("ETag");
        ok(changed(li, "POST", path, Map.of("promisedDelivery", "2026-03-25", "reason", "船期推迟"), order), 200);
        ok(
                li.send(
                        "POST",
                        path,
                        Map.of("promisedDelivery", "2026-03-26", "reason", "再推迟"),
                        Map.of("If-Match", seen)),
                412);
        assertThat(entries(prospect, "PROMISE_MOVED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/before").asString("")).isEqualTo("2026-03-20");
            assertThat(entry.at("/details/promised").asString("")).isEqualTo("2026-03-25");
        });
    }

    // ---- scenario 37

    @Test
    @DisplayName(
            "37: the order is cancelled before delivery: the prospect is back to FOLLOWING with grade N suggested, the"
                    + " cancellation counts in K22, SOLD is unchanged")
    void cancelled() {
        String prospect = customer();
        String order = confirmed(prospect);
        paid(order, "INSTALMENT", "20000.00");
        String path = "/api/v1/orders/" + order + "/cancellation";
        clock.set("2026-03-03T10:00");
        assertThat(ok(changed(li, "POST", path, cancellation("25000.00"), order), 422)
                        .text("/type"))
                .as("money was paid: a manager decides")
                .contains("manager-decides-on-money");
        assertThat(ok(changed(chen, "POST", path, cancellation(null), order), 422)
                        .json()
                        .toString())
                .contains("refund");
        ok(changed(chen, "POST", path, cancellation("19999.99"), order), 422);
        ok(changed(chen, "POST", path, cancellation("25000.01"), order), 422);
        Map<String, Object> late = cancellation("20000.00");
        late.put("nextDate", "2026-06-01");
        ok(changed(chen, "POST", path, late, order), 422);
        assertThat(status(prospect)).as("refused whole").isEqualTo("ORDERED");

        Api.Answer cancelled = ok(changed(chen, "POST", path, cancellation("20000.00"), order), 200);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/openRefund")).isEqualTo("20000.00");
        assertThat(status(prospect)).isEqualTo("FOLLOWING");
        JsonNode card = zhou.get("/api/v1/prospects/" + prospect).json();
        assertThat(card.at("/grade").asString("")).isEqualTo("N");
        assertThat(card.at("/nextFollowUp/date").asString("")).isEqualTo("2026-03-05");
        assertThat(entries(prospect, "ORDER_CANCELLED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/cancelReason").asString("")).isEqualTo("FAMILY");
            assertThat(entry.at("/details/kept").asString("")).isEqualTo("5000.00");
        });
        assertThat(entries(prospect, "DELIVERED"))
                .as("nothing was sold, nothing is unsold")
                .isEmpty();
        assertThat(figure("ORDERS", "2026-03-02")).isEqualTo(1);
        assertThat(figure("ORDERS_CANCELLED", "2026-03-03")).as("K22 counts it").isEqualTo(1);
        assertThat(figure("ORDERS", "2026-03-02"))
                .as("the order of yesterday stays")
                .isEqualTo(1);

        ok(cashier.post("/api/v1/orders/" + order + "/payments", money("REFUND", "20000.01")), 422);
        Api.Answer refunded = paid(order, "REFUND", "20000.00");
        assertThat(refunded.text("/openRefund")).isEqualTo("0.00");
        assertThat(refunded.text("/paid")).as("the earnest money is kept").isEqualTo("5000.00");
        assertThat(entries(prospect, "REFUNDED")).hasSize(1);
        ok(changed(chen, "POST", path, cancellation("0"), order), 409);
        String again = drafted(prospect, order(shown(prospect, "2000.00")));
        assertThat(li.get("/api/v1/orders/" + again).text("/status")).isEqualTo("DRAFT");
    }

    private int figure(String code, String day) {
        Api.Answer report = ok(zhou.get("/api/v1/reports/daily?date=" + day), 200);
        return report.json()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("consultant").isNull()
                        || row.path("consultant").isMissingNode())
                .findFirst()
                .orElseThrow()
                .at("/values/" + code + "/day")
                .asInt(-1);
    }

    @Test
    @DisplayName(
            "an advance goes back whole; an order without money is dropped by its consultant and forgets the buyer's number")
    void advance() {
        String prospect = customer();
        Map<String, Object> terms = order(shown(prospect, "2000.00"));
        terms.put("depositType", "ADVANCE");
        String order = drafted(prospect, terms);
        submitted(order);
        paid(order, "DEPOSIT", "5000.00");
        String path = "/api/v1/orders/" + order + "/cancellation";
        ok(changed(chen, "POST", path, cancellation("4000.00"), order), 422);
        Map<String, Object> whole = cancellation(null);
        assertThat(ok(changed(chen, "POST", path, whole, order), 200).text("/refund"))
                .isEqualTo("5000.00");
        String other = customer();
        String dropped = drafted(other, order(shown(other, "2000.00")));
        Api.Answer answer = ok(
                changed(
                        li,
                        "POST",
                        "/api/v1/orders/" + dropped + "/cancellation",
                        Map.of("reason", "MISTAKE"),
                        dropped),
                200);
        assertThat(answer.text("/maskedBuyerIdNo")).isEmpty();
        assertThat(status(other)).isEqualTo("FOLLOWING");
        assertThat(entries(other, "ORDER_CANCELLED")).as("it was never binding").isEmpty();
        assertThat(entries(other, "ORDER_DROPPED")).hasSize(1);
    }

    // ---- scenarios 26 and 27 on the way of an order

    private String partner(String name, String type) {
        return ok(zhou.post("/api/v1/partners", Map.of("name", name, "type", type)), 201)
                .text("/id");
    }

    private String said(String prospect, String partner, String purpose, boolean given, String... fields) {
        Map<String, Object> said = new HashMap<>();
        said.put("partner", partner);
        said.put("purpose", purpose);
        said.put("given", given);
        said.put("fields", List.of(fields));
        said.put("channel", "PAPER");
        return ok(li.post("/api/v1/prospects/" + prospect + "/consents", said), 201)
                .text("/id");
    }

    private static Map<String, Object> handOver(String partner, String purpose, String... fields) {
        Map<String, Object> body = new HashMap<>();
        body.put("partner", partner);
        body.put("purpose", purpose);
        body.put("fields", List.of(fields));
        body.put("amount", "5312.48");
        return body;
    }

    @Test
    @DisplayName(
            "26: the customer refuses the bank: the order's loan is blocked before and after it is binding, attempts"
                    + " logged; paid in cash the order proceeds")
    void refusedBank() {
        String bank = partner("建设银行", "BANK");
        String prospect = customer();
        said(prospect, bank, "车贷审批", false);
        Map<String, Object> terms = order(shown(prospect, "2000.00"));
        terms.put("paymentWay", "LOAN");
        terms.put("loanAmount", "100000.00");
        String order = drafted(prospect, terms);
        Map<String, Object> body = handOver(bank, "车贷审批", "NAME", "ID_NUMBER");
        Api.Answer before = ok(li.post("/api/v1/orders/" + order + "/loan-applications", body), 422);
        assertThat(before.text("/type")).contains("no-consent");
        assertThat(before.json().toString()).doesNotContain(ID_CARD, "张伟");
        submitted(order);
        paid(order, "DEPOSIT", "5000.00");
        assertThat(ok(li.post("/api/v1/orders/" + order + "/loan-applications", body), 422)
                        .text("/type"))
                .contains("no-consent");
        assertThat(li.get("/api/v1/orders/" + order).text("/loan/status")).isEqualTo("WISHED");
        assertThat(entries(prospect, "DISCLOSURE_REFUSED")).hasSize(2);
        assertThat(entries(prospect, "DISCLOSED")).isEmpty();
        assertThat(paid(order, "INSTALMENT", "211022.12").text("/outstanding"))
                .as("the cash purchase proceeds")
                .isEqualTo("0.00");
    }

    @Test
    @DisplayName(
            "27: consent to the insurer is taken back: a later hand-over from the order is blocked, the earlier log is kept")
    void withdrawnInsurer() {
        String insurer = partner("平安保险", "INSURER");
        String bank = partner("建设银行", "BANK");
        String prospect = customer();
        Map<String, Object> terms = order(shown(prospect, "2000.00"));
        terms.put("paymentWay", "LOAN");
        terms.put("loanAmount", "100000.00");
        String order = drafted(prospect, terms);
        submitted(order);
        paid(order, "DEPOSIT", "5000.00");
        String consent = said(prospect, insurer, "车险投保", true, "NAME", "ID_NUMBER");
        Map<String, Object> body = handOver(insurer, "车险投保", "NAME", "ID_NUMBER");
        Api.Answer first = ok(li.post("/api/v1/orders/" + order + "/insurance", body), 201);
        assertThat(first.text("/insurance/amount")).isEqualTo("5312.48");
        assertThat(first.json().toString()).as("the answer keeps no number").doesNotContain(ID_CARD);
        ok(li.post("/api/v1/orders/" + order + "/loan-applications", handOver(bank, "车贷审批", "NAME")), 422);
        ok(li.post("/api/v1/prospects/" + prospect + "/consents/" + consent + "/withdrawal", Map.of()), 200);
        ok(li.post("/api/v1/orders/" + order + "/insurance", body), 422);
        assertThat(entries(prospect, "DISCLOSED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/fields").toString()).contains("NAME", "ID_NUMBER");
            assertThat(entry.toString()).doesNotContain(ID_CARD);
        });
        assertThat(zhou.get("/api/v1/prospects/" + prospect + "/disclosures")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);

        said(prospect, bank, "车贷审批", true, "NAME");
        assertThat(ok(li.post("/api/v1/orders/" + order + "/loan-applications", handOver(bank, "车贷审批", "NAME")), 201)
                        .text("/loan/chaseOn"))
                .as("the bank's answer is chased every two days")
                .isEqualTo("2026-03-04");
        assertThat(li.get("/api/v1/orders?which=LOAN").json().path("items").size())
                .isZero();
        clock.set("2026-03-04T09:00");
        assertThat(li.get("/api/v1/orders?which=LOAN").json().path("items").size())
                .isEqualTo(1);
        assertThat(ok(li.post("/api/v1/orders/" + order + "/loan-chases", Map.of()), 200)
                        .text("/loan/chaseOn"))
                .isEqualTo("2026-03-06");
        ok(cashier.post("/api/v1/orders/" + order + "/payments", money("LOAN_PAYOUT", "100000.00")), 422);
        ok(li.post("/api/v1/orders/" + order + "/loan-answer", Map.of("status", "APPROVED")), 200);
        assertThat(paid(order, "LOAN_PAYOUT", "100000.00").text("/loan/status")).isEqualTo("PAID_OUT");
    }

    @Autowired
    PartnerDesk partnerDesk;

    @Test
    @DisplayName(
            "K30: hand-overs from orders with a consent valid at that moment / all hand-overs; taking back changes no past")
    void consentRate() {
        String insurer = partner("太平洋保险", "INSURER");
        String prospect = customer();
        String order = drafted(prospect, order(shown(prospect, "2000.00")));
        Map<String, Object> body = handOver(insurer, "车险投保", "NAME");
        ok(li.post("/api/v1/orders/" + order + "/insurance", body), 422);
        String consent = said(prospect, insurer, "车险投保", true, "NAME");
        ok(li.post("/api/v1/orders/" + order + "/insurance", body), 201);
        clock.set("2026-03-02T16:00");
        ok(li.post("/api/v1/orders/" + order + "/insurance", body), 201);
        clock.set("2026-03-02T17:00");
        ok(li.post("/api/v1/prospects/" + prospect + "/consents/" + consent + "/withdrawal", Map.of()), 200);
        ok(li.post("/api/v1/orders/" + order + "/insurance", body), 422);
        ConsentRate rate = Tenancy.within(
                store.dealership().id(), () -> partnerDesk.rates(store.zhou()).get(PartnerId.of(insurer)));
        assertThat(rate.handedOver()).isEqualTo(2);
        assertThat(rate.allowed()).isEqualTo(2);
        assertThat(rate.blocked()).isEqualTo(2);
        assertThat(rate.percent()).isEqualByComparingTo("100");
    }
}
