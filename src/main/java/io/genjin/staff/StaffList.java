package io.genjin.staff;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of a dealership as administrator and managers read them: duties, standing, last sign-in, who is away. */
@Component
public class StaffList {

    /** How a person stands. */
    public enum Standing {
        ACTIVE,
        /** Has an open invitation or a new code, and no password yet. */
        INVITED,
        /** The code ran out unused; a new one is needed. */
        INVITATION_OVER,
        LEFT
    }

    /** One person. {@code awayUntil} is the last day of an absence that covers today. */
    public record Row(
            StaffMember member,
            int version,
            Standing standing,
            @Nullable Instant invitedUntil,
            @Nullable Instant lastSignIn,
            @Nullable LocalDate awayUntil) {

        /** The duties in the order of the sale. */
        public List<Role> roles() {
            return member.roles().stream().sorted().toList();
        }
    }

    private static final String ROWS = """
            select m.id, m.username, m.name, m.roles, m.active, m.version,
                   a.password_hash is not null as has_password, a.invited_until, a.last_sign_in_at,
                   (select max(b.to_day)
                      from absence b
                     where b.dealership_id = m.dealership_id
                       and b.staff_id = m.id
                       and :today between b.from_day and b.to_day) as away_until
              from staff_member m
              left join account a on a.dealership_id = m.dealership_id and a.staff_id = m.id
             where m.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;
    private final Absences absences;
    private final Clock wallClock = Clock.systemUTC();

    StaffList(JdbcClient jdbc, Absences absences) {
        this.jdbc = jdbc;
        this.absences = absences;
    }

    /** Everybody: those who work here first, then those who left; by sign-in name. */
    @Transactional(readOnly = true)
    public List<Row> all(DealershipId dealership, LocalDate today) {
        return jdbc.sql(ROWS + " order by m.active desc, m.username")
                .param("dealership", dealership.value())
                .param("today", today)
                .query((row, number) -> row(row, dealership))
                .list();
    }

    @Transactional(readOnly = true)
    public Row one(DealershipId dealership, StaffId id, LocalDate today) {
        return jdbc.sql(ROWS + " and m.id = :id")
                .param("dealership", dealership.value())
                .param("today", today)
                .param("id", id.value())
                .query((row, number) -> row(row, dealership))
                .optional()
                .orElseThrow(() -> new NothingHere(id.value()));
    }

    /** One person's days away, the latest first. */
    @Transactional(readOnly = true)
    public List<Absence> absencesOf(StaffMember member, int most) {
        return absences.of(member, most);
    }

    private Row row(ResultSet row, DealershipId dealership) throws SQLException {
        StaffMember member = new StaffMember(
                new StaffId(row.getObject("id", UUID.class)),
                dealership,
                row.getString("username"),
                row.getString("name"),
                StaffDirectory.roles(row.getString("roles")),
                row.getBoolean("active"));
        Instant invitedUntil = Moments.readOrNull(row, "invited_until");
        return new Row(
                member,
                row.getInt("version"),
                standing(member, row.getBoolean("has_password"), invitedUntil, wallClock.instant()),
                invitedUntil,
                Moments.readOrNull(row, "last_sign_in_at"),
                row.getObject("away_until", LocalDate.class));
    }

    static Standing standing(StaffMember member, boolean hasPassword, @Nullable Instant invitedUntil, Instant now) {
        if (!member.active()) {
            return Standing.LEFT;
        }
        if (hasPassword) {
            return Standing.ACTIVE;
        }
        return invitedUntil != null && invitedUntil.isAfter(now) ? Standing.INVITED : Standing.INVITATION_OVER;
    }
}
