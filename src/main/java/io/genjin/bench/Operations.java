package io.genjin.bench;

import io.genjin.prospect.NameTerms;
import io.genjin.shared.Command;
import io.genjin.shared.TypedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** What is measured. */
final class Operations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.system(ZONE);
    private static final int CREATED = 201;
    private static final int OK = 200;

    /** New customers' numbers, after all that a filled database can hold; another run begins elsewhere. */
    private static final AtomicLong NEW = new AtomicLong(50_000_000L + System.nanoTime() / 1000 % 400_000_000L);

    private Operations() {}

    static List<Operation> all() {
        return List.of(
                new Read("card", CARD_SQL) {
                    @Override
                    String path(Actor by, RandomGenerator random) {
                        return "/api/v1/prospects/" + one(by, random);
                    }

                    @Override
                    Object[] values(Actor by, RandomGenerator random) {
                        return new Object[] {by.dealership(), one(by, random)};
                    }
                },
                new Read("due", DUE_SQL) {
                    @Override
                    String path(Actor by, RandomGenerator random) {
                        return "/api/v1/prospects?due=today&limit=50";
                    }

                    @Override
                    Object[] values(Actor by, RandomGenerator random) {
                        return new Object[] {by.dealership(), by.id(), endOfToday(), 51};
                    }
                },
                new Read("search", SEARCH_SQL) {
                    @Override
                    String path(Actor by, RandomGenerator random) {
                        return "/api/v1/prospects?limit=50&q=" + initials(random);
                    }

                    @Override
                    Object[] values(Actor by, RandomGenerator random) {
                        String word = initials(random);
                        return new Object[] {by.dealership(), by.id(), by.dealership(), word, word + "\uDBFF\uDFFF", 51
                        };
                    }
                },
                new Read("worklist", WORKLIST_SQL) {
                    @Override
                    String path(Actor by, RandomGenerator random) {
                        return "/api/v1/worklist";
                    }

                    @Override
                    Object[] values(Actor by, RandomGenerator random) {
                        return new Object[] {by.dealership(), endOfToday(), by.id(), 5000};
                    }
                },
                new Create(),
                new FollowUpRecorded(),
                new Report("daily", "/api/v1/reports/daily") {
                    @Override
                    public boolean isComparable() {
                        return true;
                    }
                },
                new Report("pace", "/api/v1/reports/actual-vs-target"),
                new Report("ratios", "/api/v1/reports/ratios"),
                new Report("funnel", "/api/v1/reports/funnel"),
                new Report("history", "/api/v1/reports/history"),
                new Report("compare", "/api/v1/dealerships/comparison") {
                    @Override
                    public String duty() {
                        return "HQ";
                    }
                });
    }

    /** Those that {@code names} asks for, separated by commas; all when it is empty. */
    static List<Operation> named(String names) {
        if (names.isEmpty()) {
            return all();
        }
        List<Operation> chosen = new ArrayList<>();
        for (String name : names.split(",")) {
            chosen.add(all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Command.NotUnderstood("--only knows no " + name + "; it knows "
                            + String.join(
                                    ", ", all().stream().map(Operation::name).toList()))));
        }
        return chosen;
    }

    private static UUID one(Actor by, RandomGenerator random) {
        return by.customers().get(random.nextInt(by.customers().size()));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), ZONE);
    }

    private static Instant endOfToday() {
        return today().plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
    }

    private static String initials(RandomGenerator random) {
        String letters = "wlzcyhx";
        return "" + letters.charAt(random.nextInt(letters.length())) + letters.charAt(random.nextInt(letters.length()));
    }

    /** A question: one statement for the database. */
    private abstract static class Read implements Operation {

        private final String name;
        private final String sql;

        Read(String name, String sql) {
            this.name = name;
            this.sql = sql;
        }

        abstract String path(Actor by, RandomGenerator random);

        abstract Object[] values(Actor by, RandomGenerator random);

        @Override
        public String name() {
            return name;
        }

        @Override
        public byte[] request(Actor by, RandomGenerator random) {
            return Wire.get(path(by, random), by.token());
        }

        @Override
        public int expected() {
            return OK;
        }

        @Override
        public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
            Sql.enter(app, by.dealership());
            Sql.read(app, sql, values(by, random));
        }
    }

    /** A sales manager reads a report of the whole dealership; the database adds up the counts of the month's days. */
    private static class Report implements Operation {

        private final String name;
        private final String path;

        Report(String name, String path) {
            this.name = name;
            this.path = path;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String duty() {
            return "SALES_MANAGER";
        }

        @Override
        public boolean isComparable() {
            return false;
        }

        @Override
        public byte[] request(Actor by, RandomGenerator random) {
            return Wire.get(path, by.token());
        }

        @Override
        public int expected() {
            return OK;
        }

        @Override
        public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
            Sql.enter(app, by.dealership());
            Sql.read(app, DAYS_SQL, by.dealership(), today().withDayOfMonth(1), today());
        }
    }

    /** A consultant opens a card after the first talk. */
    private static final class Create implements Operation {

        @Override
        public String name() {
            return "create";
        }

        @Override
        public byte[] request(Actor by, RandomGenerator random) {
            long number = NEW.incrementAndGet();
            return Wire.post("/api/v1/prospects", by.token(), "c" + number, """
                    {"customerName":"%s","mobile":"%s","source":"INBOUND_CALL","grade":"B",
                     "gradeEvidence":["CONFIDENCE","NEED"],"nextFollowUpDate":"%s","nextFollowUpReason":"ROUTINE",
                     "intentModels":["途昂 380TSI 四驱"]}
                    """.formatted(
                            People.name(number), People.mobile(number).national(), today().plusDays(1)));
        }

        @Override
        public int expected() {
            return CREATED;
        }

        @Override
        public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
            long number = NEW.incrementAndGet();
            int house = by.dealership();
            Instant now = CLOCK.instant();
            UUID id = TypedId.newValue();
            byte[] hash = bytes(random, 16);
            String name = People.name(number);
            LocalDate tomorrow = today().plusDays(1);
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
    }

    /** A consultant records a contact and promises the next. */
    private static final class FollowUpRecorded implements Operation {

        @Override
        public String name() {
            return "follow-up";
        }

        @Override
        public byte[] request(Actor by, RandomGenerator random) {
            return Wire.post(
                    "/api/v1/prospects/" + one(by, random) + "/follow-ups",
                    by.token(),
                    "f" + NEW.incrementAndGet(),
                    """
                    {"way":"PHONE","outcome":"REACHED","content":"谈了购车时间和预算，约好再来看车","nextDate":"%s",
                     "nextReason":"ROUTINE","lateReason":"客户约定的时间"}
                    """.formatted(today().plusDays(1)));
        }

        @Override
        public int expected() {
            return CREATED;
        }

        @Override
        public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
            int house = by.dealership();
            UUID customer = one(by, random);
            Instant now = CLOCK.instant();
            LocalDate tomorrow = today().plusDays(1);
            String key = "f" + NEW.incrementAndGet();
            Sql.enter(app, house);
            once(app, by, key, now);
            Sql.read(app, CARD_SQL + " for update of p", house, customer);
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
                today(),
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

    private static final String CARD_SQL = """
            select p.*, c.*
              from prospect p
              join customer_info_card c
                on c.dealership_id = p.dealership_id
               and c.prospect_id = p.id
             where p.dealership_id = ?
               and p.id = ?
            """;

    private static final String DAYS_SQL = """
            select part, person_id, sum(rows_counted)
              from figure_day
             where dealership_id = ?
               and day between ? and ?
             group by part, person_id
            """;

    private static final String LINE = """
            select p.id, p.card_no, p.customer_name, p.mobile_sealed, p.grade, p.status, p.card_status, p.source, p.main_model,
                   p.owner_id, p.next_date, p.next_reason, p.due_at, p.last_contact_at, p.handover_due_at, p.submitted_at,
                   p.signed_at, p.sign_comment
              from prospect p
             where p.dealership_id = ?
            """;

    private static final String DUE_SQL = LINE + """
               and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                'DEFEAT_PENDING', 'DORMANT', 'ORDERED')
               and p.owner_id in (?)
               and p.due_at <= ?
             order by p.due_at, p.id
             limit ?
            """;

    private static final String SEARCH_SQL = LINE + """
               and p.owner_id in (?)
               and p.id in (select t.prospect_id
                              from prospect_name_term t
                             where t.dealership_id = ?
                               and t.term >= ?
                               and t.term < ?)
             order by p.due_at, p.id
             limit ?
            """;

    private static final String WORKLIST_SQL = LINE + """
               and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING')
               and p.due_at <= ?
               and p.owner_id in (?)
             order by p.due_at, p.id
             limit ?
            """;

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
