package io.genjin.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What is measured. */
final class Operations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Clock CLOCK = Clock.system(ZONE);
    private static final int OK = 200;

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
                new Read("search-name", SEARCH_SQL) {
                    @Override
                    String path(Actor by, RandomGenerator random) {
                        return "/api/v1/prospects?limit=50&q="
                                + URLEncoder.encode(surname(random), StandardCharsets.UTF_8);
                    }

                    @Override
                    Object[] values(Actor by, RandomGenerator random) {
                        String word = surname(random);
                        return new Object[] {by.dealership(), by.id(), by.dealership(), word, word + "\uDBFF\uDFFF", 51
                        };
                    }
                },
                new Read("search-four", LAST_FOUR_SQL) {
                    @Override
                    String path(Actor by, RandomGenerator random) {
                        return "/api/v1/prospects?limit=50&q="
                                + by.lastFours()
                                        .get(random.nextInt(by.lastFours().size()));
                    }

                    @Override
                    Object[] values(Actor by, RandomGenerator random) {
                        return new Object[] {by.dealership(), by.id(), by.dealership(), one(by, random), 51};
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
                new Writes.Create(),
                new Writes.FollowUpRecorded(),
                new SignIn(),
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

    static UUID one(Actor by, RandomGenerator random) {
        return by.customers().get(random.nextInt(by.customers().size()));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), ZONE);
    }

    private static Instant endOfToday() {
        return today().plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
    }

    private static String initials(RandomGenerator random) {
        String letters = "wlzcyhx";
        return "" + letters.charAt(random.nextInt(letters.length())) + letters.charAt(random.nextInt(letters.length()));
    }

    private static String surname(RandomGenerator random) {
        String names = "王李张刘陈杨赵";
        int place = random.nextInt(names.length());
        return names.substring(place, place + 1);
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

    static final String CARD_SQL = """
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

    private static final String LAST_FOUR_SQL = LINE + """
               and p.owner_id in (?)
               and p.mobile_last_four = (select c.mobile_last_four
                                           from prospect c
                                          where c.dealership_id = ?
                                            and c.id = ?)
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
}
