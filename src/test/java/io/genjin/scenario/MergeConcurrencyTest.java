package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S-R54, S-R57: merges and their undoing against edits, transfers, contacts, imports of the same number and other merges, all at
 * once in random order; whatever comes first, no case is without owner, grade and next step, no contact is lost, and every case
 * is read on the one that goes on.
 */
class MergeConcurrencyTest extends Stage {

    private static final int CASES = 4;
    private static final int ROUNDS = 6;
    private static final int AT_ONCE = 5;

    private final AtomicInteger contacts = new AtomicInteger();
    private final List<String> cases = new ArrayList<>();
    private final List<String> mobiles = new ArrayList<>();
    private final List<String> merges = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> answers = java.util.Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    @DisplayName(
            "any schedule of merges, undoings, edits, transfers, contacts and imports keeps the invariant after each round")
    void anySchedule(long seed) throws Exception {
        Random chance = new Random(seed);
        for (int place = 0; place < CASES; place++) {
            String mobile = newMobile();
            Map<String, Object> card = card(place % 2 == 0 ? "B" : "C", "2026-03-06");
            card.put("customerName", "客户" + place);
            card.put("mobile", mobile);
            cases.add(opened(place % 2 == 0 ? li : wang, card));
            mobiles.add(mobile);
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Integer>> acts = new ArrayList<>();
                for (int place = 0; place < AT_ONCE; place++) {
                    acts.add(act(chance)::get);
                }
                for (Future<Integer> done : threads.invokeAll(acts)) {
                    answers.add(done.get());
                }
                check("seed " + seed + ", round " + round);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).as("no defect, no lock shown to a person").allMatch(status -> status < 500);
        assertThat(answers).as("something was done").contains(201);
        clock.set("2026-03-03T09:00");
        sweep.settleFallen();
        assertThat(sweep.recompute(store.dealership().id()))
                .as("stored due moments are those of the histories")
                .isZero();
    }

    private Supplier<Integer> act(Random chance) {
        int one = chance.nextInt(CASES);
        int other = (one + 1 + chance.nextInt(CASES - 1)) % CASES;
        String first = cases.get(one);
        String second = cases.get(other);
        return switch (chance.nextInt(8)) {
            case 0, 1 -> () -> merged(first, second);
            case 2 -> () -> undone(chance.nextInt());
            case 3 ->
                () -> zhou.send(
                                "PATCH",
                                "/api/v1/prospects/" + first,
                                Map.of("remark", "改" + one),
                                Map.of("If-Match", "\"" + version(first) + "\""))
                        .status();
            case 4 ->
                () -> zhou.post(
                                "/api/v1/prospects/" + first + "/transfers",
                                Map.of(
                                        "to",
                                        (one % 2 == 0 ? store.wang() : store.li()).username(),
                                        "reason",
                                        "WORKLOAD"))
                        .status();
            case 5, 6 ->
                () -> {
                    int status = zhou.post(
                                    "/api/v1/prospects/" + first + "/follow-ups", contact("REACHED", "2026-03-05"))
                            .status();
                    if (status == 201) {
                        contacts.incrementAndGet();
                    }
                    return status;
                };
            default ->
                () -> wu.post(
                                "/api/v1/leads",
                                Map.of(
                                        "source",
                                        "OTHER",
                                        "sourceDetail",
                                        "网站",
                                        "customerName",
                                        "客户",
                                        "mobile",
                                        mobiles.get(one)))
                        .status();
        };
    }

    private int merged(String survivor, String absorbed) {
        Map<String, Object> body = new HashMap<>();
        body.put("absorb", absorbed);
        Api.Answer answer = zhou.post(
                "/api/v1/prospects/" + survivor + "/merges",
                body,
                Map.of("If-Match", "\"" + version(survivor) + "\", \"" + version(absorbed) + "\""));
        if (answer.status() == 201) {
            merges.add(answer.text("/id"));
        }
        return answer.status();
    }

    private int undone(int place) {
        List<String> known = List.copyOf(merges);
        if (known.isEmpty()) {
            return 404;
        }
        return zhou.send(
                        "DELETE",
                        "/api/v1/merges/" + known.get(Math.floorMod(place, known.size()))
                                + "?keep=remark,mobile,grade,owner,phone,customerName",
                        null,
                        Map.of())
                .status();
    }

