package io.genjin.prospect;

import io.genjin.shared.DealershipId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes cards findable that were filed before duplicates were looked for: opens each once and keeps the keyed hashes of its second
 * number and address, and the sound of its name. Cards filed since are findable at once.
 */
@Service
public class FindableCases {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final Prospects prospects;
    private final Likeness likeness;
    private final TransactionTemplate transaction;

    FindableCases(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate template,
            Prospects prospects,
            Likeness likeness,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.prospects = prospects;
        this.likeness = likeness;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Fills what is missing, a few cards at a time; safe to run twice and to break off. */
    public int fill(DealershipId dealership) {
        int filled = 0;
        while (true) {
            int some = Objects.requireNonNull(transaction.execute(status -> fillSome(dealership)));
            if (some == 0) {
                return filled;
            }
            filled += some;
        }
    }

    private int fillSome(DealershipId dealership) {
        List<UUID> ids = jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and not findable
                         order by id
                         limit :rows
                           for update
                        """)
                .param("dealership", dealership.value())
                .param("rows", AT_ONCE)
                .query(UUID.class)
                .list();
        if (ids.isEmpty()) {
            return 0;
        }
        SqlParameterSource[] rows = prospects
                .findAll(dealership, ids.stream().map(ProspectId::new).toList())
                .stream()
                .map(one -> new MapSqlParameterSource("dealership", dealership.value())
                        .addValue("id", one.id().value())
                        .addValue("phone", likeness.phone(one.content(), dealership))
                        .addValue("address", likeness.address(one.content(), dealership))
                        .addValue("sound", NameTerms.sound(one.content().customerName())))
                .toArray(SqlParameterSource[]::new);
        template.batchUpdate("""
                update prospect
                   set phone_hash = :phone, address_hash = :address, name_sound = :sound, findable = true
                 where dealership_id = :dealership
                   and id = :id
                """, rows);
        return ids.size();
    }
}
