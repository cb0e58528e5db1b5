package io.genjin.ownership;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.SharesProspects;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffFact;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who assists with whose customer, and therefore sees the card and records contacts there (scenario 28). */
@Repository
class Assistants implements SharesProspects {

    private final JdbcClient jdbc;

    Assistants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isSharedWith(ProspectId prospect, StaffMember person) {
        return jdbc.sql("""
                        select count(*)
                          from assistant
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and staff_id = :person
                           and ended_at is null
                        """)
                        .param("dealership", person.dealership().value())
                        .param("prospect", prospect.value())
                        .param("person", person.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Adds an assistant; false when they assist already. */
    boolean add(DealershipId dealership, ProspectId prospect, StaffId person, StaffId by, Instant at) {
        return jdbc.sql("""
                                insert into assistant (dealership_id, id, prospect_id, staff_id, named_by, named_at)
                                values (:dealership, :id, :prospect, :person, :by, :at)
                                    on conflict do nothing
                                """)
                        .param("dealership", dealership.value())
                        .param("id", TypedId.newValue())
                        .param("prospect", prospect.value())
                        .param("person", person.value())
                        .param("by", by.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }

    /** Ends an assistance; false when there is none. */
    boolean end(DealershipId dealership, ProspectId prospect, StaffId person, StaffId by, Instant at) {
        return jdbc.sql("""
                                update assistant
                                   set ended_by = :by, ended_at = :at
                                 where dealership_id = :dealership
                                   and prospect_id = :prospect
                                   and staff_id = :person
                                   and ended_at is null
                                """)
                        .param("dealership", dealership.value())
                        .param("prospect", prospect.value())
                        .param("person", person.value())
                        .param("by", by.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }

    List<StaffId> of(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select staff_id
                          from assistant
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and ended_at is null
                         order by named_at, id
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list();
    }

    /** The customers with whom a person assists, those named last first. */
    List<ProspectId> assistedBy(StaffMember person) {
        return jdbc.sql("""
                        select prospect_id
                          from assistant
                         where dealership_id = :dealership
                           and staff_id = :person
                           and ended_at is null
                         order by named_at desc, id desc
                        """)
                .param("dealership", person.dealership().value())
                .param("person", person.id().value())
                .query((row, number) -> new ProspectId(row.getObject("prospect_id", UUID.class)))
                .list();
    }

    /** Who leaves assists nobody any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void leave(StaffFact fact) {
        if (fact.what() == StaffFact.Kind.STAFF_DEACTIVATED && fact.actor() != null) {
            jdbc.sql("""
                            update assistant
                               set ended_by = :by, ended_at = :at
                             where dealership_id = :dealership
                               and staff_id = :person
                               and ended_at is null
                            """)
                    .param("dealership", fact.dealership().value())
                    .param("person", fact.who().value())
                    .param("by", fact.actor())
                    .param("at", Moments.bound(fact.happenedAt()))
                    .update();
        }
    }
}
