package io.genjin.review;

import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores reviews with their chair and participants; the reports never change after the opening. */
@Repository
class WeeklyReviews {

    private static final String COLUMNS = """
            w.dealership_id, w.id, w.week_start, w.opened_by, w.opened_at, w.chair_id, w.version, w.reports, w.archived""";

    /** Words of a finding or a decision, found wherever they stand. */
    private static final String SAYS = """
            (exists (select 1
                                   from review_finding f
                                  where f.dealership_id = w.dealership_id
                                    and f.review_id = w.id
                                    and (strpos(lower(f.defect), :words) > 0 or strpos(lower(f.figure), :words) > 0))
                          or exists (select 1
                                       from review_decision d
                                      where d.dealership_id = w.dealership_id
                                        and d.review_id = w.id
                                        and strpos(lower(d.words), :words) > 0))""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WeeklyReviews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds it; false when there is one of that week already. */
    boolean add(WeeklyReview review) {
        int added = jdbc.sql("""
                        insert into weekly_review (dealership_id, id, week_start, opened_by, opened_at, chair_id, version,
                                                   reports)
                        values (:dealership, :id, :week, :by, :at, :chair, :version, :reports)
                            on conflict (dealership_id, week_start) do nothing
                        """)
                .param("dealership", review.dealership().value())
                .param("id", review.id().value())
                .param("week", review.week().monday())
                .param("by", review.openedBy().value())
                .param("at", Moments.bound(review.openedAt()))
                .param("chair", review.chair().value())
                .param("version", review.version())
                .param("reports", json.writeValueAsString(review.reports()))
                .update();
        if (added > 0) {
            addParticipants(review);
        }
        return added > 0;
    }

    private void addParticipants(WeeklyReview review) {
        for (StaffId participant : review.participants()) {
            jdbc.sql("""
                            insert into review_participant (dealership_id, review_id, staff_id)
                            values (:dealership, :review, :staff)
                            """)
                    .param("dealership", review.dealership().value())
                    .param("review", review.id().value())
                    .param("staff", participant.value())
                    .update();
        }
    }

    /** Chair and participants. */
    void seat(WeeklyReview review) {
        jdbc.sql("""
                        update weekly_review
                           set chair_id = :chair, version = :version
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("chair", review.chair().value())
                .param("version", review.version())
                .param("dealership", review.dealership().value())
                .param("id", review.id().value())
                .update();
        jdbc.sql("""
                        delete from review_participant
                         where dealership_id = :dealership
                           and review_id = :id
                        """)
                .param("dealership", review.dealership().value())
                .param("id", review.id().value())
                .update();
        addParticipants(review);
    }

    /** The review and every part of it stay as they are from now on. */
    void archive(WeeklyReview review) {
        for (String table :
                List.of("review_participant", "review_note", "review_finding", "review_decision", "weekly_review")) {
            jdbc.sql("""
                            update %s
                               set archived = true
                             where dealership_id = :dealership
                               and %s = :review
                            """.formatted(table, table.equals("weekly_review") ? "id" : "review_id"))
                    .param("dealership", review.dealership().value())
                    .param("review", review.id().value())
                    .update();
        }
    }

    Optional<WeeklyReview> find(DealershipId dealership, ReviewWeek week) {
        return find(dealership, week, "");
    }

    /** Locked until the transaction ends: nothing is written into a review while it goes into the archive. */
    Optional<WeeklyReview> hold(DealershipId dealership, ReviewWeek week) {
        return find(dealership, week, "for update");
    }

    private Optional<WeeklyReview> find(DealershipId dealership, ReviewWeek week, String lock) {
        return jdbc.sql("""
                        select %s
                          from weekly_review w
                         where w.dealership_id = :dealership
                           and w.week_start = :week
                           %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The newest week first; with words only those that say them in a finding or a decision. */
    Page<WeeklyReview> list(DealershipId dealership, @Nullable String words, int limit, @Nullable String after) {
        Conditions where = Conditions.in(dealership, "w.dealership_id").given("words", words, SAYS);
        Cursor cursor = Cursor.read(after, 1);
        if (cursor != null) {
            where.and("w.week_start < :before")
                    .with("before", Cursor.day(cursor.values().get(0)));
        }
        List<WeeklyReview> rows = jdbc.sql("""
                        select %s
                          from weekly_review w
                         where %s
                         order by w.week_start desc
                         limit :rows
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.week().monday()));
    }

    private WeeklyReview read(ResultSet row) throws SQLException {
        DealershipId dealership = new DealershipId(row.getInt("dealership_id"));
        ReviewId id = new ReviewId(row.getObject("id", UUID.class));
        return new WeeklyReview(
                id,
                dealership,
                new ReviewWeek(row.getObject("week_start", LocalDate.class)),
                new StaffId(row.getObject("opened_by", UUID.class)),
                Moments.read(row, "opened_at"),
                new StaffId(row.getObject("chair_id", UUID.class)),
                participants(dealership, id),
                row.getInt("version"),
                json.readValue(row.getString("reports"), FrozenReports.class),
                row.getBoolean("archived"));
    }

    private List<StaffId> participants(DealershipId dealership, ReviewId review) {
        return jdbc.sql("""
                        select p.staff_id
                          from review_participant p
                         where p.dealership_id = :dealership
                           and p.review_id = :review
                         order by p.staff_id
                        """)
                .param("dealership", dealership.value())
                .param("review", review.value())
                .query((row, number) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list();
    }

    /** Whether any week was reviewed or asked for. */
    boolean areKept(DealershipId dealership) {
        return jdbc.sql("""
                        select exists (select 1 from review_reminder r where r.dealership_id = :dealership)
                            or exists (select 1 from weekly_review w where w.dealership_id = :dealership)
                        """)
                .param("dealership", dealership.value())
                .query(Boolean.class)
                .single();
    }

    /** Notes down that the managers are reminded of a week; false when they were already. */
    boolean remind(DealershipId dealership, ReviewWeek week, String stage, Instant at) {
        return jdbc.sql("""
                                insert into review_reminder (dealership_id, week_start, stage, told_at)
                                values (:dealership, :week, :stage, :at)
                                    on conflict (dealership_id, week_start, stage) do nothing
                                """)
                        .param("dealership", dealership.value())
                        .param("week", week.monday())
                        .param("stage", stage)
                        .param("at", Moments.bound(at))
                        .update()
                > 0;
    }
}
