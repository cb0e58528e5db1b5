package io.genjin.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.Outcome;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each number of data quality means, told in examples. */
class DataQualityTest extends QualityStage {

    @Test
    @DisplayName("19, R-112: with every way of moving a date the count of changes is the count of reasons")
    void changesAndReasons() {
        ProspectId zhang = opened(store.li(), Grade.C, day("2026-03-04"));
        moved(zhang, store.li(), day("2026-03-05"), "客户出差");
        contacted(zhang, store.li(), "2026-03-08");
        regraded(zhang, store.li(), Grade.H);

        assertThat(read(Finding.DATE_CHANGES, store.li())).isEqualTo("3 UNJUDGED");
        assertThat(read(Finding.DATE_REASONS, store.li())).isEqualTo("3 UNJUDGED");
        assertThat(read(Finding.DATES_WITHOUT_REASON, store.li())).isEqualTo("0 GOOD");
        assertThat(members(Finding.MOVED_BY_HAND, store.li()))
                .extracting(mark -> mark.details().values().toString())
                .containsExactly("[2026-03-04, 2026-03-05, HAND, 客户出差]");
        assertThat(members(Finding.MOVED_BY_RULE, store.li()))
                .extracting(mark -> mark.details().values().toString())
                .containsExactly("[2026-03-08, 2026-03-04, RULE, REGRADED]");
    }

    @Test
    @DisplayName("R-112: a date changed behind the product's back is found at once, and stays in the ledger for ever")
    void untold() {
        ProspectId zhang = opened(store.li(), Grade.C, day("2026-03-04"));
        inTransaction(() -> jdbc.sql(
                        "update prospect set next_date = date '2026-03-09' where dealership_id = :d and id = :id")
                .param("d", store.dealership().id().value())
                .param("id", zhang.value())
                .update());

        assertThat(read(Finding.DATES_WITHOUT_REASON, store.li())).isEqualTo("1 BAD");
        assertThat(members(Finding.DATE_CHANGES, store.li()))
                .extracting(Mark::note)
                .containsExactly("untold");
        clock.set("2026-03-03T09:00");
        contacted(zhang, store.li(), "2026-03-05");
        assertThat(read(Finding.DATES_WITHOUT_REASON, store.li())).isEqualTo("1 BAD");
        assertThat(read(Finding.DATE_CHANGES, store.li())).isEqualTo("2 UNJUDGED");
        assertThat(members(Finding.DATES_WITHOUT_REASON, store.li()))
                .extracting(mark -> mark.details().values().toString())
                .containsExactly("[2026-03-04, 2026-03-09, UNTOLD, ]");
    }

    @Test
    @DisplayName(
            "R-112: rest, wake-up, a manager's decision and a customer who asks again all tell the old date and the new one")
    void everyStepTellsItsDates() {
        ProspectId zhang = opened(store.li(), Grade.B, day("2026-03-03"));
        contacted(zhang, store.li(), "2026-03-05");
        step(zhang, held -> lifeCycle.review(held, Map.of("summary", "价格"), store.li()));
        step(zhang, held -> lifeCycle.analyseCause(held, Map.of(), store.li()));
        NextStep rest = NextStep.on(day("2026-04-10"), NextStepReason.ROUTINE);
        step(zhang, held -> lifeCycle.rest(held, rest, Map.of(), store.chen()));
        clock.set("2026-03-09T09:00");
        NextStep awake = NextStep.on(day("2026-03-11"), NextStepReason.ROUTINE);
        step(
                zhang,
                held -> lifeCycle.takeUp(
                        held,
                        ProspectFact.Kind.WOKEN,
                        awake,
                        Map.of(),
                        store.chen().id()));
        NextStep decided = NextStep.on(day("2026-03-10"), NextStepReason.ROUTINE);
        step(zhang, held -> followUps.promise(held, decided, null, store.chen()));

        assertThat(read(Finding.DATES_WITHOUT_REASON, null)).isEqualTo("0 GOOD");
        assertThat(read(Finding.DATE_CHANGES, null)).isEqualTo(read(Finding.DATE_REASONS, null));
        assertThat(members(Finding.MOVED_BY_RULE, null))
                .extracting(mark -> mark.details().values().toString())
                .contains("[2026-03-05, 2026-04-10, RULE, SET_DORMANT]")
                .anyMatch(words -> words.endsWith("RULE, DECIDED]"));
    }

