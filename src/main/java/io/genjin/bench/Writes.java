package io.genjin.bench;

import io.genjin.prospect.NameTerms;
import io.genjin.shared.TypedId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** What leaves something behind: a new card, a contact. Every key and number is used once. */
final class Writes {

    private static final int CREATED = 201;

    /** New customers' numbers, after all that a filled database can hold; another run begins elsewhere. */
    static final AtomicLong NEW = new AtomicLong(50_000_000L + System.nanoTime() / 1000 % 400_000_000L);

    private Writes() {}

    /** A consultant opens a card after the first talk. */
    static final class Create implements Operation {

        /** Customers made without the product, whose numbers nobody sealed. */
        private final Map<Integer, Queue<UUID>> unsealed = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "create";
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public byte[] request(Actor by, RandomGenerator random) {
            long number = NEW.incrementAndGet();
            return Wire.post("/api/v1/prospects", by.token(), "c" + number, """
                    {"customerName":"%s","mobile":"%s","source":"INBOUND_CALL","grade":"B",
                     "gradeEvidence":["CONFIDENCE","NEED"],"nextFollowUpDate":"%s","nextFollowUpReason":"ROUTINE",
                     "intentModels":["途昂 380TSI 四驱"]}
                    """.formatted(
                            People.name(number),
                            People.mobile(number).national(),
                            Operations.today().plusDays(1)));
        }

        @Override
        public int expected() {
            return CREATED;
        }

        @Override
        public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
            long number = NEW.incrementAndGet();
            int house = by.dealership();
            Instant now = Operations.CLOCK.instant();
            UUID id = TypedId.newValue();
            unsealed.computeIfAbsent(house, none -> new ConcurrentLinkedQueue<>())
                    .add(id);
            byte[] hash = bytes(random, 16);
            String name = People.name(number);
            LocalDate tomorrow = Operations.today().plusDays(1);
            Sql.enter(app, house);
            once(app, by, "c" + number, now);
            Sql.read(app, "select effective_from, policy::text from policy_version where dealership_id = ?", house);
            Sql.read(
                    app,
                    "select id from prospect where dealership_id = ? and mobile_hash = ? and status = 'DEFEATED'",
                    house,
                    hash);
            Sql.read(app, "select nextval('card_no')");
            Sql.write(
                    app,
                    INSERT_PROSPECT,
                    house,
                    id,
                    number,
                    now,
                    by.id(),
                    by.id(),
                    name,
                    bytes(random, 44),
                    hash,
                    bytes(random, 16),
                    tomorrow,
                    now,
                    now,
                    tomorrow,
                    Objects.requireNonNullElse(NameTerms.sound(name), ""),
                    by.id(),
                    now,
                    by.id(),
                    now);
            Sql.write(
                    app,
                    "insert into customer_info_card (dealership_id, prospect_id, customer_type, intent_models, competitors)"
                            + " values (?, ?, 'INDIVIDUAL', '[]'::jsonb, '[]'::jsonb)",
                    house,
                    id);
            for (String term : NameTerms.of(name)) {
                Sql.write(
                        app,
                        "insert into prospect_name_term (dealership_id, term, prospect_id) values (?, ?, ?)",
                        house,
                        term,
                        id);
            }
            journal(app, by, id, "PROSPECT_OPENED", "{\"nextDate\": \"" + tomorrow + "\"}", now);
            settled(app, by, "c" + number);
        }

