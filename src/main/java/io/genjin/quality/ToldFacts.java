package io.genjin.quality;

import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the journal tells of promises, in the order in which it was written. */
@Component
class ToldFacts {

    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String COLUMNS = """
            select e.id, e.kind, e.prospect_id, e.actor_id, e.owner_id, e.happened_at, e.recorded_at,
                   e.details ->> 'content' as content, e.promised_for, e.details ->> 'nextDate' as next_date,
                   e.details ->> 'latest' as latest, e.details ->> 'reason' as reason,
                   e.details ->> 'nextReason' as next_reason, e.details ->> 'cause' as cause
            """;

    private final JdbcClient jdbc;

    ToldFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was written in the period, and a day before and after it: contacts, and whatever set a next date. */
    List<Told> around(Period period) {
        return jdbc.sql(COLUMNS + """
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.recorded_at >= :first
                           and e.recorded_at < :last
                           and e.prospect_id is not null
                           and (e.kind = 'FOLLOW_UP_RECORDED' or e.details ->> 'nextDate' is not null)
                         order by e.recorded_at, e.id
                        """)
                .param("dealership", period.dealership().id().value())
                .param("first", Moments.bound(period.begin().minus(A_DAY)))
                .param("last", Moments.bound(period.end().plus(A_DAY)))
                .query((row, number) -> told(row))
                .list();
    }

    /** What had been told before the period of the customers that it tells of: since their last contact, or since they came. */
    List<Told> before(Period period) {
        return jdbc.sql(COLUMNS + """
                          from (select distinct w.prospect_id
                                  from journal_entry w
                                 where w.dealership_id = :dealership
                                   and w.recorded_at >= :begin
                                   and w.recorded_at < :end
                                   and w.prospect_id is not null
                                   and w.details ->> 'nextDate' is not null) one
                          left join lateral (select c.recorded_at
                                               from journal_entry c
                                              where c.dealership_id = :dealership
                                                and c.prospect_id = one.prospect_id
                                                and c.recorded_at < :begin
                                                and c.kind = 'FOLLOW_UP_RECORDED'
                                                and c.details ->> 'nextDate' is not null
                                              order by c.recorded_at desc
                                              limit 1) contact on true
                          join journal_entry e
                            on e.dealership_id = :dealership
                           and e.prospect_id = one.prospect_id
                           and e.recorded_at < :begin
                           and e.recorded_at >= coalesce(contact.recorded_at, '-infinity'::timestamptz)
                           and e.details ->> 'nextDate' is not null
                         order by e.recorded_at, e.id
                        """)
                .params(period.params())
                .query((row, number) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("prospect_id", UUID.class),
                person(row, "actor_id"),
                person(row, "owner_id"),
                Moments.read(row, "happened_at"),
                Moments.read(row, "recorded_at"),
                row.getString("content"),
                day(row.getString("promised_for")),
                day(row.getString("next_date")),
                day(row.getString("latest")),
                row.getString("reason"),
                row.getString("next_reason"),
                row.getString("cause"));
    }

    static @Nullable StaffId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable LocalDate day(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
