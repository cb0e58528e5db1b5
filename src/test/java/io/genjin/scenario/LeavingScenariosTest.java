package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.AbsencePlan;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StillOwnsWork;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who are away or leave (domain 5; scenario 25). */
class LeavingScenariosTest extends Stage {

    @Autowired
    StaffDesk staff;

    private void deactivateWang() {
        io.genjin.database.Tenancy.within(store.dealership().id(), () -> {
            staff.deactivate(store.wang().id(), store.admin());
            return 0;
        });
    }

    @Test
    @DisplayName(
            "25: a consultant with 60 open prospects leaves: exports end at notice, deactivation is blocked until all have new"
                    + " owners, H and A get contact tasks within 24 hours, due dates stay")
    void sixtyProspects() {
        stores.member(store.dealership(), "ma", "马超", Role.SALES_CONSULTANT);
        List<String> theirs = new ArrayList<>();
        for (int one = 0; one < 60; one++) {
            theirs.add(one < 6 ? opened(wang, card("H", "2026-03-03")) : opened(wang, card("C", "2026-03-16")));
        }
        String hot = theirs.get(0);
        recorded(wang, hot, contact("REACHED", "2026-03-04"));
        String promised = zhou.get("/api/v1/prospects/" + hot).text("/nextFollowUp/date");
        String wangs = "/api/v1/staff/" + store.wang().username();
        assertThat(wang.get("/api/v1/worklist.xlsx").status()).isEqualTo(200);
        assertThat(li.post(wangs + "/notice", Map.of("from", "2026-03-02")).status())
                .isEqualTo(403);
        assertThat(chen.post(wangs + "/notice", Map.of("from", "2026-03-02")).status())
                .isEqualTo(204);
        Api.Answer refused = wang.get("/api/v1/worklist.xlsx");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(wang.get("/api/v1/worklist").status()).isEqualTo(200);
        Assertions.assertThatThrownBy(this::deactivateWang).isInstanceOf(StillOwnsWork.class);
        Api.Answer plan = chen.post(
                wangs + "/handovers",
                Map.of("choices", List.of(Map.of("prospectId", theirs.get(59), "to", "POOL"))),
                Map.of("Idempotency-Key", "leave-1"));
        assertThat(plan.status()).as(plan.json().toString()).isEqualTo(201);
        assertThat(plan.json().path("items").size()).isEqualTo(60);
        assertThat(plan.json().path("shares").size()).isEqualTo(3);
        plan.json().path("shares").forEach(share -> {
            if (!share.path("to").isNull()) {
                assertThat(share.path("grades").path("H").asInt(0)).isEqualTo(3);
            }
        });
        assertThat(zhou.get("/api/v1/prospects/" + hot).text("/owner/username"))
                .isEqualTo(store.wang().username());
        assertThat(chen.post(
                                wangs + "/handovers",
                                Map.of("choices", List.of(Map.of("prospectId", theirs.get(59), "to", "POOL"))),
                                Map.of("Idempotency-Key", "leave-1"))
                        .text("/id"))
                .isEqualTo(plan.text("/id"));
        String here = "/api/v1/handovers/" + plan.text("/id");
        Api.Answer done = chen.post(here + "/run", Map.of());
        assertThat(done.text("/finished")).isEqualTo("true");
        assertThat(done.text("/refused")).isEqualTo("0");
        assertThat(chen.post(here + "/run", Map.of()).text("/finished")).isEqualTo("true");
        assertThat(entries(hot, "TRANSFERRED")).hasSize(1);
        assertThat(entries(hot, "TRANSFERRED").get(0).at("/details/reason").asString(""))
                .isEqualTo("LEAVE");
        Api.Answer card = zhou.get("/api/v1/prospects/" + hot);
        assertThat(card.text("/nextFollowUp/date")).isEqualTo(promised);
        assertThat(card.text("/nextFollowUp/handoverDueAt")).startsWith("2026-03-03T09:00");
        assertThat(zhou.get("/api/v1/prospects/" + theirs.get(30)).text("/nextFollowUp/handoverDueAt"))
                .isEmpty();
        assertThat(zhou.get("/api/v1/worklist?date=2026-03-03")
                        .json()
                        .path("items")
                        .toString())
                .contains("\"handover\":true");
        assertThat(zhou.get("/api/v1/prospects/" + theirs.get(59)).text("/owner/username"))
                .isEqualTo(store.chen().username());
        assertThat(zhou.get("/api/v1/prospects?owner=" + store.wang().username())
                        .json()
                        .path("items")
                        .size())
                .isZero();
        deactivateWang();
    }

    @Test
    @DisplayName("notice withdrawn, exports work again; notice for a later day disables nothing before it")
    void noticeWithdrawn() {
        String wangs = "/api/v1/staff/" + store.wang().username();
        chen.post(wangs + "/notice", Map.of("from", "2026-03-09"));
        assertThat(wang.get("/api/v1/worklist.xlsx").status()).isEqualTo(200);
        clock.set("2026-03-09T09:00");
        assertThat(wang.get("/api/v1/worklist.xlsx").status()).isEqualTo(403);
        chen.post(wangs + "/notice/withdrawal", Map.of());
        assertThat(wang.get("/api/v1/worklist.xlsx").status()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "a deputy's contact counts for the deputy, what is due stays the absent owner's; a deputy away too cannot be named")
    void absence() {
        String prospect = opened(wang, card("B", "2026-03-06"));
        recorded(wang, prospect, contact("REACHED", "2026-03-06"));
        io.genjin.database.Tenancy.within(store.dealership().id(), () -> {
            staff.recordAbsence(
                    store.wang().id(),
                    new AbsencePlan(
                            LocalDate.parse("2026-03-03"),
                            LocalDate.parse("2026-03-12"),
                            store.li().username(),
                            "培训"),
                    store.admin());
            Assertions.assertThatThrownBy(() -> staff.recordAbsence(
                            store.li().id(),
                            new AbsencePlan(
                                    LocalDate.parse("2026-03-05"),
                                    LocalDate.parse("2026-03-07"),
                                    store.wang().username(),
                                    "休假"),
                            store.admin()))
                    .isInstanceOf(io.genjin.shared.FieldsRefused.class);
            return 0;
        });
        clock.set("2026-03-07T09:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).singleElement().satisfies(miss -> assertThat(
                        miss.at("/details/owner").asString(""))
                .isEqualTo(store.wang().id().value().toString()));
        assertThat(li.get("/api/v1/worklist").json().toString()).contains(prospect);
        recorded(li, prospect, contact("REACHED", "2026-03-10"));
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")
                        .get(0)
                        .at("/actor/username")
                        .asString(""))
                .isEqualTo(store.li().username());
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/owner/username"))
                .isEqualTo(store.wang().username());
        clock.set("2026-03-13T09:00");
        assertThat(li.get("/api/v1/prospects/" + prospect).status()).isEqualTo(404);
    }
}
