package io.genjin.owner;

import io.genjin.prospect.CardContent.PurchaseType;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads and stores the files of owners. */
@Repository
class OwnerFiles {

    private static final String COLUMNS = """
            f.id, f.dealership_id, f.prospect_id, f.order_id, f.customer_name, f.vin, f.model, f.source, f.purchase_type,
                   f.delivered_on, f.mileage, f.invoice_date, f.engine_no, f.plate, f.insurance_expiry, f.first_service_due,
                   f.first_service_km, f.inspection_due, f.birthday, f.family, f.service_advisor, f.permissions,
                   f.consultant_id, f.occasions_until, f.version""";

    private final JdbcClient jdbc;

    OwnerFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new file; false when this delivery has one already, and then nothing was written. */
    boolean insert(OwnerFile file, StaffId by, Instant now) {
        OwnerDetails details = file.details();
        return jdbc.sql("""
                                insert into owner_file (dealership_id, id, prospect_id, order_id, customer_name, vin, model, source,
                                                        purchase_type, delivered_on, mileage, invoice_date, engine_no, plate,
                                                        insurance_expiry, first_service_due, first_service_km, inspection_due,
                                                        birthday, family, service_advisor, permissions, consultant_id,
                                                        occasions_until, created_by, created_at, updated_by, updated_at, version)
                                values (:dealership, :id, :prospect, :order, :name, :vin, :model, :source, :purchaseType,
                                        :deliveredOn, :mileage, :invoiceDate, :engineNo, :plate, :insurance, :service, :serviceKm,
                                        :inspection, :birthday, :family, :advisor, :permissions, :consultant, :until, :by, :now,
                                        :by, :now, 0)
                                    on conflict do nothing
                                """)
                        .param("dealership", file.dealership().value())
                        .param("id", file.id().value())
                        .param("prospect", file.prospect().value())
                        .param("order", file.order())
                        .param("name", file.customerName())
                        .param("vin", file.vin())
                        .param("model", file.model())
                        .param("source", file.source().name())
                        .param(
                                "purchaseType",
                                file.purchaseType() == null
                                        ? null
                                        : file.purchaseType().name())
                        .param("deliveredOn", file.deliveredOn())
                        .param("mileage", file.mileage())
                        .param("invoiceDate", file.invoiceDate())
                        .param("engineNo", details.engineNo())
                        .param("plate", details.plate())
                        .param("insurance", details.insuranceExpiry())
                        .param("service", details.firstServiceDue())
                        .param("serviceKm", details.firstServiceKm())
                        .param("inspection", details.inspectionDue())
                        .param("birthday", details.birthday())
                        .param("family", details.family())
                        .param("advisor", details.serviceAdvisor())
                        .param("permissions", codes(details.permissions()))
                        .param("consultant", file.consultant().value())
                        .param("until", file.occasionsUntil())
                        .param("by", by.value())
                        .param("now", Moments.bound(now))
                        .update()
                == 1;
    }

