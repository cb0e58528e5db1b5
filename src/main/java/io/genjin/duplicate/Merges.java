package io.genjin.duplicate;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores merges with what they replaced, sealed: numbers and addresses are among it. */
@Repository
class Merges {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Merges(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(DealershipId dealership, Merge merge, Kept kept) {
        jdbc.sql("""
                        insert into prospect_merge (dealership_id, id, survivor_id, absorbed_id, merged_by, merged_at, kept_sealed)
                        values (:dealership, :id, :survivor, :absorbed, :by, :at, :kept)
                        """)
                .param("dealership", dealership.value())
                .param("id", merge.id().value())
                .param("survivor", merge.survivor().value())
                .param("absorbed", merge.absorbed().value())
                .param("by", merge.by().value())
                .param("at", Moments.bound(merge.at()))
                .param("kept", vault.seal(json.writeValueAsString(kept), context(dealership, merge.id())))
                .update();
    }

    Optional<Merge> find(DealershipId dealership, MergeId id) {
        return jdbc.sql("select * from prospect_merge where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Kept kept(DealershipId dealership, MergeId id) {
        byte[] sealed = jdbc.sql("""
                        select kept_sealed
                          from prospect_merge
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query(byte[].class)
                .single();
        return json.readValue(vault.open(sealed, context(dealership, id)), Kept.class);
    }

    void undone(DealershipId dealership, MergeId id, StaffId by, Instant at) {
        jdbc.sql("""
                        update prospect_merge
                           set undone_by = :by, undone_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** The merges a case took part in, newest first. */
    List<Merge> of(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select *
                          from prospect_merge
                         where dealership_id = :dealership
                           and (survivor_id = :prospect or absorbed_id = :prospect)
                         order by merged_at desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Whether one of the two was merged with a third after this merge, and is still. */
    boolean mergedFurther(DealershipId dealership, Merge merge) {
        return jdbc.sql("""
                        select exists (select 1
                                         from prospect_merge
                                        where dealership_id = :dealership
                                          and id <> :id
                                          and undone_at is null
                                          and (absorbed_id = :survivor or survivor_id = :survivor and id > :id))
                        """)
                .param("dealership", dealership.value())
                .param("id", merge.id().value())
                .param("survivor", merge.survivor().value())
                .query(Boolean.class)
                .single();
    }

    /** The cases that were merged into {@code absorbed} before it was merged itself, however deep. */
    List<ProspectId> broughtBy(DealershipId dealership, ProspectId absorbed) {
        List<ProspectId> all = new ArrayList<>();
        List<UUID> next = List.of(absorbed.value());
        while (!next.isEmpty()) {
            next = jdbc.sql("""
                            select absorbed_id
                              from prospect_merge
                             where dealership_id = :dealership
                               and survivor_id in (:survivors)
                               and undone_at is null
                            """)
                    .param("dealership", dealership.value())
                    .param("survivors", next)
                    .query(UUID.class)
                    .list();
            next.forEach(id -> all.add(new ProspectId(id)));
        }
        return all;
    }

    private static Merge read(ResultSet row) throws SQLException {
        UUID undoneBy = row.getObject("undone_by", UUID.class);
        return new Merge(
                new MergeId(row.getObject("id", UUID.class)),
                new ProspectId(row.getObject("survivor_id", UUID.class)),
                new ProspectId(row.getObject("absorbed_id", UUID.class)),
                new StaffId(row.getObject("merged_by", UUID.class)),
                Moments.read(row, "merged_at"),
                undoneBy == null ? null : new StaffId(undoneBy),
                Moments.readOrNull(row, "undone_at"));
    }

    private static String context(DealershipId dealership, MergeId id) {
        return "merge.kept|" + dealership.value() + "|" + id;
    }
}
