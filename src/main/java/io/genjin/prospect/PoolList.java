package io.genjin.prospect;

import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which customers may be claimed? The hottest first, each without number and without anything that says who it is. */
@Component
public class PoolList {

    /**
     * One customer of the pool.
     *
     * @param surname what a colleague may know of the name; nothing of a company's
     * @param owner   the manager who answers for it until it is claimed
     */
    public record Row(
            ProspectId id,
            @Nullable String surname,
            CardContent.@Nullable Gender gender,
            Grade grade,
            Source source,
            @Nullable String mainModel,
            Instant receivedAt,
            @Nullable Instant lastContactAt,
            Instant dueAt,
            Instant releasedAt,
            StaffId owner) {}

    private final JdbcClient jdbc;

    PoolList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page<Row> find(int limit, @Nullable String cursor, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), "p.dealership_id").and("p.released_at is not null");
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and("(p.released_at, p.id) > (:releasedAt, :id)")
                    .with("releasedAt", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Row> rows = jdbc.sql("""
                        select p.id, p.customer_name, p.grade, p.source, p.main_model, p.received_at, p.last_contact_at, p.due_at,
                               p.released_at, p.owner_id, c.gender, c.customer_type
                          from prospect p
                          join customer_info_card c
                            on c.dealership_id = p.dealership_id
                           and c.prospect_id = p.id
                         where %s
                         order by p.released_at, p.id
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> new Row(
                        new ProspectId(row.getObject("id", UUID.class)),
                        row.getString("customer_type").equals(CardContent.CustomerType.INDIVIDUAL.name())
                                ? Surname.of(row.getString("customer_name"))
                                : null,
                        Optional.ofNullable(row.getString("gender"))
                                .map(CardContent.Gender::valueOf)
                                .orElse(null),
                        Grade.valueOf(row.getString("grade")),
                        Source.valueOf(row.getString("source")),
                        row.getString("main_model"),
                        Moments.read(row, "received_at"),
                        Moments.readOrNull(row, "last_contact_at"),
                        Moments.read(row, "due_at"),
                        Moments.read(row, "released_at"),
                        new StaffId(row.getObject("owner_id", UUID.class))))
                .list();
        return Page.of(
                rows, limit, last -> Cursor.of(last.releasedAt(), last.id().value()));
    }
}