    private static String codes(Set<Permission> permissions) {
        return permissions.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** Stores what changed; the version goes up. */
    void update(OwnerFile file, StaffId by, Instant now) {
        OwnerDetails details = file.details();
        jdbc.sql("""
                        update owner_file
                           set engine_no = :engineNo, plate = :plate, insurance_expiry = :insurance, first_service_due = :service,
                               first_service_km = :serviceKm, inspection_due = :inspection, birthday = :birthday,
                               family = :family, service_advisor = :advisor, permissions = :permissions,
                               consultant_id = :consultant, occasions_until = :until, updated_by = :by, updated_at = :now,
                               version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("engineNo", details.engineNo())
                .param("plate", details.plate())
                .param("insurance", details.insuranceExpiry())
                .param("service", details.firstServiceDue())
                .param("serviceKm", details.firstServiceKm())
                .param("inspection", details.inspectionDue())
                .param("birthday", details.birthday())
                .param("family", details.family())
                .param("advisor", details.serviceAdvisor())
                .param("permissions", codes(details.permissions()))
                .param("consultant", file.consultant().value())
                .param("until", file.occasionsUntil())
                .param("by", by.value())
                .param("now", Moments.bound(now))
                .param("dealership", file.dealership().value())
                .param("id", file.id().value())
                .update();
    }

    /** The clock planned the occasions until a day; nobody's change. */
    void plannedUntil(DealershipId dealership, OwnerId id, LocalDate until) {
        jdbc.sql("""
                        update owner_file
                           set occasions_until = :until
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("until", until)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .update();
    }

    /** The customer's card bears another name now. */
    void renamed(DealershipId dealership, ProspectId prospect, String name) {
        jdbc.sql("""
                        update owner_file
                           set customer_name = :name
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                        """)
                .param("name", name)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .update();
    }

    OwnerFile get(DealershipId dealership, OwnerId id) {
        return one(dealership, id, "").orElseThrow(() -> new NothingHere(id));
    }

    OwnerFile getForUpdate(DealershipId dealership, OwnerId id) {
        return one(dealership, id, "for update").orElseThrow(() -> new NothingHere(id));
    }

    private Optional<OwnerFile> one(DealershipId dealership, OwnerId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from owner_file f
                         where f.dealership_id = :dealership
                           and f.id = :id
                         %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The file of the car that this case ended with. */
    Optional<OwnerFile> ofProspect(DealershipId dealership, ProspectId prospect) {
        return all(dealership, "f.prospect_id in (:ids)", List.of(prospect.value())).stream()
                .findFirst();
    }

    List<OwnerFile> ofProspects(DealershipId dealership, Collection<ProspectId> prospects) {
        return prospects.isEmpty()
                ? List.of()
                : all(
                        dealership,
                        "f.prospect_id in (:ids)",
                        prospects.stream().map(ProspectId::value).toList());
    }

    List<OwnerFile> getAll(DealershipId dealership, Collection<OwnerId> ids) {
        return ids.isEmpty()
                ? List.of()
                : all(
                        dealership,
                        "f.id in (:ids)",
                        ids.stream().map(OwnerId::value).toList());
    }

    /** The files somebody is in charge of. */
    List<OwnerFile> of(DealershipId dealership, StaffId consultant) {
        return all(dealership, "f.consultant_id in (:ids)", List.of(consultant.value()));
    }

    private List<OwnerFile> all(DealershipId dealership, String clause, List<UUID> ids) {
        return jdbc.sql("""
                        select %s
                          from owner_file f
                         where f.dealership_id = :dealership
                           and %s
                         order by f.delivered_on desc, f.id desc
                        """.formatted(COLUMNS, clause))
                .param("dealership", dealership.value())
                .param("ids", ids)
                .query((row, number) -> read(row))
                .list();
    }

    /** Files whose occasions are planned only until a day before {@code until}. */
    List<OwnerId> toPlan(DealershipId dealership, LocalDate until, int most) {
        return jdbc.sql("""
                        select f.id
                          from owner_file f
                         where f.dealership_id = :dealership
                           and f.occasions_until < :until
                         order by f.occasions_until, f.id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("until", until)
                .param("most", most)
                .query((row, number) -> new OwnerId(row.getObject("id", UUID.class)))
                .list();
    }

    int inChargeOf(DealershipId dealership, StaffId consultant) {
        return jdbc.sql("""
                        select count(*)
                          from owner_file f
                         where f.dealership_id = :dealership
                           and f.consultant_id = :consultant
                        """)
                .param("dealership", dealership.value())
                .param("consultant", consultant.value())
                .query(Integer.class)
                .single();
    }

    /** The newest deliveries first. */
    Page<OwnerFile> list(Conditions where, int limit, @Nullable String cursor) {
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and("(f.delivered_on, f.id) < (:deliveredOn, :id)")
                    .with("deliveredOn", Cursor.day(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<OwnerFile> rows = jdbc.sql("""
                        select %s
                          from owner_file f
                         where %s
                         order by f.delivered_on desc, f.id desc
                         limit :rows
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(
                rows, limit, last -> Cursor.of(last.deliveredOn(), last.id().value()));
    }

    private static OwnerFile read(ResultSet row) throws SQLException {
        String type = row.getString("purchase_type");
        Set<Permission> permissions = Arrays.stream(row.getString("permissions").split(","))
                .filter(code -> !code.isEmpty())
                .map(Permission::valueOf)
                .collect(Collectors.toSet());
        return new OwnerFile(
                new OwnerId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                row.getString("customer_name"),
                row.getString("vin"),
                row.getString("model"),
                Source.valueOf(row.getString("source")),
                type == null ? null : PurchaseType.valueOf(type),
                row.getObject("delivered_on", LocalDate.class),
                row.getInt("mileage"),
                row.getObject("invoice_date", LocalDate.class),
                new OwnerDetails(
                        row.getString("engine_no"),
                        row.getString("plate"),
                        row.getObject("insurance_expiry", LocalDate.class),
                        row.getObject("first_service_due", LocalDate.class),
                        row.getObject("first_service_km", Integer.class),
                        row.getObject("inspection_due", LocalDate.class),
                        row.getObject("birthday", LocalDate.class),
                        row.getString("family"),
                        row.getString("service_advisor"),
                        permissions),
                new StaffId(row.getObject("consultant_id", UUID.class)),
                row.getObject("occasions_until", LocalDate.class),
                row.getInt("version"));
    }
}
