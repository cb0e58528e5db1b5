package io.genjin.hqlead;

import static io.genjin.hqlead.HqCaseExamples.LI;
import static io.genjin.hqlead.HqCaseExamples.WANG;
import static io.genjin.hqlead.HqCaseExamples.WU;
import static io.genjin.hqlead.HqCaseExamples.at;
import static io.genjin.hqlead.HqCaseExamples.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.hqlead.HqCase.Punctuality;
import io.genjin.prospect.Ownership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How journal entries become the case of a lead from HQ. */
class HqFoldTest {

    private static final Instant DUE = at("2026-03-03T10:00:00");

    @Test
    void a_new_lead_waits_with_the_designated_person() {
        HqCase lead = received().read();
        assertThat(lead.status()).isEqualTo(HqStatus.NEW);
        assertThat(lead.externalId()).isEqualTo("HQ-7");
        assertThat(lead.cardNo()).isEqualTo("1001");
        assertThat(lead.owners()).containsExactly(new Ownership(at("2026-03-02T10:00:00"), WU, true));
        assertThat(lead.allocatedTo()).isNull();
        assertThat(lead.responsible()).isEqualTo(WU);
    }

    @Test
    void allocation_taking_back_and_allocation_again_leave_their_stretches() {
        HqCase lead = received()
                .given(LI, "2026-03-02T11:00:00")
                .takenBack("2026-03-02T20:00:00")
                .given(WANG, "2026-03-02T21:00:00")
                .read();
        assertThat(lead.status()).isEqualTo(HqStatus.ALLOCATED);
        assertThat(lead.allocations()).isEqualTo(2);
        assertThat(lead.allocatedTo()).isEqualTo(WANG);
        assertThat(lead.owners())
                .containsExactly(
                        new Ownership(at("2026-03-02T10:00:00"), WU, true),
                        new Ownership(at("2026-03-02T11:00:00"), LI, false),
                        new Ownership(at("2026-03-02T20:00:00"), WU, true),
                        new Ownership(at("2026-03-02T21:00:00"), WANG, false));
    }

    @Test
    @DisplayName(
            "1, 2, 5: at the limit in time, a second later late; the designated person's own call counts for nothing")
    void punctuality() {
        HqCaseExamples lead = received().given(LI, "2026-03-02T11:00:00").contact("2026-03-02T12:00:00", false);
        assertThat(lead.read().punctuality(DUE, DUE)).isEqualTo(Punctuality.RUNNING);
        assertThat(lead.read().punctuality(DUE, DUE.plusSeconds(1))).isEqualTo(Punctuality.LATE);
        assertThat(received().contact("2026-03-03T10:00:00", true).read().punctuality(DUE, DUE.plusSeconds(9)))
                .isEqualTo(Punctuality.ON_TIME);
        assertThat(received().contact("2026-03-03T10:00:01", true).read().punctuality(DUE, DUE.plusSeconds(9)))
                .isEqualTo(Punctuality.LATE);
    }

    @Test
    void what_was_typed_later_counts_by_when_it_happened() {
        HqCase lead = received()
                .contact("2026-03-03T11:00:00", true)
                .fact(
                        "FOLLOW_UP_RECORDED",
                        "2026-03-02T18:00:00",
                        "2026-03-03T12:00:00",
                        Map.of("way", "WECHAT", "outcome", "REACHED", "qualifies", true))
                .read();
        assertThat(lead.firstFollowUpAt()).isEqualTo(at("2026-03-02T18:00:00"));
        assertThat(lead.latest()).isEqualTo(new HqCase.Contact(at("2026-03-03T11:00:00"), "PHONE", "REACHED"));
    }

