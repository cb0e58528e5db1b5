package io.genjin.consent;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the partners of a dealership. */
@Repository
class Partners {

    private final JdbcClient jdbc;

    Partners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Partner partner, StaffId by, Instant at) {
        try {
            jdbc.sql("""
                            insert into partner (dealership_id, id, name, type, added_by, added_at)
                            values (:dealership, :id, :name, :type, :by, :at)
                            """)
                    .param("dealership", partner.dealership().value())
                    .param("id", partner.id().value())
                    .param("name", partner.name())
                    .param("type", partner.type().name())
                    .param("by", by.value())
                    .param("at", Moments.bound(at))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new PartnerKnown(partner.name());
        }
    }

    void retire(DealershipId dealership, PartnerId id, StaffId by, Instant at) {
        jdbc.sql("""
                        update partner
                           set retired_by = :by, retired_at = :at
                         where dealership_id = :dealership
                           and id = :id
                           and retired_at is null
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    Partner get(DealershipId dealership, PartnerId id) {
        return jdbc.sql("""
                        select p.dealership_id, p.id, p.name, p.type, p.retired_at
                          from partner p
                         where p.dealership_id = :dealership
                           and p.id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** All of them, those in use first. */
    List<Partner> all(DealershipId dealership) {
        return jdbc.sql("""
                        select p.dealership_id, p.id, p.name, p.type, p.retired_at
                          from partner p
                         where p.dealership_id = :dealership
                         order by p.retired_at is not null, p.name, p.id
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> read(row))
                .list();
    }

    private static Partner read(ResultSet row) throws SQLException {
        return new Partner(
                new PartnerId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                row.getString("name"),
                Partner.Type.valueOf(row.getString("type")),
                Moments.readOrNull(row, "retired_at"));
    }
}
