package io.genjin.privacy;

import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/**
 * The append-only log of looks at personal data: numbers shown whole, lists downloaded or printed, numbers looked up at the door, and
 * what visitors such as HQ unlocked and opened.
 */
@Component
public class AccessLog {

    /** What kind of look it was. */
    public enum Look {
        REVEALED,
        DOWNLOADED,
        PRINTED,
        /** A number was looked up at the door: on file or not. */
        CHECKED,
        /** Somebody from outside, such as HQ, unlocked personal data for a reason and a time, and said why. */
        UNLOCKED,
        /** Somebody from outside opened rows under it. */
        OPENED
    }

    /**
     * One look: who, at whom or what, when, and how many customers it concerned.
     *
     * @param staff   somebody of the dealership; nobody when it was a visitor
     * @param visitor who looked from outside, with their house
     */
    public record Entry(
            Instant at,
            @Nullable UUID staff,
            @Nullable String visitor,
            Look look,
            @Nullable UUID prospect,
            String what,
            int customers) {}

    private final JdbcClient jdbc;
    private final LookDays days;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, LookDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /**
     * A number was shown whole.
     *
     * @throws RevealLimitReached when it is one too many for a day (S-R33)
     */
    @Transactional
    public void revealed(StaffMember by, UUID prospect, String field) {
        days.reveal(by, clock.instant());
        write(by.dealership(), by.id().value(), null, Look.REVEALED, prospect, field, 1);
    }

    /**
     * A list left the product as a file; {@code what} names it, such as {@code worklist.xlsx 2026-03-02}.
     *
     * @throws ExportLimitReached when it is more than the person may take out in a day (S-R32)
     */
    @Transactional
    public void downloaded(StaffMember by, String what, int customers) {
        days.take(by, customers, clock.instant());
        write(by.dealership(), by.id().value(), null, Look.DOWNLOADED, null, what, customers);
    }

    /**
     * A file left that names nobody, or gives back what was brought: the refused rows of one's own sheet, or to HQ what became of HQ's
     * own leads. It is logged, and counts for no limit.
     */
    @Transactional
    public void downloadedUncounted(StaffMember by, String what, int customers) {
        write(by.dealership(), by.id().value(), null, Look.DOWNLOADED, null, what, customers);
    }

    /**
     * A card or list was opened for printing.
     *
     * @throws ExportLimitReached when it is more than the person may take out in a day (S-R32)
     */
    @Transactional
    public void printed(StaffMember by, @Nullable UUID prospect, String what, int customers) {
        days.take(by, customers, clock.instant());
        write(by.dealership(), by.id().value(), null, Look.PRINTED, prospect, what, customers);
    }

    /** A number was looked up; {@code prospect} is whose it was, if it was on file. */
    @Transactional
    public void checked(StaffMember by, @Nullable UUID prospect, String what) {
        write(by.dealership(), by.id().value(), null, Look.CHECKED, prospect, what, prospect == null ? 0 : 1);
    }

    /** Somebody from outside unlocked, or opened under it; whoever calls has entered the dealership that is looked at. */
    @Transactional
    public void visited(DealershipId dealership, String visitor, Look look, String what, int customers) {
        write(dealership, null, visitor, look, null, what, customers);
    }

    /** The newest looks of the dealership, newest first. */
    @Transactional(readOnly = true)
    public List<Entry> newest(StaffMember reader, int limit) {
        return between(reader, null, null, null, null, limit);
    }

    /**
     * The answer to "who saw this customer" and "what did this person see" (S-R72): looks that fit, newest first.
     *
     * @param person   whose looks; everybody's when none
     * @param prospect at whom; at anybody when none
     */
    @Transactional(readOnly = true)
    public List<Entry> between(
            StaffMember reader,
            @Nullable UUID person,
            @Nullable UUID prospect,
            @Nullable Instant from,
            @Nullable Instant before,
            int limit) {
        Conditions conditions = Conditions.in(reader.dealership(), "dealership_id")
                .given("person", person, "staff_id = :person")
                .given("prospect", prospect, "prospect_id = :prospect")
                .given("from", from, "looked_at >= :from")
                .given("before", before, "looked_at < :before");
        return jdbc.sql("""
                        select looked_at, staff_id, visitor, look, prospect_id, what, customers
                          from access_record
                         where %s
                         order by looked_at desc, id desc
                         limit :limit
                        """.formatted(conditions.sql()))
                .params(conditions.params())
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                row.getObject("staff_id", UUID.class),
                row.getString("visitor"),
                Look.valueOf(row.getString("look")),
                row.getObject("prospect_id", UUID.class),
                row.getString("what"),
                row.getInt("customers"));
    }

    private void write(
            DealershipId dealership,
            @Nullable UUID staff,
            @Nullable String visitor,
            Look look,
            @Nullable UUID prospect,
            String what,
            int customers) {
        jdbc.sql("""
                        insert into access_record (dealership_id, id, looked_at, staff_id, visitor, look, prospect_id, what, customers)
                        values (:dealership, :id, :at, :staff, :visitor, :look, :prospect, :what, :customers)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("staff", staff)
                .param("visitor", visitor)
                .param("look", look.name())
                .param("prospect", prospect)
                .param("what", what)
                .param("customers", customers)
                .update();
    }
}
