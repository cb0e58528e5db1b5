package io.genjin.ratio;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.Source;
import io.genjin.ratio.NaiveRatios.Entry;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/** A dealership with a history wilder than any: facts in any order, dated back, of two owners and nobody, with merged cases. */
abstract class WildStage extends RatioStage {

    private static final AtomicInteger NUMBERS = new AtomicInteger(81_000_000);
    private static final int CUSTOMERS = 12;
    private static final int STEPS = 110;
    private static final List<String> KINDS = List.of(
            "VISIT_RECORDED",
            "VISIT_RECORDED",
            "VISIT_RECORDED",
            "TEST_DRIVEN",
            "TEST_DRIVEN",
            "ORDERED",
            "ORDERED",
            "ORDER_CANCELLED",
            "DELIVERED",
            "DEFEAT_APPLIED",
            "DEFEATED",
            "REACTIVATED",
            "WOKEN",
            "SET_DORMANT",
            "GRADE_CHANGED",
            "GRADE_CHANGED",
            "TRANSFERRED",
            "APPOINTMENT_KEPT",
            "LEAD_REPEATED",
            "LEAD_INVALID",
            "CARD_SUBMITTED",
            "CARD_RETURNED",
            "DEFEAT_REJECTED");

    @Autowired
    ProspectDesk prospects;

    List<Entry> entries() {
        return here(() -> jdbc.sql("""
                        select id, prospect_id, kind, owner_id, source, grade, happened_at, happened_on, recorded_at,
                               details ->> 'into' as merged_into, details ->> 'for' as purpose, (details -> 'reasons')::text as reasons
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id is not null
                        """)
                .param("dealership", store.dealership().id().value())
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("prospect_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("owner_id", UUID.class),
                        row.getString("source") == null ? "" : row.getString("source"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("merged_into"),
                        row.getString("purpose") == null ? "" : row.getString("purpose"),
                        row.getString("reasons") == null ? "" : row.getString("reasons"),
                        row.getString("grade")))
                .list());
    }

    Map<UUID, UUID> survivors() {
        Map<UUID, UUID> survivors = new HashMap<>();
        here(() -> {
            jdbc.sql(
                            "select id, merged_into from prospect where dealership_id = :dealership and merged_into is not null")
                    .param("dealership", store.dealership().id().value())
                    .query(row -> {
                        survivors.put(row.getObject("id", UUID.class), row.getObject("merged_into", UUID.class));
                    });
            return 0;
        });
        return survivors;
    }

    void live(Random chance) {
        live(chance, () -> {});
    }

    /** The same, and something that is done after each step. */
    void live(Random chance, Runnable after) {
        clock.set("2026-01-20T09:00");
        List<UUID> customers = new ArrayList<>();
        Source[] sources = Source.values();
        for (int step = 0; step < STEPS; step++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(60 + chance.nextInt(1400))));
            if (customers.size() < CUSTOMERS && (customers.isEmpty() || chance.nextInt(4) == 0)) {
                Source source = sources[chance.nextInt(sources.length)];
                customers.add(
                        chance.nextInt(3) == 0
                                ? lead(source)
                                : opened(
                                        chance.nextBoolean() ? store.li() : store.wang(),
                                        source == Source.HQ_ALLOCATED ? Source.WALK_IN : source,
                                        Grade.values()[chance.nextInt(5)]));
            } else {
                wild(customers.get(chance.nextInt(customers.size())), chance);
            }
            if (step == STEPS / 2 || step == STEPS - 3) {
                merged(customers.get(0), customers.get(step == STEPS / 2 ? 1 : 2));
            }
            after.run();
        }
    }

    private UUID lead(Source source) {
        String detail = source.needsDetail() ? "某某" : null;
        CardContent content =
                CardContent.of("李强", "139" + NUMBERS.incrementAndGet(), source, detail, List.of("途观"), null);
        return here(() -> prospects
                .receive(
                        new ProspectDesk.Received(
                                content, Grade.N, clock.instant(), store.wu().id(), false),
                        store.wu().id(),
                        store.dealership().id())
                .orElseThrow()
                .id()
                .value());
    }

    private void wild(UUID customer, Random chance) {
        String kind = KINDS.get(chance.nextInt(KINDS.size()));
        if (chance.nextInt(60) == 0) {
            kind = "IMPORT_TAKEN_BACK";
        }
        Map<String, Object> details = new HashMap<>();
        switch (kind) {
            case "DEFEAT_APPLIED" ->
                details.put(
                        "reasons",
                        List.of(List.of("PRICE"), List.of("OTHER"), List.of("OTHER", "MODEL"), List.of())
                                .get(chance.nextInt(4)));
            case "APPOINTMENT_KEPT" ->
                details.put(
                        "for",
                        List.of("SHOWROOM_VISIT", "TEST_DRIVE", "DELIVERY", "HOME_VISIT")
                                .get(chance.nextInt(4)));
            default -> {}
        }
        Instant at = chance.nextInt(5) == 0
                ? clock.instant().minus(Duration.ofHours(chance.nextInt(24 * 9)))
                : clock.instant();
        int grade = chance.nextInt(5);
        StaffMember owner = chance.nextInt(12) == 0 ? null : chance.nextBoolean() ? store.li() : store.wang();
        Source source = List.of(Source.WALK_IN, Source.REFERRAL, Source.OTHER).get(chance.nextInt(3));
        told(kind, customer, owner, "HABCN".substring(grade, grade + 1), source, at, details);
    }
}
