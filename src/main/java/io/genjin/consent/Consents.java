package io.genjin.consent;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what customers said about partners; the database lets nothing of it be changed but the taking back. */
@Repository
class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Consent consent) {
        jdbc.sql("""
                        insert into consent (dealership_id, id, prospect_id, partner_id, purpose, fields, given, channel, said_at,
                                             evidence, valid_until, recorded_by, recorded_at)
                        values (:dealership, :id, :prospect, :partner, :purpose, :fields, :given, :channel, :saidAt,
                                :evidence, :validUntil, :by, :recordedAt)
                        """)
                .param("dealership", consent.dealership().value())
                .param("id", consent.id().value())
                .param("prospect", consent.prospect().value())
                .param("partner", consent.partner().value())
                .param("purpose", consent.purpose())
                .param("fields", DataField.codes(consent.scope()))
                .param("given", consent.given())
                .param("channel", consent.channel().name())
                .param("saidAt", Moments.bound(consent.saidAt()))
                .param("evidence", consent.evidence())
                .param("validUntil", consent.validUntil())
                .param("by", consent.recordedBy().value())
                .param("recordedAt", Moments.bound(consent.recordedAt()))
                .update();
    }

    void withdraw(DealershipId dealership, ConsentId id, StaffId by, Instant at) {
        int written = jdbc.sql("""
                        update consent
                           set withdrawn_at = :at, withdrawn_by = :by
                         where dealership_id = :dealership
                           and id = :id
                           and given
                           and withdrawn_at is null
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
        if (written == 0) {
            throw new NothingToWithdraw();
        }
    }

    /** Everything that the customer of these cases said, newest first. */
    List<Consent> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select c.dealership_id, c.id, c.prospect_id, c.partner_id, c.purpose, c.fields, c.given, c.channel,
                               c.said_at, c.evidence, c.valid_until, c.recorded_by, c.recorded_at, c.withdrawn_at
                          from consent c
                         where c.dealership_id = :dealership
                           and c.prospect_id in (:cases)
                         order by c.said_at desc, c.id desc
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    private static Consent read(ResultSet row) throws SQLException {
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getString("purpose"),
                DataField.read(row.getString("fields")),
                row.getBoolean("given"),
                Consent.Channel.valueOf(row.getString("channel")),
                Moments.read(row, "said_at"),
                row.getString("evidence"),
                row.getObject("valid_until", LocalDate.class),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                Moments.read(row, "recorded_at"),
                Moments.readOrNull(row, "withdrawn_at"));
    }
}
