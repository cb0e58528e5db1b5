package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Scenarios 26 and 27: nothing of a customer goes to a partner without the customer's own consent (R-203, O-15, S-R66). */
class ConsentScenariosTest extends Stage {

    private static final String LOAN = "车贷审批";
    private static final String QUOTE = "车险报价";

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    private String bank;
    private String insurer;

    @BeforeEach
    void partnersAreNamed() {
        bank = partner("建设银行", "BANK");
        insurer = partner("平安保险", "INSURER");
    }

    private String partner(String name, String type) {
        Api.Answer answer = zhou.post("/api/v1/partners", Map.of("name", name, "type", type));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private static Map<String, Object> said(String partner, String purpose, boolean given, String... fields) {
        Map<String, Object> said = new HashMap<>();
        said.put("partner", partner);
        said.put("purpose", purpose);
        said.put("given", given);
        said.put("fields", List.of(fields));
        said.put("channel", "PAPER");
        said.put("evidence", "授权书 2026-014");
        return said;
    }

    private String stated(String prospect, Map<String, Object> said) {
        Api.Answer answer = li.post("/api/v1/prospects/" + prospect + "/consents", said);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private Api.Answer sent(Api who, String prospect, String partner, String purpose, String... fields) {
        return who.post(
                "/api/v1/prospects/" + prospect + "/disclosures",
                Map.of("partner", partner, "purpose", purpose, "fields", List.of(fields)));
    }

    private static void blocked(Api.Answer answer, String mobile) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        assertThat(answer.text("/type")).contains("no-consent");
        assertThat(answer.json().toString()).doesNotContain(mobile, "张伟");
    }

    private void ordered(String prospect) {
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> {
                    Prospect held = prospects.hold(
                            ProspectId.of(prospect), store.dealership().id());
                    lifeCycle.order(held, Map.of("payment", "CASH_FULL"), store.li());
                }));
    }

    private List<JsonNode> log(String prospect) {
        return zhou.get("/api/v1/prospects/" + prospect + "/disclosures")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName("26: the customer refuses the bank: blocked before and after the order, attempts logged, the cash"
            + " purchase proceeds")
    void refused() {
        Map<String, Object> card = card("B", "2026-03-03");
        String mobile = String.valueOf(card.get("mobile"));
        String prospect = opened(li, card);
        stated(prospect, said(bank, LOAN, false));

        blocked(sent(li, prospect, bank, LOAN, "NAME", "MOBILE"), mobile);
        assertThat(entries(prospect, "DISCLOSURE_REFUSED"))
                .as("the attempt is on record although the call was refused")
                .hasSize(1);

        clock.set("2026-03-02T15:00");
        recorded(li, prospect, contact("REACHED", "2026-03-03"));
        clock.set("2026-03-02T16:00");
        ordered(prospect);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/status"))
                .as("the cash purchase proceeds")
                .isEqualTo("ORDERED");

        clock.set("2026-03-02T17:00");
        blocked(sent(li, prospect, bank, LOAN, "NAME"), mobile);
        assertThat(entries(prospect, "DISCLOSURE_REFUSED")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.at("/details/partner").asString("")).isEqualTo("建设银行");
            assertThat(entry.at("/details/purpose").asString("")).isEqualTo(LOAN);
            assertThat(entry.at("/details/why").asString("")).isEqualTo("REFUSED");
            assertThat(entry.at("/details/fields").toString()).contains("NAME");
            assertThat(entry.toString()).doesNotContain(mobile);
        });
        assertThat(entries(prospect, "DISCLOSED")).isEmpty();
        assertThat(entries(prospect, "CONSENT_REFUSED")).hasSize(1);
        assertThat(log(prospect))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("why").asString("")).isEqualTo("REFUSED"));
    }

    @Test
    @DisplayName("27: consent to the insurer is taken back: later transmissions are blocked, the earlier log is kept")
    void withdrawn() {
        Map<String, Object> card = card("B", "2026-03-03");
        String mobile = String.valueOf(card.get("mobile"));
        String prospect = opened(li, card);
        String consent = stated(prospect, said(insurer, QUOTE, true, "NAME", "MOBILE"));

        Api.Answer first = sent(li, prospect, insurer, QUOTE, "NAME", "MOBILE");
        assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
        assertThat(first.text("/values/MOBILE")).isEqualTo(mobile);
        assertThat(first.text("/values/NAME")).isEqualTo("张伟");
        assertThat(first.text("/consentId")).isEqualTo(consent);

        clock.set("2026-03-04T10:00");
        Api.Answer withdrawal =
                li.post("/api/v1/prospects/" + prospect + "/consents/" + consent + "/withdrawal", Map.of());
        assertThat(withdrawal.status()).as(withdrawal.json().toString()).isEqualTo(200);
        assertThat(withdrawal.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(li.post("/api/v1/prospects/" + prospect + "/consents/" + consent + "/withdrawal", Map.of())
                        .status())
                .as("taken back once")
                .isEqualTo(409);

        blocked(sent(li, prospect, insurer, QUOTE, "NAME"), mobile);
        blocked(sent(zhou, prospect, insurer, QUOTE, "NAME"), mobile);
        List<JsonNode> log = log(prospect);
        assertThat(log).hasSize(3);
        assertThat(log.get(2).path("consentId").asString("")).isEqualTo(consent);
        assertThat(log.get(2).path("at").asString("")).startsWith("2026-03-02T09:00");
        assertThat(log.get(2).has("values") && !log.get(2).path("values").isNull())
                .as("values are kept nowhere")
                .isFalse();
        assertThat(entries(prospect, "DISCLOSED")).singleElement().satisfies(entry -> assertThat(entry.toString())
                .doesNotContain(mobile));
        assertThat(entries(prospect, "CONSENT_WITHDRAWN")).hasSize(1);
    }

    @Test
    @DisplayName(
            "what was not consented to stays: another partner, purpose, field, a day too late, nothing said at all")
    void everyWayAround() {
        Map<String, Object> card = card("B", "2026-03-03");
        String mobile = String.valueOf(card.get("mobile"));
        String prospect = opened(li, card);
        blocked(sent(li, prospect, bank, LOAN, "NAME"), mobile);
        Map<String, Object> yes = said(insurer, QUOTE, true, "NAME");
        yes.put("validUntil", "2026-03-03");
        stated(prospect, yes);
        blocked(sent(li, prospect, bank, QUOTE, "NAME"), mobile);
        blocked(sent(li, prospect, insurer, "电话营销", "NAME"), mobile);
        blocked(sent(li, prospect, insurer, QUOTE, "NAME", "MOBILE"), mobile);
        assertThat(sent(li, prospect, insurer, QUOTE, "NAME").status()).isEqualTo(201);
        clock.set("2026-03-04T00:00");
        blocked(sent(li, prospect, insurer, QUOTE, "NAME"), mobile);
        assertThat(log(prospect).stream().map(one -> one.path("why").asString("")))
                .containsExactly("EXPIRED", "", "OUTSIDE_SCOPE", "OTHER_PURPOSE", "NONE", "NONE");
    }

    @Test
    @DisplayName("a hand-over sent again under the same key is one hand-over, and its stored answer holds no values")
    void once() {
        Map<String, Object> card = card("B", "2026-03-03");
        String mobile = String.valueOf(card.get("mobile"));
        String prospect = opened(li, card);
        stated(prospect, said(insurer, QUOTE, true, "MOBILE"));
        Map<String, Object> body = Map.of("partner", insurer, "purpose", QUOTE, "fields", List.of("MOBILE"));
        Map<String, String> key = Map.of("Idempotency-Key", "hand-over-1");
        String path = "/api/v1/prospects/" + prospect + "/disclosures";
        Api.Answer first = li.post(path, body, key);
        Api.Answer again = li.post(path, body, key);
        assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
        assertThat(first.text("/values/MOBILE")).isEqualTo(mobile);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.json().toString()).doesNotContain(mobile);
        assertThat(log(prospect)).hasSize(1);

        Map<String, Object> toBank = Map.of("partner", bank, "purpose", LOAN, "fields", List.of("MOBILE"));
        Map<String, String> other = Map.of("Idempotency-Key", "hand-over-2");
        assertThat(li.post(path, toBank, other).status()).isEqualTo(422);
        assertThat(li.post(path, toBank, other).status()).isEqualTo(422);
        assertThat(entries(prospect, "DISCLOSURE_REFUSED"))
                .as("a stopped attempt sent again is one attempt")
                .hasSize(1);
        assertThat(ratio(zhou, "K30", "2026-03-01", "2026-03-02")).isEqualTo("1 / 1");
    }

    @Test
    @DisplayName(
            "a colleague's customer, a retired partner and a form with gaps get nowhere; partners are the managers'")
    void whoMay() {
        String prospect = opened(li, card("B", "2026-03-03"));
        Map<String, Object> yes = said(insurer, QUOTE, true, "NAME");
        assertThat(wang.post("/api/v1/prospects/" + prospect + "/consents", yes).status())
                .isEqualTo(404);
        assertThat(wang.get("/api/v1/prospects/" + prospect + "/consents").status())
                .isEqualTo(404);
        String consent = stated(prospect, yes);
        assertThat(sent(wang, prospect, insurer, QUOTE, "NAME").status()).isEqualTo(404);
        assertThat(wang.post("/api/v1/prospects/" + prospect + "/consents/" + consent + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(li.post("/api/v1/partners", Map.of("name", "工商银行", "type", "BANK"))
                        .status())
                .isEqualTo(403);
        Api gm = Api.as(
                stores.member(store.dealership(), "gao", "高远", Role.GENERAL_MANAGER)
                        .username(),
                port);
        assertThat(gm.get("/api/v1/prospects/" + prospect + "/consents").status())
                .isEqualTo(200);
        assertThat(sent(gm, prospect, insurer, QUOTE, "NAME").status()).isEqualTo(403);
        assertThat(zhou.post("/api/v1/partners", Map.of("name", "平安保险", "type", "INSURER"))
                        .status())
                .isEqualTo(409);

        Api.Answer empty = li.post("/api/v1/prospects/" + prospect + "/consents", Map.of("at", "2026-03-09T09:00:00Z"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().toString()).contains("partner", "purpose", "given", "channel", "\"at\"");
        assertThat(gm.post("/api/v1/partners/" + insurer + "/retirement", Map.of())
                        .status())
                .isEqualTo(200);
        Api.Answer retired = sent(li, prospect, insurer, QUOTE, "NAME");
        assertThat(retired.status()).isEqualTo(422);
        assertThat(retired.json().toString()).contains("\"partner\"").doesNotContain("values");
    }

    @Test
    @DisplayName("the database lets nobody change what a customer said or what was handed over")
    void appendOnly() {
        String prospect = opened(li, card("B", "2026-03-03"));
        stated(prospect, said(insurer, QUOTE, false));
        blocked(sent(li, prospect, insurer, QUOTE, "NAME"), "138");
        for (String change : List.of(
                "update consent set given = true",
                "update consent set fields = 'NAME'",
                "delete from consent",
                "update disclosure set why = null",
                "delete from disclosure")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Tenancy.within(
                            store.dealership().id(),
                            () -> transaction.execute(status -> jdbc.sql(change).update())))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
