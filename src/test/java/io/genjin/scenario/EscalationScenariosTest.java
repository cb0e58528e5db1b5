package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Frequency;
import io.genjin.followup.Escalations;
import io.genjin.followup.PolicyDesk;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Domain 5, ownership grace: an overdue promise climbs from the owner to the showroom manager and the sales manager. */
class EscalationScenariosTest extends Stage {

    @Autowired
    Escalations escalations;

    @Autowired
    PolicyDesk policies;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    ProspectDesk prospects;

    private static List<String> told(Api who) {
        List<String> kinds = new ArrayList<>();
        who.get("/api/v1/notices?group=CLOCKS")
                .json()
                .path("items")
                .forEach(item -> kinds.add(item.path("kind").asString("")));
        return kinds;
    }

    private List<String> levels(String prospect) {
        return entries(prospect, "ESCALATED").stream()
                .map(entry -> entry.at("/details/level").asString(""))
                .toList();
    }

    private void lookAt(String moment) {
        clock.set(moment);
        sweep.settleFallen();
        escalations.raise();
        escalations.raise();
    }

    private String onTheWorklist() {
        return zhou.get("/api/v1/worklist").text("/items/0/escalation");
    }

    @Test
    @DisplayName(
            "B promised for Wednesday the 4th: its owner is told on the 5th, the showroom manager on the 9th, the sales manager on the 13th, each once")
    void steps() {
        String prospect = opened(li, card("B", "2026-03-04"));
        lookAt("2026-03-04T23:59:59");
        assertThat(levels(prospect)).isEmpty();
        assertThat(onTheWorklist()).isEmpty();
        lookAt("2026-03-05T00:00:01");
        assertThat(levels(prospect)).containsExactly("OWNER");
        assertThat(onTheWorklist()).isEqualTo("OWNER");
        assertThat(told(li)).containsExactly("ESCALATED");
        assertThat(told(chen)).isEmpty();
        lookAt("2026-03-08T23:59:59");
        assertThat(levels(prospect)).containsExactly("OWNER");
        lookAt("2026-03-09T00:00:01");
        assertThat(levels(prospect)).containsExactly("SHOWROOM_MANAGER", "OWNER");
        assertThat(told(chen)).containsExactly("ESCALATED");
        assertThat(chen.get("/api/v1/notices?group=CLOCKS").text("/items/0/text"))
                .isEqualTo("李娜 逾期 5 天（应于 3月4日 周三 前跟进），已上报展厅经理");
        assertThat(told(zhou)).isEmpty();
        assertThat(told(wang)).isEmpty();
        lookAt("2026-03-13T00:00:01");
        assertThat(levels(prospect)).containsExactly("SALES_MANAGER", "SHOWROOM_MANAGER", "OWNER");
        assertThat(told(zhou)).contains("ESCALATED");
        assertThat(onTheWorklist()).isEqualTo("SALES_MANAGER");
        lookAt("2026-04-13T09:00");
        assertThat(levels(prospect)).hasSize(3);
    }

    @Test
    @DisplayName("after a downtime only the highest level is written, at the moment it was reached, and all are told")
    void downtime() {
        String prospect = opened(li, card("B", "2026-03-04"));
        lookAt("2026-03-16T08:30");
        assertThat(levels(prospect)).containsExactly("SALES_MANAGER");
        assertThat(entries(prospect, "ESCALATED").get(0).path("happenedAt").asString(""))
                .startsWith("2026-03-13T00:00:00");
        for (Api each : List.of(li, chen, zhou)) {
            assertThat(told(each)).contains("ESCALATED");
        }
    }

    @Test
    @DisplayName("a contact ends it, and the next broken promise begins at the owner again")
    void contact_ends() {
        String prospect = opened(li, card("B", "2026-03-04"));
        lookAt("2026-03-09T08:30");
        recorded(li, prospect, contact("REACHED", "2026-03-12"));
        lookAt("2026-03-12T20:00");
        assertThat(levels(prospect)).containsExactly("SHOWROOM_MANAGER");
        lookAt("2026-03-13T08:30");
        assertThat(levels(prospect)).containsExactly("OWNER", "SHOWROOM_MANAGER");
    }

