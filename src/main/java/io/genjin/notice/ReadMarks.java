package io.genjin.notice;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each person has read: everything up to a line, and single notices above it. */
@Repository
class ReadMarks {

    /** A notice and when it was written down. */
    record Mark(UUID entry, Instant recordedAt) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ReadMarks(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Up to when the person has read everything. */
    Instant line(StaffMember reader) {
        return jdbc.sql("""
                        select seen_until
                          from notice_seen
                         where dealership_id = :dealership
                           and staff_id = :staff
                        """)
                .param("dealership", reader.dealership().value())
                .param("staff", reader.id().value())
                .query((row, number) -> Moments.read(row, "seen_until"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** Moves the line, never back, and drops the marks that it passes. */
    void draw(StaffMember reader, Instant until) {
        jdbc.sql("""
                        insert into notice_seen (dealership_id, staff_id, seen_until)
                        values (:dealership, :staff, :until)
                            on conflict (dealership_id, staff_id)
                            do update set seen_until = excluded.seen_until
                            where notice_seen.seen_until < excluded.seen_until
                        """)
                .param("dealership", reader.dealership().value())
                .param("staff", reader.id().value())
                .param("until", Moments.bound(until))
                .update();
        jdbc.sql("""
                        delete from notice_read
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and recorded_at <= :until
                        """)
                .param("dealership", reader.dealership().value())
                .param("staff", reader.id().value())
                .param("until", Moments.bound(until))
                .update();
    }

    void add(StaffMember reader, List<Mark> read) {
        template.batchUpdate("""
                insert into notice_read (dealership_id, staff_id, entry_id, recorded_at)
                values (?, ?, ?, ?)
                    on conflict do nothing
                """, read, 500, (statement, mark) -> {
            statement.setInt(1, reader.dealership().value());
            statement.setObject(2, reader.id().value());
            statement.setObject(3, mark.entry());
            statement.setObject(4, Moments.bound(mark.recordedAt()));
        });
    }

    /** Which of the notices the person has read one by one. */
    List<UUID> among(StaffMember reader, List<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select entry_id
                                  from notice_read
                                 where dealership_id = :dealership
                                   and staff_id = :staff
                                   and entry_id in (:entries)
                                """)
                        .param("dealership", reader.dealership().value())
                        .param("staff", reader.id().value())
                        .param("entries", entries)
                        .query(UUID.class)
                        .list();
    }

    int forget(DealershipId dealership, Instant before) {
        return jdbc.sql("delete from notice_read where dealership_id = :dealership and recorded_at < :before")
                .param("dealership", dealership.value())
                .param("before", Moments.bound(before))
                .update();
    }
}
