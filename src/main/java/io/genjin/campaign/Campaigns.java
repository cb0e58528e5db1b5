package io.genjin.campaign;

import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Stores campaigns. */
@Repository
class Campaigns {

    private static final int MOST = 500;
    private static final String COLUMNS = """
            c.dealership_id, c.id, c.kind, c.name, c.starts_on, c.ends_on, c.place, c.budget, c.cost, c.responsible_id,
                   c.version, c.changed_by, c.changed_at""";

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Campaign campaign) {
        try {
            bound("""
                            insert into campaign (dealership_id, id, kind, name, starts_on, ends_on, place, budget, cost,
                                                  responsible_id, version, changed_by, changed_at)
                            values (:dealership, :id, :kind, :name, :from, :until, :place, :budget, :cost,
                                    :responsible, :version, :by, :at)
                            """, campaign).update();
        } catch (DuplicateKeyException taken) {
            throw new CampaignNameTaken(campaign.plan().name());
        }
    }

    void update(Campaign campaign) {
        try {
            bound("""
                            update campaign
                               set kind = :kind, name = :name, starts_on = :from, ends_on = :until, place = :place,
                                   budget = :budget, cost = :cost, responsible_id = :responsible, version = :version,
                                   changed_by = :by, changed_at = :at
                             where dealership_id = :dealership
                               and id = :id
                            """, campaign).update();
        } catch (DuplicateKeyException taken) {
            throw new CampaignNameTaken(campaign.plan().name());
        }
    }

    private StatementSpec bound(String sql, Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        return jdbc.sql(sql)
                .param("dealership", campaign.dealership().value())
                .param("id", campaign.id().value())
                .param("kind", plan.kind().name())
                .param("name", plan.name())
                .param("from", plan.from())
                .param("until", plan.until())
                .param("place", plan.place())
                .param("budget", plan.budget().yuan())
                .param("cost", plan.cost().yuan())
                .param("responsible", plan.responsible().value())
                .param("version", campaign.version())
                .param("by", campaign.changedBy().value())
                .param("at", Moments.bound(campaign.changedAt()));
    }

    Campaign get(DealershipId dealership, CampaignId id) {
        return find(dealership, id, "");
    }

    Campaign getForUpdate(DealershipId dealership, CampaignId id) {
        return find(dealership, id, "for update");
    }

    private Campaign find(DealershipId dealership, CampaignId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from campaign c
                         where c.dealership_id = :dealership
                           and c.id = :id
                           %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** The campaigns that end on {@code since} or later, the latest first. */
    List<Campaign> endingSince(DealershipId dealership, LocalDate since) {
        return jdbc.sql("""
                        select %s
                          from campaign c
                         where c.dealership_id = :dealership
                           and c.ends_on >= :since
                         order by c.starts_on desc, c.id desc
                         limit :most
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("since", since)
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    /** The campaign that a card with this source and detail names. */
    Optional<Campaign> named(DealershipId dealership, Source source, String name) {
        return jdbc.sql("""
                        select %s
                          from campaign c
                         where c.dealership_id = :dealership
                           and c.kind = :kind
                           and lower(c.name) = lower(:name)
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("kind", source.name())
                .param("name", name.strip())
                .query((row, number) -> read(row))
                .optional();
    }

    private static Campaign read(ResultSet row) throws SQLException {
        return new Campaign(
                new CampaignId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new CampaignPlan(
                        CampaignKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("place"),
                        new Money(row.getBigDecimal("budget")),
                        new Money(row.getBigDecimal("cost")),
                        new StaffId(row.getObject("responsible_id", UUID.class))),
                row.getInt("version"),
                new StaffId(row.getObject("changed_by", UUID.class)),
                Moments.read(row, "changed_at"));
    }
}
