package io.genjin.coselling;

import io.genjin.consent.PartnerId;
import io.genjin.coselling.CoSeller.Trade;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores co-selling partners, what they were promised, and the numbers of our own people; numbers sealed or hashed (S-R63). */
@Repository
class CoSellers {

    private static final String COLUMNS =
            "c.dealership_id, c.id, c.name, c.trade, c.mobile_sealed, c.firm_id, c.retired_at";

    private final JdbcClient jdbc;
    private final Vault vault;

    CoSellers(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(CoSeller one, StaffId by, Instant at) {
        PartnerId firm = one.firm();
        try {
            jdbc.sql("""
                            insert into co_seller (dealership_id, id, name, trade, mobile_sealed, mobile_hash, firm_id, added_by,
                                                   added_at)
                            values (:dealership, :id, :name, :trade, :sealed, :hash, :firm, :by, :at)
                            """)
                    .param("dealership", one.dealership().value())
                    .param("id", one.id().value())
                    .param("name", one.name())
                    .param("trade", one.trade().name())
                    .param("sealed", vault.seal(one.number().normalised(), context(one.dealership(), one.id())))
                    .param("hash", vault.fingerprint(one.number(), one.dealership()))
                    .param("firm", firm == null ? null : firm.value())
                    .param("by", by.value())
                    .param("at", Moments.bound(at))
                    .update();
        } catch (DuplicateKeyException known) {
            boolean number = String.valueOf(known.getMessage()).contains("co_seller_mobile_key");
            throw new CoSellerKnown(number ? "mobile" : "name");
        }
    }

    void retire(DealershipId dealership, CoSellerId id, StaffId by, Instant at) {
        jdbc.sql("""
                        update co_seller
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

    CoSeller get(DealershipId dealership, CoSellerId id) {
        return jdbc.sql("""
                        select %s
                          from co_seller c
                         where c.dealership_id = :dealership
                           and c.id = :id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** All of them, those in use first. */
    List<CoSeller> all(DealershipId dealership) {
        return jdbc.sql("""
                        select %s
                          from co_seller c
                         where c.dealership_id = :dealership
                         order by c.retired_at is not null, c.name, c.id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** The partner in use whom a card with source 助销 names. */
    Optional<CoSeller> named(DealershipId dealership, String name) {
        return jdbc.sql("""
                        select %s
                          from co_seller c
                         where c.dealership_id = :dealership
                           and lower(c.name) = lower(:name)
                           and c.retired_at is null
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("name", name.strip())
                .query((row, number) -> read(row))
                .optional();
    }

    void agree(DealershipId dealership, Agreement agreement) {
        jdbc.sql("""
                        insert into co_selling_agreement (dealership_id, co_seller_id, starts_on, reward, agreed_by, agreed_at)
                        values (:dealership, :coSeller, :from, :reward, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("coSeller", agreement.coSeller().value())
                .param("from", agreement.from())
                .param("reward", agreement.reward().yuan())
                .param("by", agreement.agreedBy().value())
                .param("at", Moments.bound(agreement.agreedAt()))
                .update();
    }

    /** What a partner was promised, the newest promise first. */
    List<Agreement> agreements(DealershipId dealership, CoSellerId id) {
        return jdbc.sql("""
                        select a.co_seller_id, a.reward, a.starts_on, a.agreed_by, a.agreed_at
                          from co_selling_agreement a
                         where a.dealership_id = :dealership
                           and a.co_seller_id = :id
                         order by a.starts_on desc, a.agreed_at desc
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> new Agreement(
                        id,
                        new Money(row.getBigDecimal("reward")),
                        row.getObject("starts_on", LocalDate.class),
                        new StaffId(row.getObject("agreed_by", UUID.class)),
                        Moments.read(row, "agreed_at")))
                .list();
    }

    /** Keeps whose number it is, as a hash only; a person has one, the last one said. */
    void keepOwn(DealershipId dealership, StaffId person, PhoneNumber number) {
        jdbc.sql("""
                        insert into own_number (dealership_id, staff_id, number_hash)
                        values (:dealership, :person, :hash)
                            on conflict (dealership_id, staff_id)
                            do update set number_hash = excluded.number_hash
                        """)
                .param("dealership", dealership.value())
                .param("person", person.value())
                .param("hash", vault.fingerprint(number, dealership))
                .update();
    }

    /** Those of our people whose number is known here. */
    List<StaffId> ownKept(DealershipId dealership) {
        return jdbc.sql("select n.staff_id from own_number n where n.dealership_id = :dealership")
                .param("dealership", dealership.value())
                .query((row, number) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list();
    }

    boolean isOwn(DealershipId dealership, PhoneNumber number) {
        return jdbc.sql("""
                        select count(*)
                          from own_number n
                         where n.dealership_id = :dealership
                           and n.number_hash = :hash
                        """)
                        .param("dealership", dealership.value())
                        .param("hash", vault.fingerprint(number, dealership))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private CoSeller read(ResultSet row) throws SQLException {
        CoSellerId id = new CoSellerId(row.getObject("id", UUID.class));
        DealershipId dealership = new DealershipId(row.getInt("dealership_id"));
        String number = vault.open(row.getBytes("mobile_sealed"), context(dealership, id));
        return new CoSeller(
                id,
                dealership,
                row.getString("name"),
                Trade.valueOf(row.getString("trade")),
                new PhoneNumber(number),
                firm(row.getObject("firm_id", UUID.class)),
                Moments.readOrNull(row, "retired_at"));
    }

    private static @Nullable PartnerId firm(@Nullable UUID id) {
        return id == null ? null : new PartnerId(id);
    }

    private static String context(DealershipId dealership, CoSellerId id) {
        return "co_seller.mobile|" + dealership.value() + "|" + id;
    }
}
