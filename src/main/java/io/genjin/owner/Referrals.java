package io.genjin.owner;

import io.genjin.prospect.CardContent.PurchaseType;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the friends whom owners named, and the further cars that owners want. */
@Repository
class Referrals {

    private static final String COLUMNS = """
            r.id, r.owner_id, r.referrer_id, r.friend_id, r.callback_id, r.given_at, r.given_by, r.consultant_id, r.reward,
                   r.thanked_by, r.thanked_at""";

    private final JdbcClient jdbc;

    Referrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a referral; false when somebody named this friend before. */
    boolean insert(DealershipId dealership, Referral referral, LocalDate givenOn) {
        return jdbc.sql("""
                                insert into referral (dealership_id, id, owner_id, referrer_id, friend_id, callback_id, given_on,
                                                      given_at, given_by, consultant_id)
                                values (:dealership, :id, :owner, :referrer, :friend, :callback, :on, :at, :by, :consultant)
                                    on conflict (dealership_id, friend_id) do nothing
                                """)
                        .param("dealership", dealership.value())
                        .param("id", referral.id())
                        .param("owner", referral.owner().value())
                        .param("referrer", referral.referrer().value())
                        .param("friend", referral.friend().value())
                        .param("callback", referral.callback())
                        .param("on", givenOn)
                        .param("at", Moments.bound(referral.givenAt()))
                        .param("by", referral.givenBy().value())
                        .param("consultant", referral.consultant().value())
                        .update()
                == 1;
    }

    List<Referral> of(DealershipId dealership, OwnerId owner) {
        return jdbc.sql("""
                        select %s
                          from referral r
                         where r.dealership_id = :dealership
                           and r.owner_id = :owner
                         order by r.given_at desc, r.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("owner", owner.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Given within these days, both included. */
    List<Referral> given(DealershipId dealership, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select %s
                          from referral r
                         where r.dealership_id = :dealership
                           and r.given_on between :from and :until
                         order by r.given_on, r.id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> read(row))
                .list();
    }

    /** Who named this customer, if an owner did. */
    Optional<Referral> ofFriend(DealershipId dealership, ProspectId friend) {
        return jdbc.sql("""
                        select %s
                          from referral r
                         where r.dealership_id = :dealership
                           and r.friend_id = :friend
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("friend", friend.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Referral get(DealershipId dealership, OwnerId owner, UUID id) {
        return of(dealership, owner).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    void thanked(DealershipId dealership, UUID id, String reward, StaffId by, Instant at) {
        jdbc.sql("""
                        update referral
                           set reward = :reward, thanked_by = :by, thanked_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("reward", reward)
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .param("dealership", dealership.value())
                .param("id", id)
                .update();
    }

    /** Another car that an owner wants. */
    record Repurchase(ProspectId prospect, OwnerId owner, PurchaseType type, Instant openedAt) {}

    void insert(DealershipId dealership, Repurchase wish, StaffId by) {
        jdbc.sql("""
                        insert into repurchase (dealership_id, prospect_id, owner_id, purchase_type, opened_by, opened_at)
                        values (:dealership, :prospect, :owner, :type, :by, :at)
                            on conflict do nothing
                        """)
                .param("dealership", dealership.value())
                .param("prospect", wish.prospect().value())
                .param("owner", wish.owner().value())
                .param("type", wish.type().name())
                .param("by", by.value())
                .param("at", Moments.bound(wish.openedAt()))
                .update();
    }

    List<Repurchase> repurchases(DealershipId dealership, OwnerId owner) {
        return jdbc.sql("""
                        select r.prospect_id, r.owner_id, r.purchase_type, r.opened_at
                          from repurchase r
                         where r.dealership_id = :dealership
                           and r.owner_id = :owner
                         order by r.opened_at desc
                        """)
                .param("dealership", dealership.value())
                .param("owner", owner.value())
                .query((row, number) -> repurchase(row))
                .list();
    }

    /** The file of the owner who opened this case for another car. */
    Optional<Repurchase> repurchaseOf(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select r.prospect_id, r.owner_id, r.purchase_type, r.opened_at
                          from repurchase r
                         where r.dealership_id = :dealership
                           and r.prospect_id = :prospect
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> repurchase(row))
                .optional();
    }

    private static Repurchase repurchase(ResultSet row) throws SQLException {
        return new Repurchase(
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new OwnerId(row.getObject("owner_id", UUID.class)),
                PurchaseType.valueOf(row.getString("purchase_type")),
                Moments.read(row, "opened_at"));
    }

    private static Referral read(ResultSet row) throws SQLException {
        UUID thankedBy = row.getObject("thanked_by", UUID.class);
        return new Referral(
                row.getObject("id", UUID.class),
                new OwnerId(row.getObject("owner_id", UUID.class)),
                new ProspectId(row.getObject("referrer_id", UUID.class)),
                new ProspectId(row.getObject("friend_id", UUID.class)),
                row.getObject("callback_id", UUID.class),
                Moments.read(row, "given_at"),
                new StaffId(row.getObject("given_by", UUID.class)),
                new StaffId(row.getObject("consultant_id", UUID.class)),
                row.getString("reward"),
                thankedBy == null ? null : new StaffId(thankedBy),
                Moments.readOrNull(row, "thanked_at"));
    }
}