    @Test
    void the_status_follows_the_life_of_the_case() {
        HqCaseExamples lead = received().given(LI, "2026-03-02T11:00:00").contact("2026-03-02T12:00:00", true);
        assertThat(lead.read().status()).isEqualTo(HqStatus.FOLLOWED);
        lead.fact("SET_DORMANT", "2026-03-04T10:00:00", Map.of());
        assertThat(lead.read().status()).isEqualTo(HqStatus.DORMANT);
        lead.fact("WOKEN", "2026-03-05T10:00:00", Map.of());
        assertThat(lead.read().status()).isEqualTo(HqStatus.FOLLOWED);
        lead.fact("ORDERED", "2026-03-06T10:00:00", Map.of());
        assertThat(lead.read().status()).isEqualTo(HqStatus.CONVERTED);
        lead.fact("ORDER_CANCELLED", "2026-03-07T10:00:00", Map.of());
        assertThat(lead.read().status()).isEqualTo(HqStatus.FOLLOWED);
        lead.fact(
                "DEFEATED",
                "2026-03-08T10:00:00",
                "2026-03-08T11:00:00",
                Map.of("outcome", "BOUGHT_COMPETITOR", "reasons", List.of("PRICE", "FINANCE")));
        assertThat(lead.read().status()).isEqualTo(HqStatus.DEFEATED);
        assertThat(lead.read().closedAt()).isEqualTo(at("2026-03-08T11:00:00"));
        assertThat(lead.read().reason()).isEqualTo("BOUGHT_COMPETITOR PRICE FINANCE");
        lead.fact("REACTIVATED", "2026-03-20T10:00:00", Map.of());
        assertThat(lead.read().status()).isEqualTo(HqStatus.FOLLOWED);
        assertThat(lead.read().closedAt()).isNull();
        assertThat(lead.read().reason()).isNull();
    }

    @Test
    void a_case_that_went_into_another_is_a_duplicate_and_the_other_goes_on() {
        HqCaseExamples gone = received();
        gone.fact("MERGED", "2026-03-04T10:00:00", Map.of("from", gone.prospect(), "into", "other"));
        assertThat(gone.read().status()).isEqualTo(HqStatus.DUPLICATE);
        HqCaseExamples stays = received();
        stays.fact("MERGED", "2026-03-04T10:00:00", Map.of("from", "other", "into", stays.prospect()));
        assertThat(stays.read().status()).isEqualTo(HqStatus.NEW);
        assertThat(stays.read().closedAt()).isNull();
    }

    @Test
    @DisplayName("what people wrote about an invalid lead goes to HQ without its numbers")
    void numbers_stay_in_the_house() {
        HqCase lead = received()
                .fact("LEAD_INVALID", "2026-03-02T12:00:00", Map.of("note", "138-0013 8000 是空号，12 次"))
                .read();
        assertThat(lead.status()).isEqualTo(HqStatus.INVALID);
        assertThat(lead.reason()).isEqualTo("*** 是空号，12 次");
        assertThat(HqFold.holdsNumber("请打 13800138000")).isTrue();
        assertThat(HqFold.holdsNumber("7 日内，预算 150000")).isFalse();
    }

    @Test
    void a_repeat_is_a_case_of_its_own_with_whom_the_customer_is_already() {
        List<HqCase> cases = received()
                .given(LI, "2026-03-02T11:00:00")
                .contact("2026-03-02T12:00:00", true)
                .fact(
                        "LEAD_REPEATED",
                        "2026-03-09T10:00:00",
                        Map.of("source", "HQ_ALLOCATED", "externalId", "HQ-9", "cardNo", "1001"))
                .readAll();
        assertThat(cases).hasSize(2);
        HqCase repeat = cases.get(1);
        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.externalId()).isEqualTo("HQ-9");
        assertThat(repeat.status()).isEqualTo(HqStatus.DUPLICATE);
        assertThat(repeat.firstFollowUpAt())
                .as("a contact before it does not answer it")
                .isNull();
        assertThat(repeat.allocatedTo()).isEqualTo(LI);
        assertThat(repeat.owners()).containsExactly(new Ownership(at("2026-03-09T10:00:00"), LI, false));
    }

    @Test
    void a_repeat_from_elsewhere_is_none_of_hqs() {
        assertThat(received()
                        .fact("LEAD_REPEATED", "2026-03-09T10:00:00", Map.of("source", "WALK_IN"))
                        .readAll())
                .hasSize(1);
    }
}
