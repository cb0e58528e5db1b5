package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.StaffDesk;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What proposals and plans show, against a diary that is kept beside the product and knows none of its reports. */
class CoachingFiguresTest extends Stage {

    private static final LocalDate BEGIN = LocalDate.of(2026, 2, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final LocalDate AWAY_FROM = LocalDate.of(2026, 2, 24);
    private static final LocalDate AWAY_TO = LocalDate.of(2026, 2, 26);

    /** What was promised for a day and when it was done, if it was. */
    private static final class Promise {

        private final boolean ofLi;
        private final LocalDate due;
        private LocalDate done;

        private Promise(boolean ofLi, LocalDate due) {
            this.ofLi = ofLi;
            this.due = due;
        }
    }

    private record Contact(boolean ofLi, LocalDate day) {}

    @Autowired
    StaffDesk desk;

    private final List<Promise> promises = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    @Test
    @DisplayName("on a random history the figures of both are those of the diary, without the days somebody was away")
    void diary() {
        long seed = 20260309;
        Random random = new Random(seed);
        live(random);
        clock.set(TODAY + "T10:00");
        Tenancy.within(store.dealership().id(), () -> {
            desk.recordAbsence(
                    store.wang().id(),
                    new AbsencePlan(TODAY, TODAY.plusDays(1), store.li().username(), "调休"),
                    store.admin());
        });
        for (boolean ofLi : new boolean[] {true, false}) {
            JsonNode onTime = clue((ofLi ? store.li() : store.wang()).username(), "ON_TIME");
            assertThat(onTime.path("count").asLong()).as("kept, seed %s", seed).isEqualTo(kept(ofLi, true));
            assertThat(onTime.path("of").asLong()).as("due, seed %s", seed).isEqualTo(due(ofLi, true));
        }
        Api.Answer talk = chen.post(
                "/api/v1/one-to-ones",
                Map.of("consultant", store.wang().username(), "choice", "看一看", "said", "一起看了数字"));
        Map<String, Object> plan = new HashMap<>();
        plan.put("talk", talk.text("/id"));
        plan.put("chosenBecause", "数字");
        plan.put("weaknesses", "邀约少");
        plan.put("rootCause", "时间");
        plan.put("goals", List.of(Map.of("yardstick", "TOTAL_CONTACTS", "to", 99, "by", "2026-03-20")));
        plan.put("steps", List.of(Map.of("what", "打电话", "by", "2026-03-13")));
        plan.put("followUpOn", "2026-03-23");
        JsonNode figures = chen.post("/api/v1/success-plans", plan).json().path("figures");
        assertThat(figures.at("/targets/TOTAL_CONTACTS/actual").asLong())
                .isEqualTo(made(false, TODAY.minusDays(7), TODAY.minusDays(1)));
        assertThat(figures.at("/ratios/ON_TIME/part").asLong()).isEqualTo(kept(false, false));
        assertThat(figures.at("/ratios/ON_TIME/whole").asLong()).isEqualTo(due(false, false));
        assertThat(figures.at("/ratios/CONTACT_TO_VISIT/whole").asLong())
                .isEqualTo(made(false, TODAY.minusDays(28), TODAY.minusDays(1)));
        long now = made(false, TODAY.minusDays(7), TODAY.minusDays(1));
        long before = made(false, TODAY.minusDays(35), TODAY.minusDays(8));
        int daysBefore = 28 - 3;
        assertThat(figures.at("/targets/TOTAL_CONTACTS/trend").asString())
                .as("%s in 7 days, %s in %s", now, before, daysBefore)
                .isEqualTo(now * daysBefore > before * 7 ? "UP" : now * daysBefore < before * 7 ? "DOWN" : "LEVEL");
    }

    /** Three weeks of two consultants with four customers each; Wang is away for three days of them. */
    private void live(Random random) {
        clock.set(BEGIN + "T09:00");
        Tenancy.within(store.dealership().id(), () -> {
            desk.recordAbsence(
                    store.wang().id(),
                    new AbsencePlan(AWAY_FROM, AWAY_TO, store.li().username(), "培训"),
                    store.admin());
        });
        Map<String, Promise> standing = new HashMap<>();
        for (int place = 0; place < 8; place++) {
            boolean ofLi = place % 2 == 0;
            LocalDate next = BEGIN.plusDays(1 + random.nextInt(4));
            String prospect = opened(ofLi ? li : wang, card("B", next.toString()));
            contacts.add(new Contact(ofLi, BEGIN));
            standing.put(prospect, promise(ofLi, next));
        }
        List<String> customers = standing.keySet().stream().sorted().toList();
        for (LocalDate day = BEGIN.plusDays(1); day.isBefore(TODAY); day = day.plusDays(1)) {
            clock.set(day + "T15:00");
            for (String prospect : customers) {
                Promise promise = standing.get(prospect);
                if (random.nextInt(4) == 0) {
                    LocalDate next = day.plusDays(1 + random.nextInt(4));
                    recorded(promise.ofLi ? li : wang, prospect, contact("REACHED", next.toString()));
                    contacts.add(new Contact(promise.ofLi, day));
                    promise.done = day;
                    standing.put(prospect, promise(promise.ofLi, next));
                }
            }
        }
    }

    private Promise promise(boolean ofLi, LocalDate due) {
        Promise promise = new Promise(ofLi, due);
        promises.add(promise);
        return promise;
    }

    private long kept(boolean ofLi, boolean fair) {
        return counted(ofLi, fair).stream()
                .filter(one -> one.done != null && !one.done.isAfter(one.due))
                .count();
    }

    private long due(boolean ofLi, boolean fair) {
        return counted(ofLi, fair).size();
    }

    /** Promises for the 28 days until yesterday, whatever became of them. */
    private List<Promise> counted(boolean ofLi, boolean fair) {
        return promises.stream()
                .filter(one -> one.ofLi == ofLi)
                .filter(one -> !one.due.isBefore(TODAY.minusDays(28)) && one.due.isBefore(TODAY))
                .filter(one -> ofLi || !fair || one.due.isBefore(AWAY_FROM) || one.due.isAfter(AWAY_TO))
                .toList();
    }

    private long made(boolean ofLi, LocalDate from, LocalDate until) {
        return contacts.stream()
                .filter(one -> one.ofLi() == ofLi
                        && !one.day().isBefore(from)
                        && !one.day().isAfter(until))
                .count();
    }

    private JsonNode clue(String username, String measure) {
        JsonNode one = StreamSupport.stream(
                        chen.get("/api/v1/one-to-ones/proposals")
                                .json()
                                .path("proposals")
                                .spliterator(),
                        false)
                .filter(each -> each.path("consultant").asString("").equals(username))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(one.path("reasons").spliterator(), false)
                .filter(each -> each.path("measure").asString("").equals(measure))
                .findFirst()
                .or(() -> StreamSupport.stream(one.path("others").spliterator(), false)
                        .filter(each -> each.path("measure").asString("").equals(measure))
                        .findFirst())
                .orElseThrow(() -> new AssertionError(one.toString()));
    }
}
