package io.genjin.coselling;

import io.genjin.coselling.Introduction.Direction;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores introductions with the keyed hashes by which people are recognised, and rewards. */
@Repository
class Introductions {

    private static final String COLUMNS =
            "i.id, i.co_seller_id, i.prospect_id, i.direction, i.promised, i.recorded_by, i.introduced_at";
    private static final String REWARD = """
            r.introduction_id, r.amount, r.state, r.looked_after_by, r.due_at, r.decided_by, r.decided_at, r.note, r.paid_by,
                   r.paid_at""";

    private final JdbcClient jdbc;
    private final Vault vault;

    Introductions(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** One introduction of a dealership after the other: two at once could close a circle that neither sees. */
    void oneAtATime(DealershipId dealership) {
        jdbc.sql("select pg_advisory_xact_lock(:room, :dealership)")
                .param("room", 209)
                .param("dealership", dealership.value())
                .query((row, number) -> 0)
                .list();
    }

    /** How a person is recognised wherever they appear, without their number. */
    String person(DealershipId dealership, PhoneNumber number) {
        return HexFormat.of().formatHex(vault.fingerprint(number, dealership));
    }

    /** @throws IntroducedAlready when the customer was introduced to us, or to this partner, before */
    void add(DealershipId dealership, Introduction one, PhoneNumber introducer, PhoneNumber introduced) {
        Money promised = one.promised();
        try {
            jdbc.sql("""
                            insert into introduction (dealership_id, id, co_seller_id, prospect_id, direction, promised,
                                                      introducer_hash, introduced_hash, recorded_by, introduced_at)
                            values (:dealership, :id, :coSeller, :prospect, :direction, :promised,
                                    :introducer, :introduced, :by, :at)
                            """)
                    .param("dealership", dealership.value())
                    .param("id", one.id().value())
                    .param("coSeller", one.coSeller().value())
                    .param("prospect", one.prospect().value())
                    .param("direction", one.direction().name())
                    .param("promised", promised == null ? null : promised.yuan())
                    .param("introducer", vault.fingerprint(introducer, dealership))
                    .param("introduced", vault.fingerprint(introduced, dealership))
                    .param("by", one.recordedBy().value())
                    .param("at", Moments.bound(one.at()))
                    .update();
        } catch (DuplicateKeyException before) {
            throw new IntroducedAlready();
        }
    }

    /** Who introduced whom to us, by hash. */
    List<Circles.Link> links(DealershipId dealership) {
        return jdbc.sql("""
                        select i.introducer_hash, i.introduced_hash
                          from introduction i
                         where i.dealership_id = :dealership
                           and i.direction = 'TO_US'
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new Circles.Link(
                        HexFormat.of().formatHex(row.getBytes("introducer_hash")),
                        HexFormat.of().formatHex(row.getBytes("introduced_hash"))))
                .list();
    }

    Introduction get(DealershipId dealership, IntroductionId id) {
        return jdbc.sql("""
                        select %s
                          from introduction i
                         where i.dealership_id = :dealership
                           and i.id = :id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** What a partner introduced and was introduced to, newest first. */
    List<Introduction> by(DealershipId dealership, CoSellerId coSeller) {
        return jdbc.sql("""
                        select %s
                          from introduction i
                         where i.dealership_id = :dealership
                           and i.co_seller_id = :coSeller
                         order by i.introduced_at desc, i.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("coSeller", coSeller.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** The introductions of the customer of these cases, newest first. */
    List<Introduction> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select %s
                          from introduction i
                         where i.dealership_id = :dealership
                           and i.prospect_id in (:cases)
                         order by i.introduced_at desc, i.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    /** The introduction that brought this customer to us, if one did: the first of these cases, or of this number. */
    Optional<Introduction> bringing(DealershipId dealership, Collection<ProspectId> cases, PhoneNumber number) {
        return jdbc.sql("""
                        select %s
                          from introduction i
                         where i.dealership_id = :dealership
                           and (i.prospect_id in (:cases) or i.introduced_hash = :hash)
                           and i.direction = 'TO_US'
                         order by i.introduced_at, i.id
                         limit 1
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .param("hash", vault.fingerprint(number, dealership))
                .query((row, rowNumber) -> read(row))
                .optional();
    }

    /** @return whether it is new: one introduction earns one reward, however many cars follow */
    boolean add(DealershipId dealership, Reward reward) {
        return jdbc.sql("""
                        insert into co_selling_reward (dealership_id, introduction_id, amount, state, looked_after_by, due_at)
                        values (:dealership, :introduction, :amount, :state, :owner, :at)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("introduction", reward.introduction().value())
                        .param("amount", reward.amount().yuan())
                        .param("state", reward.state().name())
                        .param("owner", reward.lookedAfterBy().value())
                        .param("at", Moments.bound(reward.dueAt()))
                        .update()
                == 1;
    }

    void update(DealershipId dealership, Reward reward) {
        jdbc.sql("""
                        update co_selling_reward
                           set state = :state, decided_by = :decidedBy, decided_at = :decidedAt, note = :note,
                               paid_by = :paidBy, paid_at = :paidAt
                         where dealership_id = :dealership
                           and introduction_id = :introduction
                        """)
                .param("dealership", dealership.value())
                .param("introduction", reward.introduction().value())
                .param("state", reward.state().name())
                .param("decidedBy", value(reward.decidedBy()))
                .param("decidedAt", Moments.boundOrNull(reward.decidedAt()))
                .param("note", reward.note())
                .param("paidBy", value(reward.paidBy()))
                .param("paidAt", Moments.boundOrNull(reward.paidAt()))
                .update();
    }

    Reward rewardForUpdate(DealershipId dealership, IntroductionId id) {
        return jdbc.sql("""
                        select %s
                          from co_selling_reward r
                         where r.dealership_id = :dealership
                           and r.introduction_id = :id
                           for update
                        """.formatted(REWARD))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> reward(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    List<Reward> rewards(DealershipId dealership) {
        return jdbc.sql("""
                        select %s
                          from co_selling_reward r
                         where r.dealership_id = :dealership
                         order by r.due_at desc, r.introduction_id desc
                         limit 500
                        """.formatted(REWARD))
                .param("dealership", dealership.value())
                .query((row, number) -> reward(row))
                .list();
    }

    /** The rewards of these introductions. */
    List<Reward> rewards(DealershipId dealership, Collection<IntroductionId> ids) {
        return jdbc.sql("""
                        select %s
                          from co_selling_reward r
                         where r.dealership_id = :dealership
                           and r.introduction_id in (:ids)
                        """.formatted(REWARD))
                .param("dealership", dealership.value())
                .param("ids", ids.stream().map(IntroductionId::value).toList())
                .query((row, number) -> reward(row))
                .list();
    }

    private static @Nullable UUID value(@Nullable StaffId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable StaffId staff(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }

    private static Introduction read(ResultSet row) throws SQLException {
        var promised = row.getBigDecimal("promised");
        return new Introduction(
                new IntroductionId(row.getObject("id", UUID.class)),
                new CoSellerId(row.getObject("co_seller_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                Direction.valueOf(row.getString("direction")),
                promised == null ? null : new Money(promised),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                Moments.read(row, "introduced_at"));
    }

    private static Reward reward(ResultSet row) throws SQLException {
        return new Reward(
                new IntroductionId(row.getObject("introduction_id", UUID.class)),
                new Money(row.getBigDecimal("amount")),
                Reward.State.valueOf(row.getString("state")),
                new StaffId(row.getObject("looked_after_by", UUID.class)),
                Moments.read(row, "due_at"),
                staff(row.getObject("decided_by", UUID.class)),
                Moments.readOrNull(row, "decided_at"),
                row.getString("note"),
                staff(row.getObject("paid_by", UUID.class)),
                Moments.readOrNull(row, "paid_at"));
    }
}
