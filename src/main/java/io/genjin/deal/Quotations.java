package io.genjin.deal;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores quotations with their versions, and reads them back whole. */
@Repository
class Quotations {

    private record Key(UUID quotation, int version, int revision) {}

    private final JdbcClient jdbc;

    Quotations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('quotation_no')").query(Long.class).single();
    }

    void add(Quotation quotation) {
        jdbc.sql("""
                        insert into quotation (dealership_id, id, quotation_no, prospect_id, made_by, made_at, lost_to)
                        values (:dealership, :id, :no, :prospect, :by, :at, null)
                        """)
                .param("dealership", quotation.dealership().value())
                .param("id", quotation.id().value())
                .param("no", quotation.no())
                .param("prospect", quotation.prospect().value())
                .param("by", quotation.madeBy().value())
                .param("at", Moments.bound(quotation.madeAt()))
                .update();
        quotation.versions().forEach(version -> addVersion(quotation.dealership(), quotation.id(), version));
    }

    void addVersion(DealershipId dealership, QuotationId id, QuoteVersion version) {
        jdbc.sql("""
                        insert into quotation_version (dealership_id, quotation_id, version_no, revision, trim_id, model,
                                                       trim_name, colour, interior, list_price, discount, trade_in,
                                                       valid_until, approval_level, made_by, made_at, shown_at)
                        values (:dealership, :id, :number, :revision, :trimId, :model, :trim, :colour, :interior, :listPrice,
                                :discount, :tradeIn, :validUntil, :level, :by, :at, null)
                        """).paramSource(row(dealership, id, version)).update();
        addItems(dealership, id, version);
    }

    /** Writes a version anew that the customer has not seen. */
    void rewrite(DealershipId dealership, QuotationId id, QuoteVersion version) {
        jdbc.sql("""
                        update quotation_version
                           set revision = :revision, trim_id = :trimId, model = :model, trim_name = :trim, colour = :colour,
                               interior = :interior, list_price = :listPrice, discount = :discount, trade_in = :tradeIn,
                               valid_until = :validUntil, approval_level = :level, made_by = :by, made_at = :at
                         where dealership_id = :dealership
                           and quotation_id = :id
                           and version_no = :number
                        """).paramSource(row(dealership, id, version)).update();
        addItems(dealership, id, version);
    }

    void shown(DealershipId dealership, QuotationId id, int number, Instant at) {
        jdbc.sql("""
                        update quotation_version
                           set shown_at = :at
                         where dealership_id = :dealership
                           and quotation_id = :id
                           and version_no = :number
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("number", number)
                .param("at", Moments.bound(at))
                .update();
    }

    void lost(DealershipId dealership, QuotationId id, String competitor) {
        jdbc.sql("update quotation set lost_to = :competitor where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("competitor", competitor)
                .update();
    }

    private void addItems(DealershipId dealership, QuotationId id, QuoteVersion version) {
        int place = 0;
        for (QuoteItem item : version.quote().items()) {
            jdbc.sql("""
                            insert into quotation_item (dealership_id, quotation_id, version_no, revision, place, kind, what,
                                                        amount)
                            values (:dealership, :id, :number, :revision, :place, :kind, :what, :amount)
                            """)
                    .param("dealership", dealership.value())
                    .param("id", id.value())
                    .param("number", version.number())
                    .param("revision", version.revision())
                    .param("place", place++)
                    .param("kind", item.kind().name())
                    .param("what", item.what())
                    .param("amount", item.amount().yuan())
                    .update();
        }
    }

    private static MapSqlParameterSource row(DealershipId dealership, QuotationId id, QuoteVersion version) {
        Quote quote = version.quote();
        return new MapSqlParameterSource()
                .addValue("dealership", dealership.value())
                .addValue("id", id.value())
                .addValue("number", version.number())
                .addValue("revision", version.revision())
                .addValue("trimId", quote.car().trimId())
                .addValue("model", quote.car().model())
                .addValue("trim", quote.car().trim())
                .addValue("colour", quote.car().colour())
                .addValue("interior", quote.car().interior())
                .addValue("listPrice", quote.listPrice().yuan())
                .addValue("discount", quote.discount().yuan())
                .addValue("tradeIn", quote.tradeIn().yuan())
                .addValue("validUntil", quote.validUntil())
                .addValue("level", version.level().name())
                .addValue("by", version.madeBy().value())
                .addValue("at", Moments.bound(version.madeAt()));
    }

    Optional<Quotation> find(DealershipId dealership, QuotationId id) {
        return read(dealership, "q.id in (:ids)", List.of(id.value())).stream().findFirst();
    }

    Quotation get(DealershipId dealership, QuotationId id) {
        return find(dealership, id).orElseThrow(() -> new NothingHere(id));
    }

    /** All quotations of these cases, newest first. */
    List<Quotation> of(DealershipId dealership, Collection<ProspectId> cases) {
        return read(
                dealership,
                "q.prospect_id in (:ids)",
                cases.stream().map(ProspectId::value).toList());
    }

    List<Quotation> all(DealershipId dealership, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read(dealership, "q.id in (:ids)", ids);
    }

    private List<Quotation> read(DealershipId dealership, String which, Collection<UUID> ids) {
        Map<Key, List<QuoteItem>> items = new HashMap<>();
        jdbc.sql("""
                        select i.quotation_id, i.version_no, i.revision, i.kind, i.what, i.amount
                          from quotation_item i
                          join quotation q on q.dealership_id = i.dealership_id and q.id = i.quotation_id
                         where i.dealership_id = :dealership
                           and %s
                         order by i.quotation_id, i.version_no, i.place
                        """.formatted(which))
                .param("dealership", dealership.value())
                .param("ids", ids)
                .query(row -> {
                    Key key = new Key(
                            row.getObject("quotation_id", UUID.class),
                            row.getInt("version_no"),
                            row.getInt("revision"));
                    items.computeIfAbsent(key, one -> new ArrayList<>())
                            .add(new QuoteItem(
                                    QuoteItem.Kind.valueOf(row.getString("kind")),
                                    row.getString("what"),
                                    new Money(row.getBigDecimal("amount"))));
                });
        Map<UUID, List<QuoteVersion>> versions = new HashMap<>();
        jdbc.sql("""
                        select v.quotation_id, v.version_no, v.revision, v.trim_id, v.model, v.trim_name, v.colour, v.interior,
                               v.list_price, v.discount, v.trade_in, v.valid_until, v.approval_level, v.made_by, v.made_at,
                               v.shown_at
                          from quotation_version v
                          join quotation q on q.dealership_id = v.dealership_id and q.id = v.quotation_id
                         where v.dealership_id = :dealership
                           and %s
                         order by v.quotation_id, v.version_no
                        """.formatted(which))
                .param("dealership", dealership.value())
                .param("ids", ids)
                .query(row -> {
                    UUID quotation = row.getObject("quotation_id", UUID.class);
                    Key key = new Key(quotation, row.getInt("version_no"), row.getInt("revision"));
                    versions.computeIfAbsent(quotation, one -> new ArrayList<>())
                            .add(version(row, items.getOrDefault(key, List.of())));
                });
        return jdbc.sql("""
                        select q.id, q.quotation_no, q.prospect_id, q.made_by, q.made_at, q.lost_to
                          from quotation q
                         where q.dealership_id = :dealership
                           and %s
                         order by q.made_at desc, q.id desc
                        """.formatted(which))
                .param("dealership", dealership.value())
                .param("ids", ids)
                .query((row, number) -> new Quotation(
                        new QuotationId(row.getObject("id", UUID.class)),
                        dealership,
                        row.getString("quotation_no"),
                        new ProspectId(row.getObject("prospect_id", UUID.class)),
                        new StaffId(row.getObject("made_by", UUID.class)),
                        Moments.read(row, "made_at"),
                        row.getString("lost_to"),
                        versions.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static QuoteVersion version(ResultSet row, List<QuoteItem> items) throws SQLException {
        return new QuoteVersion(
                row.getInt("version_no"),
                row.getInt("revision"),
                new Quote(
                        new QuotedCar(
                                row.getObject("trim_id", UUID.class),
                                row.getString("model"),
                                row.getString("trim_name"),
                                row.getString("colour"),
                                row.getString("interior")),
                        new Money(row.getBigDecimal("list_price")),
                        new Money(row.getBigDecimal("discount")),
                        items,
                        new Money(row.getBigDecimal("trade_in")),
                        row.getObject("valid_until", LocalDate.class)),
                ApprovalLevel.valueOf(row.getString("approval_level")),
                new StaffId(row.getObject("made_by", UUID.class)),
                Moments.read(row, "made_at"),
                Moments.readOrNull(row, "shown_at"));
    }
}
