package io.genjin.staff;

import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People as they stand in the database now, for the desk that changes them; everybody else asks {@link StaffDirectory}. */
@Repository
class StaffMembers {

    private final JdbcClient jdbc;

    StaffMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StaffMember get(DealershipId dealership, StaffId id) {
        return jdbc.sql("""
                        select id, username, name, roles, active
                          from staff_member
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> member(row, dealership))
                .optional()
                .orElseThrow(() -> new NothingHere(id.value()));
    }

    /** All who are active, held until the transaction ends: two administrators cannot take each other away at once. */
    List<StaffMember> holdActive(DealershipId dealership) {
        return jdbc.sql("""
                        select id, username, name, roles, active
                          from staff_member
                         where dealership_id = :dealership
                           and active
                         order by id
                           for no key update
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> member(row, dealership))
                .list();
    }

    /** Holds one person until the transaction ends, so that two absences recorded at once cannot overlap. */
    void hold(StaffMember member) {
        jdbc.sql("""
                        select id
                          from staff_member
                         where dealership_id = :dealership
                           and id = :id
                           for no key update
                        """)
                .param("dealership", member.dealership().value())
                .param("id", member.id().value())
                .query(UUID.class)
                .single();
    }

    void add(StaffMember member, Instant now) {
        jdbc.sql("""
                        insert into staff_member (dealership_id, id, username, name, roles, active, created_at, updated_at,
                                                  version)
                        values (:dealership, :id, :username, :name, :roles, :active, :now, :now, 1)
                        """)
                .param("dealership", member.dealership().value())
                .param("id", member.id().value())
                .param("username", member.username())
                .param("name", member.name())
                .param("roles", codes(member.roles()))
                .param("active", member.active())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Keeps name, duties and standing as given.
     *
     * @param version the one the change was made from; none when the change does not depend on what was seen
     * @throws StaffChanged when a colleague was faster
     */
    void save(StaffMember member, @Nullable Integer version, Instant now) {
        int saved = jdbc.sql("""
                        update staff_member
                           set name = :name, roles = :roles, active = :active, updated_at = :now, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                           and (:version::int is null or version = :version::int)
                        """)
                .param("dealership", member.dealership().value())
                .param("id", member.id().value())
                .param("name", member.name())
                .param("roles", codes(member.roles()))
                .param("active", member.active())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("version", version)
                .update();
        if (saved == 0) {
            throw new StaffChanged();
        }
    }

    private static StaffMember member(ResultSet row, DealershipId dealership) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject("id", UUID.class)),
                dealership,
                row.getString("username"),
                row.getString("name"),
                StaffDirectory.roles(row.getString("roles")),
                row.getBoolean("active"));
    }

    private static String codes(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    /** Notice was given from a day on; nothing takes it back. */
    void notice(StaffMember member, @Nullable LocalDate from, Instant at) {
        jdbc.sql("""
                        update staff_member
                           set notice_given_on = :from, updated_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", member.dealership().value())
                .param("id", member.id().value())
                .param("from", from)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
