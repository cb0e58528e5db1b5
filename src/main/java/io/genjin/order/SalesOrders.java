package io.genjin.order;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores orders and reads them back; which of a customer's or a car's orders is open the database itself guards. */
@Repository
class SalesOrders {

    static final String COLUMNS = """
            o.dealership_id, o.id, o.order_no, o.contract_no, o.prospect_id, o.quotation_id, o.quotation_version, o.status,
            o.buyer_name, o.buyer_id_type, o.buyer_id_sealed, o.buyer_id_hash, o.model, o.trim_name, o.colour, o.interior, o.vin,
            o.vehicle_price, o.discount, o.extras, o.trade_in, o.deposit_type, o.deposit_amount, o.deposit_paid_at,
            o.payment_way, o.loan_amount, o.loan_status, o.loan_partner_id, o.loan_chase_on, o.insurer_id, o.insurance_amount,
            o.promised_delivery, o.price_approved, o.source_at_order, o.grade_at_order, o.owner_at_order, o.cancel_reason,
            o.cancel_words, o.refund, o.cancelled_by, o.cancelled_at, o.drafted_by, o.drafted_at, o.confirmed_at,
            o.delivered_at, o.version
            """;

    private static final String ONE = """
            select %s
              from sales_order o
             where o.dealership_id = :dealership
               and o.id = :id
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    SalesOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('sales_order_no')").query(Long.class).single();
    }

    void add(SalesOrder order) {
        try {
            jdbc.sql("""
                            insert into sales_order (dealership_id, id, order_no, contract_no, prospect_id, quotation_id,
                                                     quotation_version, status, buyer_name, buyer_id_type, buyer_id_sealed,
                                                     buyer_id_hash, model, trim_name, colour, interior, vin, vehicle_price,
                                                     discount, extras, trade_in, deposit_type, deposit_amount, deposit_paid_at,
                                                     payment_way, loan_amount, loan_status, loan_partner_id, loan_chase_on,
                                                     insurer_id, insurance_amount, promised_delivery, price_approved,
                                                     source_at_order, grade_at_order, owner_at_order, cancel_reason,
                                                     cancel_words, refund, cancelled_by, cancelled_at, drafted_by, drafted_at,
                                                     confirmed_at, delivered_at, version)
                            values (:dealership, :id, :orderNo, :contractNo, :prospect, :quotation, :quotationVersion, :status,
                                    :buyerName, :buyerIdType, :buyerIdSealed, :buyerIdHash, :model, :trim, :colour, :interior,
                                    :vin, :vehiclePrice, :discount, :extras, :tradeIn, :depositType, :depositAmount,
                                    :depositPaidAt, :paymentWay, :loanAmount, :loanStatus, :loanPartner, :loanChaseOn,
                                    :insurer, :insuranceAmount, :promisedDelivery, :priceApproved, :source, :grade, :owner,
                                    :cancelReason, :cancelWords, :refund, :cancelledBy, :cancelledAt, :draftedBy, :draftedAt,
                                    :confirmedAt, :deliveredAt, :version)
                            """).paramSource(row(order)).update();
        } catch (DuplicateKeyException another) {
            throw new OrderedAlready();
        }
    }

    /** Stores what may change; the row was read for update, so the version only tells readers that it did. */
    void update(SalesOrder order) {
        order.stored();
        try {
            jdbc.sql("""
                            update sales_order
                               set quotation_id = :quotation, quotation_version = :quotationVersion, status = :status,
                                   buyer_name = :buyerName, buyer_id_type = :buyerIdType, buyer_id_sealed = :buyerIdSealed,
                                   buyer_id_hash = :buyerIdHash, model = :model, trim_name = :trim, colour = :colour,
                                   interior = :interior, vin = :vin, vehicle_price = :vehiclePrice, discount = :discount,
                                   extras = :extras, trade_in = :tradeIn, deposit_type = :depositType,
                                   deposit_amount = :depositAmount, deposit_paid_at = :depositPaidAt,
                                   payment_way = :paymentWay, loan_amount = :loanAmount, loan_status = :loanStatus,
                                   loan_partner_id = :loanPartner, loan_chase_on = :loanChaseOn, insurer_id = :insurer,
                                   insurance_amount = :insuranceAmount, promised_delivery = :promisedDelivery,
                                   price_approved = :priceApproved, source_at_order = :source, grade_at_order = :grade,
                                   owner_at_order = :owner, cancel_reason = :cancelReason, cancel_words = :cancelWords,
                                   refund = :refund, cancelled_by = :cancelledBy, cancelled_at = :cancelledAt,
                                   confirmed_at = :confirmedAt, delivered_at = :deliveredAt, version = :version
                             where dealership_id = :dealership
                               and id = :id
                            """).paramSource(row(order)).update();
        } catch (DuplicateKeyException taken) {
            throw new VehicleTaken(Objects.requireNonNull(order.vin()));
        }
    }

    Optional<SalesOrder> find(DealershipId dealership, SalesOrderId id) {
        return jdbc.sql(ONE)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Reads the order and holds it until the transaction ends. */
    SalesOrder getForUpdate(DealershipId dealership, SalesOrderId id) {
        return jdbc.sql(ONE + " for update")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** All orders of these cases, newest first. */
    List<SalesOrder> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select %s
                          from sales_order o
                         where o.dealership_id = :dealership
                           and o.prospect_id in (:cases)
                         order by o.drafted_at desc, o.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    /** The order for which this car is or was set aside, other than those that came to nothing. */
    Optional<SalesOrder> withVin(DealershipId dealership, Vin vin) {
        return jdbc.sql("""
                        select %s
                          from sales_order o
                         where o.dealership_id = :dealership
                           and o.vin = :vin
                           and o.status not in ('CANCELLED', 'RETURNED')
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("vin", vin.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The open orders drawn from a quotation; at most one, for a customer has at most one. */
    Optional<SalesOrder> liveOn(DealershipId dealership, UUID quotation) {
        return jdbc.sql("""
                        select %s
                          from sales_order o
                         where o.dealership_id = :dealership
                           and o.quotation_id = :quotation
                           and o.status not in ('DELIVERED', 'CANCELLED', 'RETURNED')
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("quotation", quotation)
                .query((row, number) -> read(row))
                .optional();
    }

    private static MapSqlParameterSource row(SalesOrder order) {
        SalesOrder.Terms terms = order.terms();
        Loan loan = terms.loan();
        Insurance insurance = order.insurance();
        Snapshot then = order.snapshot();
        Cancellation why = order.cancellation();
        Vin vin = order.vin();
        return new MapSqlParameterSource()
                .addValue("dealership", order.dealership().value())
                .addValue("id", order.id().value())
                .addValue("orderNo", order.orderNo())
                .addValue("contractNo", order.contractNo())
                .addValue("prospect", order.prospect().value())
                .addValue("quotation", terms.quotation())
                .addValue("quotationVersion", terms.quotationVersion())
                .addValue("status", order.status().name())
                .addValue("buyerName", terms.buyer().name())
                .addValue("buyerIdType", terms.buyer().type().name())
                .addValue("buyerIdSealed", terms.buyer().sealed())
                .addValue("buyerIdHash", terms.buyer().hash())
                .addValue("model", terms.vehicle().model())
                .addValue("trim", terms.vehicle().trim())
                .addValue("colour", terms.vehicle().colour())
                .addValue("interior", terms.vehicle().interior())
                .addValue("vin", vin == null ? null : vin.value())
                .addValue("vehiclePrice", terms.price().vehicle().yuan())
                .addValue("discount", terms.price().discount().yuan())
                .addValue("extras", terms.price().extras().yuan())
                .addValue("tradeIn", terms.price().tradeIn().yuan())
                .addValue("depositType", terms.depositType().name())
                .addValue("depositAmount", terms.deposit().yuan())
                .addValue("depositPaidAt", Moments.boundOrNull(order.depositPaidAt()))
                .addValue("paymentWay", terms.paymentWay().name())
                .addValue("loanAmount", loan == null ? null : loan.amount().yuan())
                .addValue("loanStatus", loan == null ? null : loan.status().name())
                .addValue("loanPartner", loan == null ? null : loan.partner())
                .addValue("loanChaseOn", loan == null ? null : loan.chaseOn())
                .addValue("insurer", insurance == null ? null : insurance.partner())
                .addValue(
                        "insuranceAmount",
                        insurance == null ? null : insurance.amount().yuan())
                .addValue("promisedDelivery", terms.promisedDelivery())
                .addValue("priceApproved", order.isPriceApproved())
                .addValue("source", then == null ? null : then.source().name())
                .addValue("grade", then == null ? null : then.grade().name())
                .addValue("owner", then == null ? null : then.owner().value())
                .addValue("cancelReason", why == null ? null : why.reason().name())
                .addValue("cancelWords", why == null ? null : why.words())
                .addValue("refund", why == null ? null : why.refund().yuan())
                .addValue("cancelledBy", why == null ? null : why.by().value())
                .addValue("cancelledAt", why == null ? null : Moments.bound(why.at()))
                .addValue("draftedBy", order.draftedBy().value())
                .addValue("draftedAt", Moments.bound(order.draftedAt()))
                .addValue("confirmedAt", Moments.boundOrNull(order.confirmedAt()))
                .addValue("deliveredAt", Moments.boundOrNull(order.deliveredAt()))
                .addValue("version", order.version());
    }

    static SalesOrder read(ResultSet row) throws SQLException {
        Money lent = money(row, "loan_amount");
        Money insured = money(row, "insurance_amount");
        UUID insurer = row.getObject("insurer_id", UUID.class);
        String source = row.getString("source_at_order");
        String cancelled = row.getString("cancel_reason");
        String vin = row.getString("vin");
        SalesOrder.Terms terms = new SalesOrder.Terms(
                row.getObject("quotation_id", UUID.class),
                row.getInt("quotation_version"),
                new OrderedVehicle(
                        row.getString("model"),
                        row.getString("trim_name"),
                        row.getString("colour"),
                        row.getString("interior")),
                new OrderPrice(
                        amount(row, "vehicle_price"),
                        amount(row, "discount"),
                        amount(row, "extras"),
                        amount(row, "trade_in")),
                new Buyer(
                        row.getString("buyer_name"),
                        Buyer.IdentityType.valueOf(row.getString("buyer_id_type")),
                        row.getBytes("buyer_id_sealed"),
                        row.getBytes("buyer_id_hash")),
                DepositType.valueOf(row.getString("deposit_type")),
                amount(row, "deposit_amount"),
                SalesOrder.PaymentWay.valueOf(row.getString("payment_way")),
                lent == null
                        ? null
                        : new Loan(
                                lent,
                                LoanStatus.valueOf(row.getString("loan_status")),
                                row.getObject("loan_partner_id", UUID.class),
                                row.getObject("loan_chase_on", LocalDate.class)),
                row.getObject("promised_delivery", LocalDate.class));
        return new SalesOrder(new SalesOrder.State(
                new SalesOrderId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                row.getString("order_no"),
                row.getString("contract_no"),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                terms,
                OrderStatus.valueOf(row.getString("status")),
                row.getBoolean("price_approved"),
                Moments.readOrNull(row, "deposit_paid_at"),
                vin == null ? null : new Vin(vin),
                insurer == null || insured == null ? null : new Insurance(insurer, insured),
                source == null
                        ? null
                        : new Snapshot(
                                Source.valueOf(source),
                                Grade.valueOf(row.getString("grade_at_order")),
                                new StaffId(row.getObject("owner_at_order", UUID.class))),
                cancelled == null
                        ? null
                        : new Cancellation(
                                Cancellation.Reason.valueOf(cancelled),
                                Objects.requireNonNullElse(row.getString("cancel_words"), ""),
                                amount(row, "refund"),
                                new StaffId(row.getObject("cancelled_by", UUID.class)),
                                Moments.read(row, "cancelled_at")),
                new StaffId(row.getObject("drafted_by", UUID.class)),
                Moments.read(row, "drafted_at"),
                Moments.readOrNull(row, "confirmed_at"),
                Moments.readOrNull(row, "delivered_at"),
                row.getInt("version")));
    }

    static Money amount(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount);
    }
}
