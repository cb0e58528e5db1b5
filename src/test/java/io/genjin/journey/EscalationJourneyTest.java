package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.Escalations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A promise that nobody keeps. */
class EscalationJourneyTest extends Journey {

    @Autowired
    Escalations escalations;

    @Test
    @DisplayName(
            "an overdue promise climbs: the consultant sees it today, the managers in the morning list and at the bell")
    void climbs() {
        card(store.li(), "H", "2026-03-03");
        card(store.li(), "B", "2026-03-04");
        String late = card(store.wang(), "C", "2026-03-07");
        clock.set("2026-03-09T08:30");
        sweep.settleFallen();
        escalations.raise();
        try (Visitor li = phone(store.li())) {
            li.open("/today").look("today-escalated");
            assertThat(li.text()).contains("上报销售经理").contains("上报展厅经理");
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open("/worklist").look("worklist-escalated");
            assertThat(chen.text()).contains("上报销售经理", "上报展厅经理", "提醒本人");
            chen.open("/worklist/print").look("worklist-print-escalated");
            chen.open("/notices?group=CLOCKS").look("notices-escalated");
            assertThat(chen.page().locator("[data-row]").count())
                    .as("the two that reached the showroom manager; C only its owner")
                    .isEqualTo(2);
        }
        try (Visitor wang = phone(store.wang())) {
            wang.open("/notices").look("notices-escalated");
            wang.page().locator("[data-row-link]").first().click();
            wang.page().waitForURL(url -> url.endsWith("/prospects/" + late));
            wang.page().waitForSelector("text=已提醒本人");
        }
    }
}
