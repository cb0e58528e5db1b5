package io.genjin.campaign;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores who is invited to which campaign, and which cards a campaign brought. */
@Repository
class GuestLists {

    private static final String COLUMNS =
            "i.campaign_id, i.prospect_id, i.invited_by, i.invited_at, i.answer, i.attended_at";

    private final JdbcClient jdbc;

    GuestLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; a customer stands once on a campaign's list */
    boolean add(DealershipId dealership, Invitation invitation) {
        return jdbc.sql("""
                        insert into campaign_invitation (dealership_id, campaign_id, prospect_id, invited_by, invited_at, answer,
                                                         attended_at)
                        values (:dealership, :campaign, :prospect, :by, :at, :answer, :attendedAt)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("campaign", invitation.campaign().value())
                        .param("prospect", invitation.prospect().value())
                        .param("by", idOrNull(invitation.invitedBy()))
                        .param("at", Moments.boundOrNull(invitation.invitedAt()))
                        .param("answer", nameOrNull(invitation.answer()))
                        .param("attendedAt", Moments.boundOrNull(invitation.attendedAt()))
                        .update()
                == 1;
    }

    private static @Nullable UUID idOrNull(@Nullable StaffId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String nameOrNull(Invitation.@Nullable Answer answer) {
        return answer == null ? null : answer.name();
    }

    void update(DealershipId dealership, Invitation invitation) {
        jdbc.sql("""
                        update campaign_invitation
                           set answer = :answer, attended_at = :attendedAt
                         where dealership_id = :dealership
                           and campaign_id = :campaign
                           and prospect_id = :prospect
                        """)
                .param("dealership", dealership.value())
                .param("campaign", invitation.campaign().value())
                .param("prospect", invitation.prospect().value())
                .param("answer", nameOrNull(invitation.answer()))
                .param("attendedAt", Moments.boundOrNull(invitation.attendedAt()))
                .update();
    }

    Optional<Invitation> find(DealershipId dealership, CampaignId campaign, ProspectId prospect) {
        return jdbc.sql("""
                        select %s
                          from campaign_invitation i
                         where i.dealership_id = :dealership
                           and i.campaign_id = :campaign
                           and i.prospect_id = :prospect
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("campaign", campaign.value())
                .param("prospect", prospect.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Everybody on a campaign's list, in the order they came onto it. */
    List<Invitation> to(DealershipId dealership, CampaignId campaign) {
        return jdbc.sql("""
                        select %s
                          from campaign_invitation i
                         where i.dealership_id = :dealership
                           and i.campaign_id = :campaign
                         order by coalesce(i.invited_at, i.attended_at), i.prospect_id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("campaign", campaign.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Every campaign that the customer of these cases is on the list of. */
    List<Invitation> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select %s
                          from campaign_invitation i
                         where i.dealership_id = :dealership
                           and i.prospect_id in (:cases)
                         order by coalesce(i.invited_at, i.attended_at) desc, i.campaign_id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    /** The card comes from this campaign now, whatever it came from before. */
    void link(DealershipId dealership, ProspectId prospect, CampaignId campaign, Instant at) {
        jdbc.sql("""
                        insert into campaign_lead (dealership_id, prospect_id, campaign_id, linked_at)
                        values (:dealership, :prospect, :campaign, :at)
                            on conflict (dealership_id, prospect_id)
                            do update set campaign_id = excluded.campaign_id, linked_at = excluded.linked_at
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .param("campaign", campaign.value())
                .param("at", Moments.bound(at))
                .update();
    }

    void unlink(DealershipId dealership, ProspectId prospect) {
        jdbc.sql("delete from campaign_lead where dealership_id = :dealership and prospect_id = :prospect")
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .update();
    }

    /** The cards that a campaign brought, in the order they came. */
    List<ProspectId> leads(DealershipId dealership, CampaignId campaign) {
        return jdbc.sql("""
                        select l.prospect_id
                          from campaign_lead l
                         where l.dealership_id = :dealership
                           and l.campaign_id = :campaign
                         order by l.linked_at, l.prospect_id
                        """)
                .param("dealership", dealership.value())
                .param("campaign", campaign.value())
                .query((row, number) -> new ProspectId(row.getObject("prospect_id", UUID.class)))
                .list();
    }

    private static Invitation read(ResultSet row) throws SQLException {
        UUID by = row.getObject("invited_by", UUID.class);
        String answer = row.getString("answer");
        return new Invitation(
                new CampaignId(row.getObject("campaign_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                by == null ? null : new StaffId(by),
                Moments.readOrNull(row, "invited_at"),
                answer == null ? null : Invitation.Answer.valueOf(answer),
                Moments.readOrNull(row, "attended_at"));
    }
}