    private int version(String prospect) {
        return zhou.get("/api/v1/prospects/" + prospect).json().path("version").asInt(0);
    }

    private long count(String sql) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("dealership", store.dealership().id().value())
                        .query(Long.class)
                        .single()));
    }

    private void check(String when) {
        assertThat(count("""
                        select count(*)
                          from follow_up
                         where dealership_id = :dealership
                        """)).as("contacts kept: " + when).isEqualTo(contacts.get());
        assertThat(count("""
                        select count(*)
                          from prospect
                         where dealership_id = :dealership
                           and (owner_id is null or grade is null or next_date is null or next_reason is null)
                        """))
                .as("one owner, one grade, one next step: " + when)
                .isZero();
        assertThat(count("""
                        select count(*)
                          from prospect p
                         where p.dealership_id = :dealership
                           and (p.status = 'DUPLICATE') <> (p.merged_into is not null)
                        """)).as("a duplicate says whose: " + when).isZero();
        assertThat(count("""
                        select count(*)
                          from prospect p
                          join prospect s
                            on s.dealership_id = p.dealership_id
                           and s.id = p.merged_into
                         where p.dealership_id = :dealership
                           and s.status = 'DUPLICATE'
                        """))
                .as("and the case that goes on stands for itself: " + when)
                .isZero();
        assertThat(count("""
                        select count(*)
                          from prospect
                         where dealership_id = :dealership
                           and status = 'DUPLICATE'
                        """)).as("each duplicate has its merge: " + when).isEqualTo(count("""
                        select count(*)
                          from prospect_merge
                         where dealership_id = :dealership
                           and undone_at is null
                        """));
        assertThat(count("select count(*) from prospect where dealership_id = :dealership"))
                .as("every number leads to a case that is there: " + when)
                .isEqualTo(CASES);
        long readable = cases.stream()
                .filter(id ->
                        !"DUPLICATE".equals(zhou.get("/api/v1/prospects/" + id).text("/status")))
                .mapToLong(id -> entries(id, "FOLLOW_UP_RECORDED").size())
                .sum();
        assertThat(readable).as("histories joined, none twice: " + when).isEqualTo(contacts.get());
    }

    @Test
    @DisplayName(
            "S-R57: the same two merged in both directions at once, again and again: one merge each time, never a deadlock shown")
    void oppositeOrders() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 8; round++) {
                String one = opened(li, card("B", "2026-03-06"));
                String other = opened(li, card("B", "2026-03-06"));
                List<Callable<Integer>> acts = List.of(
                        () -> merged(one, other),
                        () -> merged(other, one),
                        () -> merged(one, other),
                        () -> merged(other, one));
                List<Integer> got = new ArrayList<>();
                for (Future<Integer> done : threads.invokeAll(acts)) {
                    got.add(done.get());
                }
                assertThat(got).containsOnlyOnce(201);
                assertThat(got).allMatch(status -> status == 201 || status == 409);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName(
            "S-R56: a number that a merge frees while somebody files it leads to the case that goes on, never to a second one")
    void numberFiledMeanwhile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 8; round++) {
                String freed = newMobile();
                Map<String, Object> first = card("B", "2026-03-06");
                first.put("mobile", freed);
                String absorbed = opened(li, first);
                String survivor = opened(li, card("B", "2026-03-06"));
                Map<String, Object> again = card("C", "2026-03-09");
                again.put("mobile", freed);
                List<Callable<Integer>> acts = List.of(
                        () -> merged(survivor, absorbed),
                        () -> wang.post("/api/v1/prospects", again).status(),
                        () -> wu.post(
                                        "/api/v1/leads",
                                        Map.of(
                                                "source",
                                                "OTHER",
                                                "sourceDetail",
                                                "网站",
                                                "customerName",
                                                "客户",
                                                "mobile",
                                                freed))
                                .status());
                for (Future<Integer> done : threads.invokeAll(acts)) {
                    assertThat(done.get()).isLessThan(500);
                }
                assertThat(wang.post("/api/v1/prospects", again).status()).isEqualTo(409);
                assertThat(count("select count(*) from prospect where dealership_id = :dealership"))
                        .isEqualTo(2L * (round + 1));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
