package io.genjin.deal;

import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores questions about prices and their answers. */
@Repository
class PriceRequests {

    private static final String SELECT = """
            select r.id, r.quotation_id, r.version_no, r.revision, r.level, r.list_price, r.concession, r.words, r.asked_by,
                   r.asked_at, r.status, r.decided_by, r.decided_at, r.reason, r.counter
              from price_request r
             where r.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;

    PriceRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, PriceRequest request) {
        try {
            jdbc.sql("""
                            insert into price_request (dealership_id, id, quotation_id, version_no, revision, level, list_price,
                                                       concession, words, asked_by, asked_at, status)
                            values (:dealership, :id, :quotation, :version, :revision, :level, :listPrice, :concession, :words,
                                    :by, :at, :status)
                            """)
                    .param("dealership", dealership.value())
                    .param("id", request.id().value())
                    .param("quotation", request.quotation().value())
                    .param("version", request.version())
                    .param("revision", request.revision())
                    .param("level", request.level().name())
                    .param("listPrice", request.listPrice().yuan())
                    .param("concession", request.concession().yuan())
                    .param("words", request.words())
                    .param("by", request.askedBy().value())
                    .param("at", Moments.bound(request.askedAt()))
                    .param("status", request.status().name())
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw new PriceAskedAlready();
        }
    }

    void update(DealershipId dealership, PriceRequest request) {
        StaffId by = request.decidedBy();
        Money counter = request.counter();
        jdbc.sql("""
                        update price_request
                           set status = :status, decided_by = :by, decided_at = :at, reason = :reason, counter = :counter
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", request.id().value())
                .param("status", request.status().name())
                .param("by", by == null ? null : by.value())
                .param("at", Moments.boundOrNull(request.decidedAt()))
                .param("reason", request.reason())
                .param("counter", counter == null ? null : counter.yuan())
                .update();
    }

    PriceRequest get(DealershipId dealership, PriceRequestId id) {
        return one(dealership, id, SELECT + " and r.id = :id");
    }

    /** Reads a question and holds it until the transaction ends. */
    PriceRequest getForUpdate(DealershipId dealership, PriceRequestId id) {
        return one(dealership, id, SELECT + " and r.id = :id for update");
    }

    private PriceRequest one(DealershipId dealership, PriceRequestId id, String sql) {
        return jdbc.sql(sql)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** Everything asked about these quotations, oldest first. */
    List<PriceRequest> about(DealershipId dealership, Collection<QuotationId> quotations) {
        if (quotations.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " and r.quotation_id in (:quotations) order by r.asked_at, r.id")
                .param("dealership", dealership.value())
                .param("quotations", quotations.stream().map(QuotationId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    /** What waits for somebody's word, longest first. */
    List<PriceRequest> waiting(DealershipId dealership, Cursor after, int rows) {
        return jdbc.sql(SELECT + """
                   and r.status = 'WAITING'
                   and (r.asked_at, r.id) > (:at, :id)
                 order by r.asked_at, r.id
                 limit :rows
                """)
                .param("dealership", dealership.value())
                .param("at", Moments.bound(Cursor.instant(after.values().get(0))))
                .param("id", Cursor.uuid(after.values().get(1)))
                .param("rows", rows)
                .query((row, number) -> read(row))
                .list();
    }

    private static PriceRequest read(ResultSet row) throws SQLException {
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        BigDecimal counter = row.getBigDecimal("counter");
        return new PriceRequest(
                new PriceRequestId(row.getObject("id", UUID.class)),
                new QuotationId(row.getObject("quotation_id", UUID.class)),
                row.getInt("version_no"),
                row.getInt("revision"),
                ApprovalLevel.valueOf(row.getString("level")),
                new Money(row.getBigDecimal("list_price")),
                new Money(row.getBigDecimal("concession")),
                row.getString("words"),
                new StaffId(row.getObject("asked_by", UUID.class)),
                Moments.read(row, "asked_at"),
                PriceRequest.Status.valueOf(row.getString("status")),
                decidedBy == null ? null : new StaffId(decidedBy),
                Moments.readOrNull(row, "decided_at"),
                row.getString("reason"),
                counter == null ? null : new Money(counter));
    }
}