        @Override
        public void tidyUp(Connection owner) throws SQLException {
            for (Map.Entry<Integer, Queue<UUID>> one : unsealed.entrySet()) {
                Array made = owner.createArrayOf("uuid", one.getValue().toArray());
                for (String table : List.of("journal_entry", "prospect_name_term", "customer_info_card")) {
                    Sql.write(
                            owner,
                            "delete from " + table + " where dealership_id = ? and prospect_id = any (?)",
                            one.getKey(),
                            made);
                }
                Sql.write(owner, "delete from prospect where dealership_id = ? and id = any (?)", one.getKey(), made);
            }
            unsealed.clear();
        }
    }

    /** A consultant records a contact and promises the next. */
    static final class FollowUpRecorded implements Operation {

        @Override
        public String name() {
            return "follow-up";
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public byte[] request(Actor by, RandomGenerator random) {
            return Wire.post(
                    "/api/v1/prospects/" + Operations.one(by, random) + "/follow-ups",
                    by.token(),
                    "f" + NEW.incrementAndGet(),
                    """
                    {"way":"PHONE","outcome":"REACHED","content":"谈了购车时间和预算，约好再来看车","nextDate":"%s",
                     "nextReason":"ROUTINE","lateReason":"客户约定的时间"}
                    """.formatted(Operations.today().plusDays(1)));
        }

        @Override
        public int expected() {
            return CREATED;
        }

        @Override
        public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
            int house = by.dealership();
            UUID customer = Operations.one(by, random);
            Instant now = Operations.CLOCK.instant();
            LocalDate tomorrow = Operations.today().plusDays(1);
            String key = "f" + NEW.incrementAndGet();
            Sql.enter(app, house);
            once(app, by, key, now);
            Sql.read(app, Operations.CARD_SQL + " for update of p", house, customer);
            for (String history : HISTORY) {
                Sql.read(app, history, house, customer);
            }
            Sql.write(
                    app,
                    INSERT_FOLLOW_UP,
                    house,
                    TypedId.newValue(),
                    customer,
                    tomorrow,
                    now,
                    now,
                    by.id(),
                    "谈了购车时间和预算，约好再来看车",
                    tomorrow);
            Sql.write(
                    app,
                    "update prospect set next_date = ?, due_at = ?, last_contact_at = ?, updated_by = ?, updated_at = ?,"
                            + " version = version + 1 where dealership_id = ? and id = ?",
                    tomorrow,
                    now.plusSeconds(86_400),
                    now,
                    by.id(),
                    now,
                    house,
                    customer);
            journal(
                    app,
                    by,
                    customer,
                    "FOLLOW_UP_RECORDED",
                    "{\"way\": \"PHONE\", \"nextDate\": \"" + tomorrow + "\"," + " \"plannedDate\": \"" + tomorrow
                            + "\"}",
                    now);
            settled(app, by, key);
        }
    }

    private static void once(Connection app, Actor by, String key, Instant now) throws SQLException {
        Sql.write(
                app,
                "insert into once_key (dealership_id, person_id, once_key, request_hash, status, created_at)"
                        + " values (?, ?, ?, 'x', 0, ?)",
                by.dealership(),
                by.id(),
                key,
                now);
    }

    private static void settled(Connection app, Actor by, String key) throws SQLException {
        Sql.write(
                app,
                "update once_key set status = 201, body = ? where dealership_id = ? and person_id = ? and once_key = ?",
                "x".repeat(1500),
                by.dealership(),
                by.id(),
                key);
    }

    private static void journal(Connection app, Actor by, UUID customer, String kind, String details, Instant now)
            throws SQLException {
        Sql.write(
                app,
                INSERT_ENTRY,
                by.dealership(),
                TypedId.newValue(),
                customer,
                kind,
                now,
                Operations.today(),
                now,
                by.id(),
                by.id(),
                details);
    }

    private static byte[] bytes(RandomGenerator random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static final List<String> HISTORY = List.of(
            "select grade_after, changed_at from grade_change where dealership_id = ? and prospect_id = ?",
            "select to_id, changed_at, reason, waits from ownership_change where dealership_id = ? and prospect_id = ?",
            "select happened_at, outcome from follow_up where dealership_id = ? and prospect_id = ? and qualifies",
            "select planned_at, planned_date, reason from late_plan where dealership_id = ? and prospect_id = ?",
            "select times, days, changed_at from rhythm_change where dealership_id = ? and prospect_id = ?",
            "select status_after, changed_at from status_change where dealership_id = ? and prospect_id = ?",
            "select due_at, place, owner_id, first, excused, entry_id from miss"
                    + " where dealership_id = ? and prospect_id = ? and withdrawn_at is null");

    private static final String INSERT_PROSPECT = """
            insert into prospect (dealership_id, id, card_no, status, source, received_at, owner_id, first_owner_id,
                                  important_customer, initial_grade, grade, grade_evidence, customer_name, mobile_sealed,
                                  mobile_hash, mobile_last_four, main_model, next_date, next_reason, next_note, due_at,
                                  rule_due_at, latest_day, first_pending, card_status, visit_count, name_sound, findable,
                                  created_by, created_at, updated_by, updated_at, version)
            values (?, ?, ?, 'ASSIGNED', 'INBOUND_CALL', ?, ?, ?, false, 'B', 'B', 'CONFIDENCE,NEED', ?, ?, ?, ?,
                    '途昂 380TSI 四驱', ?, 'ROUTINE', '', ?, ?, ?, true, 'DRAFT', 0, ?, true, ?, ?, ?, ?, 1)
            """;

    private static final String INSERT_FOLLOW_UP = """
            insert into follow_up (dealership_id, id, prospect_id, planned_date, happened_at, recorded_at, by_id, way, reason,
                                   outcome, content, grade_before, grade_after, next_date, next_reason, qualifies)
            values (?, ?, ?, ?, ?, ?, ?, 'PHONE', 'ROUTINE', 'REACHED', ?, 'B', 'B', ?, 'ROUTINE', true)
            """;

    private static final String INSERT_ENTRY = """
            insert into journal_entry (dealership_id, id, prospect_id, kind, happened_at, happened_on, recorded_at, actor_id,
                                       owner_id, grade, source, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'B', 'INBOUND_CALL', ?::jsonb)
            """;
}
