package io.genjin.privacy;

import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The append-only log of looks at personal data: numbers shown whole, lists downloaded or printed, numbers looked up at the door. */
@Component
public class AccessLog {

    /** What kind of look it was. */
    public enum Look {
        REVEALED,
        DOWNLOADED,
        PRINTED,
        /** A number was looked up at the door: on file or not. */
        CHECKED
    }

    /** One look: who, at whom or what, when, and how many customers it concerned. */
    public record Entry(
            Instant at, UUID staff, Look look, @Nullable UUID prospect, String what, int customers) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A number was shown whole. */
    @Transactional
    public void revealed(StaffMember by, UUID prospect, String field) {
        write(by, Look.REVEALED, prospect, field, 1);
    }

    /** A list left the product as a file; {@code what} names it, such as {@code worklist.xlsx 2026-03-02}. */
    @Transactional
    public void downloaded(StaffMember by, String what, int customers) {
        write(by, Look.DOWNLOADED, null, what, customers);
    }

    /** A card or list was opened for printing. */
    @Transactional
    public void printed(StaffMember by, @Nullable UUID prospect, String what, int customers) {
        write(by, Look.PRINTED, prospect, what, customers);
    }

    /** A number was looked up; {@code prospect} is whose it was, if it was on file. */
    @Transactional
    public void checked(StaffMember by, @Nullable UUID prospect, String what) {
        write(by, Look.CHECKED, prospect, what, prospect == null ? 0 : 1);
    }

    /** The newest looks of the dealership, newest first. */
    @Transactional(readOnly = true)
    public List<Entry> newest(StaffMember reader, int limit) {
        return jdbc.sql("""
                        select looked_at, staff_id, look, prospect_id, what, customers
                          from access_record
                         where dealership_id = :dealership
                         order by looked_at desc, id desc
                         limit :limit
                        """)
                .param("dealership", reader.dealership().value())
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("staff_id", UUID.class),
                        Look.valueOf(row.getString("look")),
                        row.getObject("prospect_id", UUID.class),
                        row.getString("what"),
                        row.getInt("customers")))
                .list();
    }

    private void write(StaffMember by, Look look, @Nullable UUID prospect, String what, int customers) {
        jdbc.sql("""
                        insert into access_record (dealership_id, id, looked_at, staff_id, look, prospect_id, what, customers)
                        values (:dealership, :id, :at, :staff, :look, :prospect, :what, :customers)
                        """)
                .param("dealership", by.dealership().value())
                .param("id", TypedId.newValue())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("staff", by.id().value())
                .param("look", look.name())
                .param("prospect", prospect)
                .param("what", what)
                .param("customers", customers)
                .update();
    }
}
