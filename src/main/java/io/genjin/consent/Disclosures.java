package io.genjin.consent;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what was handed to partners and what was stopped; written once, never changed. */
@Repository
class Disclosures {

    /** The customer's statement that covered a hand-over as it stood at that moment. */
    private static final String STATEMENT = """
             left join consent c
               on c.dealership_id = d.dealership_id
              and c.id = d.consent_id
              and c.partner_id = d.partner_id
              and c.given
              and c.said_at <= d.disclosed_at
              and c.recorded_at <= d.disclosed_at
              and (c.withdrawn_at is null or c.withdrawn_at >= d.disclosed_at)
              and (c.valid_until is null or c.valid_until >= (d.disclosed_at at time zone :zone)::date)
              and lower(c.purpose) = lower(d.purpose)
              and string_to_array(d.fields, ' ') <@ string_to_array(c.fields, ' ')
              and not exists (
                  select 1
                    from consent n
                   where n.dealership_id = d.dealership_id
                     and n.prospect_id = c.prospect_id
                     and n.partner_id = d.partner_id
                     and n.said_at > c.said_at
                     and n.recorded_at < d.disclosed_at)""";

    private final JdbcClient jdbc;

    Disclosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, Disclosure disclosure) {
        ConsentId consent = disclosure.consent();
        ConsentGate.Why why = disclosure.why();
        jdbc.sql("""
                        insert into disclosure (dealership_id, id, prospect_id, partner_id, consent_id, purpose, fields, why, by_id,
                                                disclosed_at)
                        values (:dealership, :id, :prospect, :partner, :consent, :purpose, :fields, :why, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", disclosure.id().value())
                .param("prospect", disclosure.prospect().value())
                .param("partner", disclosure.partner().value())
                .param("consent", consent == null ? null : consent.value())
                .param("purpose", disclosure.purpose())
                .param("fields", DataField.codes(disclosure.fields()))
                .param("why", why == null ? null : why.name())
                .param("by", disclosure.by().value())
                .param("at", Moments.bound(disclosure.at()))
                .update();
    }

    /** The newest about the customer of these cases, newest first. */
    List<Disclosure> of(DealershipId dealership, Collection<ProspectId> cases, int most) {
        return jdbc.sql("""
                        select d.id, d.prospect_id, d.partner_id, d.consent_id, d.purpose, d.fields, d.why, d.by_id, d.disclosed_at
                          from disclosure d
                         where d.dealership_id = :dealership
                           and d.prospect_id in (:cases)
                         order by d.disclosed_at desc, d.id desc
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Counts by partner since {@code since}. Whether a hand-over was allowed is judged again from the statements themselves
     * as they stood at its moment, not taken from the gate that let it pass (K30).
     */
    List<ConsentRate> rates(DealershipId dealership, Instant since, ZoneId zone) {
        return jdbc.sql("""
                        select d.partner_id,
                               count(*) filter (where d.why is null) as handed_over,
                               count(*) filter (where d.why is null and c.id is not null) as allowed,
                               count(*) filter (where d.why is not null) as blocked
                          from disclosure d
                         %s
                         where d.dealership_id = :dealership
                           and d.disclosed_at >= :since
                         group by d.partner_id
                        """.formatted(STATEMENT))
                .param("dealership", dealership.value())
                .param("since", Moments.bound(since))
                .param("zone", zone.getId())
                .query((row, number) -> new ConsentRate(
                        new PartnerId(row.getObject("partner_id", UUID.class)),
                        row.getInt("handed_over"),
                        row.getInt("allowed"),
                        row.getInt("blocked")))
                .list();
    }

    /** One hand-over, and whether a statement covered it. */
    record Handed(UUID id, UUID prospect, StaffId by, Instant at, boolean covered) {}

    /** What was handed over from {@code begin} on and before {@code end}, judged like {@link #rates}. */
    List<Handed> handed(DealershipId dealership, Instant begin, Instant end, ZoneId zone) {
        return jdbc.sql("""
                        select d.id, d.prospect_id, d.by_id, d.disclosed_at, c.id is not null as covered
                          from disclosure d
                         %s
                         where d.dealership_id = :dealership
                           and d.why is null
                           and d.disclosed_at >= :begin
                           and d.disclosed_at < :end
                        """.formatted(STATEMENT))
                .param("dealership", dealership.value())
                .param("begin", Moments.bound(begin))
                .param("end", Moments.bound(end))
                .param("zone", zone.getId())
                .query((row, number) -> new Handed(
                        row.getObject("id", UUID.class),
                        row.getObject("prospect_id", UUID.class),
                        new StaffId(row.getObject("by_id", UUID.class)),
                        Moments.read(row, "disclosed_at"),
                        row.getBoolean("covered")))
                .list();
    }

    private static Disclosure read(ResultSet row) throws SQLException {
        UUID consent = row.getObject("consent_id", UUID.class);
        String why = row.getString("why");
        return new Disclosure(
                new DisclosureId(row.getObject("id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                consent == null ? null : new ConsentId(consent),
                row.getString("purpose"),
                DataField.read(row.getString("fields")),
                why == null ? null : ConsentGate.Why.valueOf(why),
                new StaffId(row.getObject("by_id", UUID.class)),
                Moments.read(row, "disclosed_at"));
    }
}