    private void step(ProspectId id, Consumer<Prospect> taken) {
        inTransaction(() -> {
            taken.accept(prospects.hold(id, store.chen(), "prospect.transfer"));
            return id;
        });
    }

    @Test
    @DisplayName("the same reason three times is told with the words; other words are not")
    void sameReasons() {
        ProspectId zhang = opened(store.li(), Grade.N, day("2026-03-04"));
        moved(zhang, store.li(), day("2026-03-05"), "客户出差");
        moved(zhang, store.li(), day("2026-03-06"), "客户 出差。");
        moved(zhang, store.li(), day("2026-03-07"), "客户要求");
        assertThat(read(Finding.SAME_REASONS, store.li())).isEqualTo("0 UNJUDGED");
        moved(zhang, store.li(), day("2026-03-08"), "客户出差");

        assertThat(read(Finding.SAME_REASONS, store.li())).isEqualTo("3 UNJUDGED");
        assertThat(report(gao, null, null).sameReasons()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo(store.li());
            assertThat(one.times()).isEqualTo(3);
        });
        assertThat(read(Finding.MOVED_IN_A_ROW, store.li())).isEqualTo("1 WATCH");
        assertThat(members(Finding.MOVED_IN_A_ROW, store.li()).get(0).details()).containsEntry("times", 4);
        assertThat(report(store.wang(), null, null).sameReasons()).isEmpty();
    }

    @Test
    @DisplayName("15 calls in 6 minutes at month end are a burst that opens its fifteen contacts; nothing was refused")
    void burst() {
        clock.set("2026-03-20T09:00");
        List<ProspectId> all = new ArrayList<>();
        for (int customer = 0; customer < 15; customer++) {
            all.add(opened(store.li(), Grade.B, day("2026-03-21")));
        }
        clock.set("2026-03-31T18:00");
        for (ProspectId one : all) {
            contacted(one, store.li(), Outcome.NOT_REACHED, null, "未接通，稍后再打", day("2026-04-02"), null);
            clock.set(clock.instant().plusSeconds(25));
        }

        assertThat(read(Finding.BURSTS, store.li())).isEqualTo("1 WATCH");
        assertThat(members(Finding.BURSTS, store.li())).singleElement().satisfies(mark -> {
            assertThat(mark.details()).containsEntry("begin", at("2026-03-31T18:00:00"));
            assertThat(mark.details()).containsEntry("end", at("2026-03-31T18:05:50"));
            assertThat(mark.details()).containsEntry("count", 15);
        });
        assertThat(members(Finding.BURST_CONTACTS, store.li())).hasSize(15);
        assertThat(read(Finding.REPEATED_TEXTS, store.li())).isEqualTo("15 WATCH");
        assertThat(read(Finding.BURSTS, store.wang())).isEqualTo("0 GOOD");
    }

    @Test
    @DisplayName("written down two hours later is as people work, then it is marked, with both times")
    void writtenLater() {
        ProspectId zhang = opened(store.li(), Grade.C, day("2026-03-04"));
        clock.set("2026-03-04T12:00");
        for (Duration delay : List.of(Duration.ofHours(2), Duration.ofMinutes(121), Duration.ofHours(25))) {
            contacted(
                    zhang, store.li(), Outcome.REACHED, clock.instant().minus(delay), "谈了预算", day("2026-03-06"), null);
        }

        assertThat(read(Finding.WRITTEN_LATER, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.WRITTEN_DAYS_LATER, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.WRITTEN_LATER_SHARE, store.li()))
                .as("three contacts judge nobody")
                .isEqualTo("0.6667 UNJUDGED");
        assertThat(members(Finding.WRITTEN_DAYS_LATER, store.li()).get(0).details())
                .containsEntry("happenedAt", at("2026-03-03T11:00"))
                .containsEntry("recordedAt", at("2026-03-04T12:00"));
    }

    @Test
    @DisplayName("B contacted on Monday may be promised until Friday: on Friday is on the limit, on Thursday within")
    void onTheLimit() {
        ProspectId zhang = opened(store.li(), Grade.B, day("2026-03-03"));
        contacted(zhang, store.li(), "2026-03-06");
        moved(zhang, store.li(), day("2026-03-05"), "客户要求");
        moved(zhang, store.li(), day("2026-03-07"), "客户要求");

        assertThat(members(Finding.PROMISES_ON_LIMIT, store.li()))
                .extracting(mark -> mark.details().get("latest"))
                .containsExactly(day("2026-03-06"));
        assertThat(read(Finding.PROMISES, store.li())).isEqualTo("3 UNJUDGED");
        assertThat(read(Finding.PROMISES_AFTER_LIMIT, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.ON_LIMIT_SHARE, store.li())).isEqualTo("0.3333 UNJUDGED");
        regraded(zhang, store.li(), Grade.H);
        assertThat(read(Finding.PROMISES, store.li()))
                .as("a rule that pulls the date up is nobody's promise")
                .isEqualTo("3 UNJUDGED");
    }

    @Test
    @DisplayName("entries of an older version are told as unknown, and there is no ratio that would not be exact")
    void olderVersion() {
        ProspectId zhang = opened(store.li(), Grade.B, day("2026-03-03"));
        publish(
                "FOLLOW_UP_RECORDED",
                zhang,
                store.li(),
                store.li(),
                Map.of(
                        "counts",
                        true,
                        "outcome",
                        "REACHED",
                        "content",
                        "谈了",
                        "plannedDate",
                        "2026-03-03",
                        "nextDate",
                        "2026-03-03",
                        "nextReason",
                        "ROUTINE"));

        assertThat(read(Finding.PROMISES_UNKNOWN, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.PROMISES, store.li())).isEqualTo("0 UNJUDGED");
        assertThat(read(Finding.RHYTHM_UNKNOWN, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.K03B, store.li())).isEqualTo("– UNJUDGED");
    }

    @Test
    @DisplayName(
            "K03b: B contacted on the 2nd, 6th and 14th met two demands and missed one; written later it met all three")
    void rhythmKept() {
        ProspectId zhang = opened(store.li(), Grade.B, day("2026-03-03"));
        contacted(zhang, store.li(), "2026-03-06");
        clock.set("2026-03-06T10:00");
        contacted(zhang, store.li(), "2026-03-10");
        clock.set("2026-03-14T10:00");
        contacted(zhang, store.li(), "2026-03-16");

        assertThat(read(Finding.RHYTHM_MET, store.li())).isEqualTo("2 UNJUDGED");
        assertThat(read(Finding.RHYTHM_MISSED, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.K03B, store.li())).isEqualTo("0.6667 UNJUDGED");
        contacted(zhang, store.li(), Outcome.REACHED, at("2026-03-10T15:00"), "当时忘了录入", day("2026-03-16"), null);
        assertThat(members(Finding.RHYTHM_MET, store.li()))
                .extracting(Mark::day)
                .containsExactly(day("2026-03-14"), day("2026-03-10"), day("2026-03-06"));
        assertThat(read(Finding.K03B, store.li())).isEqualTo("1 UNJUDGED");
    }

    @Test
    @DisplayName("graded H, may buy within 7 days, now day 9: a hint that names grade, day and window")
    void gradeOutlived() {
        opened(store.li(), Grade.H, day("2026-03-03"));
        opened(store.li(), Grade.N, day("2026-03-03"));
        clock.set("2026-03-09T09:00");
        assertThat(read(Finding.GRADES_OUTLIVED, store.li())).isEqualTo("0 UNJUDGED");
        clock.set("2026-03-11T09:00");

        assertThat(members(Finding.GRADES_OUTLIVED, store.li())).singleElement().satisfies(mark -> assertThat(
                        mark.details().values().toString())
                .isEqualTo("[H, 2026-03-02, 7, 9]"));
        assertThat(read(Finding.N_SHARE, store.li())).isEqualTo("0.5 UNJUDGED");
        for (int more = 0; more < 3; more++) {
            opened(store.li(), Grade.N, day("2026-03-12"));
        }
        assertThat(read(Finding.N_SHARE, store.li())).isEqualTo("0.8 BAD");
        assertThat(read(Finding.WITHOUT_NEXT_STEP, store.li())).isEqualTo("0 GOOD");
    }

    @Test
    @DisplayName("a number on file twice is told without the number, and a consultant sees no colleague's case")
    void numbersTwice() {
        String mobile = newMobile();
        ProspectId first = hqLead(mobile);
        allocated(first, store.wang());
        here(() -> {
            prospects.invalidate(
                    first,
                    ProspectFact.Kind.LEAD_INVALID,
                    "空号",
                    store.chen().id(),
                    store.dealership().id());
            return first;
        });
        ProspectId second = hqLead(mobile);
        allocated(second, store.li());

        assertThat(read(Finding.NUMBERS_TWICE, null)).isEqualTo("2 WATCH");
        Api.Answer own = Api.as(store.li().username(), port).get("/api/v1/quality/members?finding=NUMBERS_TWICE");
        assertThat(own.json().path("items").size()).isEqualTo(1);
        assertThat(own.json().toString())
                .contains(second.toString(), "这个号码共有 2 份档案")
                .doesNotContain(
                        first.toString(),
                        mobile,
                        store.wang().name(),
                        store.wang().username());
    }

    @Test
    @DisplayName("3.9: a customer given up without ever being reached was judged by oneself; reasons open their rows")
    void defeats() {
        ProspectId zhang = opened(store.li(), Grade.B, day("2026-03-03"));
        ProspectId wang = opened(store.li(), Grade.B, day("2026-03-03"));
        contacted(zhang, store.li(), Outcome.NOT_REACHED, null, "未接通", day("2026-03-05"), null);
        contacted(wang, store.li(), "2026-03-05");
        clock.set("2026-03-06T10:00");
        publish(
                "DEFEAT_APPLIED",
                zhang,
                store.li(),
                store.li(),
                Map.of("reasons", List.of("PRICE"), "outcome", "LOST_CONTACT"));
        publish(
                "DEFEAT_APPLIED",
                wang,
                store.li(),
                store.li(),
                Map.of("reasons", List.of("OTHER"), "outcome", "GAVE_UP"));
        clock.set("2026-03-07T10:00");
        publish("DEFEATED", zhang, store.chen(), store.li(), Map.of());
        publish("DEFEAT_REJECTED", wang, store.chen(), store.li(), Map.of("result", "RESCUED"));
        clock.set("2026-03-09T10:00");
        publish("REACTIVATED", zhang, store.chen(), store.wang(), Map.of());

        assertThat(read(Finding.DEFEATS_APPLIED, store.li())).isEqualTo("2 UNJUDGED");
        assertThat(members(Finding.DEFEATS_NEVER_REACHED, store.li()))
                .extracting(Mark::prospect, Mark::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(zhang.value(), "neverReached"));
        assertThat(read(Finding.DAYS_SINCE_CONTACT, store.li())).isEqualTo("4 UNJUDGED");
        assertThat(read(Finding.K18, null)).as("one of two new customers").isEqualTo("0.5 UNJUDGED");
        assertThat(read(Finding.K19, store.li())).isEqualTo("0.5 UNJUDGED");
        assertThat(read(Finding.K20, store.li())).isEqualTo("0.5 UNJUDGED");
        assertThat(read(Finding.DEFEATS_RESCUED, store.li())).isEqualTo("1 UNJUDGED");
        assertThat(read(Finding.DEFEATS_REVIVED, store.li()))
                .as("for whoever had applied")
                .isEqualTo("1 UNJUDGED");
        assertThat(report(gao, null, null).defeatReasons())
                .extracting(one -> one.code() + " " + one.counts())
                .containsExactly(
                        "OTHER {DEFEATS_APPLIED=1, DEFEATS_REJECTED=1, DEFEATS_RESCUED=1}",
                        "PRICE {DEFEATS_APPLIED=1, DEFEATS_NEVER_REACHED=1, DEFEATS_APPROVED=1, DEFEATS_SPECIFIC=1,"
                                + " DEFEATS_REVIVED=1}");
        Api.Answer rows = Api.as(store.chen().username(), port)
                .get("/api/v1/quality/members?finding=DEFEATS_APPLIED&reason=PRICE");
        assertThat(rows.json().path("items").size()).isEqualTo(1);
        assertThat(rows.text("/items/0/why")).isEqualTo("从未接通；最后一次尝试在 4 天前");
    }

    @Test
    @DisplayName("the API says definitions and limits in the reader's language; each role sees what is theirs")
    void api() {
        ProspectId zhang = opened(store.li(), Grade.B, day("2026-03-03"));
        opened(store.wang(), Grade.B, day("2026-03-03"));
        moved(zhang, store.li(), day("2026-03-04"), "客户出差");
        Api li = Api.as(store.li().username(), port);

        Api.Answer all = Api.as(store.chen().username(), port).get("/api/v1/quality?from=2026-03-01&to=2026-03-02");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().path("rows").size()).isEqualTo(3);
        assertThat(all.text("/rows/0/values/MOVED_BY_HAND/number")).isEqualTo("1");
        assertThat(all.json().path("findings").size()).isEqualTo(Finding.values().length);
        all.json().path("findings").forEach(one -> {
            assertThat(one.path("name").asString("")).isNotBlank();
            assertThat(one.path("definition").asString("")).isNotBlank();
        });
        Api.Answer own = li.get("/api/v1/quality");
        assertThat(own.json().path("rows").size()).isEqualTo(1);
        assertThat(own.text("/rows/0/consultant/username")).isEqualTo(store.li().username());
        Api.Answer row = li.get("/api/v1/quality/members?finding=MOVED_BY_HAND");
        assertThat(row.text("/items/0/details/oldDate")).isEqualTo("2026-03-03");
        assertThat(row.text("/items/0/details/newDate")).isEqualTo("2026-03-04");
        assertThat(row.text("/items/0/details/reason")).isEqualTo("客户出差");
        assertThat(row.text("/items/0/actor/username")).isEqualTo(store.li().username());
        assertThat(li.get("/api/v1/quality?consultant=" + store.wang().username())
                        .status())
                .isEqualTo(422);
        assertThat(li.get("/api/v1/quality/members?finding=CASES_NOW&consultant="
                                + store.wang().username())
                        .status())
                .isEqualTo(422);
        StaffMember reception = stores.member(store.dealership(), "he", "何芳", Role.RECEPTIONIST);
        assertThat(Api.as(reception.username(), port).get("/api/v1/quality").status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("days that cannot be and numbers without rows are refused at their field")
    void refusals() {
        Api chen = Api.as(store.chen().username(), port);
        for (Map.Entry<String, String> wrong : Map.of(
                        "/api/v1/quality?to=2026-03-03", "to",
                        "/api/v1/quality?from=2026-03-02&to=2026-03-01", "from",
                        "/api/v1/quality?from=2025-11-30", "from",
                        "/api/v1/quality?from=gestern", "from",
                        "/api/v1/quality/members?finding=K03B", "finding",
                        "/api/v1/quality/members?finding=NOTHING", "finding",
                        "/api/v1/quality/members?finding=CASES_NOW&limit=0", "limit",
                        "/api/v1/quality/members?finding=CASES_NOW&cursor=x", "cursor")
                .entrySet()) {
            Api.Answer answer = chen.get(wrong.getKey());
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.text("/errors/0/field")).as(wrong.getKey()).isEqualTo(wrong.getValue());
        }
        assertThat(chen.get("/api/v1/quality?from=2025-12-01").status())
                .as("92 days are a quarter")
                .isEqualTo(200);
        assertThat(chen.get("/api/v1/quality?from=2026-01-01&to=" + LocalDate.of(2026, 1, 31))
                        .json()
                        .at("/rows/0/values/K18/number")
                        .isNull())
                .as("nothing to divide by is nothing")
                .isTrue();
    }
}
