package io.genjin.ownership;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which customers buy together. */
@Repository
class BuyingGroups {

    private final JdbcClient jdbc;

    BuyingGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> groupOf(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select group_id
                          from buying_group_member
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and unlinked_at is null
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query(UUID.class)
                .optional();
    }

    /** The members of a group, those linked first first. */
    List<ProspectId> members(DealershipId dealership, UUID group) {
        return jdbc.sql("""
                        select prospect_id
                          from buying_group_member
                         where dealership_id = :dealership
                           and group_id = :group
                           and unlinked_at is null
                         order by linked_at, id
                        """)
                .param("dealership", dealership.value())
                .param("group", group)
                .query((row, number) -> new ProspectId(row.getObject("prospect_id", UUID.class)))
                .list();
    }

    void add(DealershipId dealership, UUID group, ProspectId prospect, String reason, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into buying_group_member (dealership_id, id, group_id, prospect_id, linked_by, linked_at, reason)
                        values (:dealership, :id, :group, :prospect, :by, :at, :reason)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("group", group)
                .param("prospect", prospect.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .param("reason", reason)
                .update();
    }

    void remove(DealershipId dealership, ProspectId prospect, String reason, StaffId by, Instant at) {
        jdbc.sql("""
                        update buying_group_member
                           set unlinked_by = :by, unlinked_at = :at, unlink_reason = :reason
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and unlinked_at is null
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .param("reason", reason)
                .update();
    }
}