    @Test
    @DisplayName("a reschedule with its reason ends it; a transfer and a lower grade do not")
    void what_ends() {
        String moved = opened(li, card("C", "2026-03-04"));
        String kept = opened(li, card("B", "2026-03-04"));
        lookAt("2026-03-09T08:30");
        assertThat(levels(moved)).containsExactly("OWNER");
        assertThat(levels(kept)).containsExactly("SHOWROOM_MANAGER");
        Api.Answer reschedule = li.post(
                "/api/v1/prospects/" + moved + "/reschedules",
                Map.of("nextDate", "2026-03-11", "reason", "客户出差", "nextReason", "ROUTINE"));
        assertThat(reschedule.status()).as(reschedule.json().toString()).isEqualTo(200);
        Api.Answer lowered = li.post(
                "/api/v1/prospects/" + kept + "/grade-changes",
                Map.of("grade", "N", "evidence", List.of(), "reason", "暂无计划"));
        assertThat(lowered.status()).as(lowered.json().toString()).isBetween(200, 201);
        assertThat(zhou.get("/api/v1/worklist").json().path("items").findValuesAsString("escalation"))
                .as("lowering the grade takes nothing back")
                .containsExactly("SHOWROOM_MANAGER");
        Api.Answer transfer = chen.post(
                "/api/v1/prospects/" + kept + "/transfers",
                Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        assertThat(transfer.status()).as(transfer.json().toString()).isBetween(200, 201);
        lookAt("2026-03-11T20:00");
        assertThat(levels(moved)).containsExactly("OWNER");
        assertThat(levels(kept)).containsExactly("SHOWROOM_MANAGER");
        lookAt("2026-04-04T08:30");
        assertThat(levels(moved)).containsExactly("SALES_MANAGER", "OWNER");
        assertThat(levels(kept)).containsExactly("SALES_MANAGER", "SHOWROOM_MANAGER");
        assertThat(told(wang)).contains("ESCALATED");
    }

    @Test
    @DisplayName(
            "a customer with a rhythm of its own, one in ten days, climbs by it: the showroom manager hears on the eleventh day")
    void own_rhythm() {
        String prospect = opened(li, card("B", "2026-03-04"));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> {
                    lifeCycle.keepTo(
                            prospects.hold(
                                    ProspectId.of(prospect), store.dealership().id()),
                            new Frequency(1, 10),
                            "客户长期出差",
                            store.chen());
                    return true;
                }));
        lookAt("2026-03-14T23:59:59");
        assertThat(levels(prospect)).containsExactly("OWNER");
        assertThat(onTheWorklist()).isEqualTo("OWNER");
        lookAt("2026-03-15T00:00:01");
        assertThat(levels(prospect)).containsExactly("SHOWROOM_MANAGER", "OWNER");
        assertThat(onTheWorklist()).isEqualTo("SHOWROOM_MANAGER");
    }

    @Test
    @DisplayName(
            "with a grace of three intervals B comes before the sales manager four days later; senseless graces are refused")
    void longer_grace() {
        Tenancy.within(store.dealership().id(), () -> {
            assertThatThrownBy(() -> policies.grace(0, "太急", store.zhou())).isInstanceOf(FieldsRefused.class);
            assertThatThrownBy(() -> policies.grace(2, "没有变", store.zhou())).isInstanceOf(FieldsRefused.class);
            assertThatThrownBy(() -> policies.grace(3, " ", store.zhou())).isInstanceOf(FieldsRefused.class);
            policies.grace(3, "新店", store.zhou());
        });
        String prospect = opened(li, card("B", "2026-03-04"));
        lookAt("2026-03-16T23:59:59");
        assertThat(levels(prospect)).containsExactly("SHOWROOM_MANAGER");
        lookAt("2026-03-17T00:00:01");
        assertThat(levels(prospect)).containsExactly("SALES_MANAGER", "SHOWROOM_MANAGER");
    }
}
