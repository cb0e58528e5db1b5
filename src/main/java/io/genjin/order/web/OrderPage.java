package io.genjin.order.web;

import gg.jte.Content;
import io.genjin.consent.Consent;
import io.genjin.consent.ConsentFile;
import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.consent.Partner;
import io.genjin.consent.PartnerId;
import io.genjin.order.LoanStatus;
import io.genjin.order.OrderFile;
import io.genjin.order.OrderStatus;
import io.genjin.order.SalesOrder;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order on screen and on paper.
 *
 * @param consents what the customer said about partners; nothing for who may not see it
 * @param released what was handed to a partner just now, shown this once
 * @param number   the buyer's whole number, shown this once to who asked
 * @param part     which form was refused, so that only it is marked
 */
public record OrderPage(
        OrderFile.Opened file,
        ConsentFile.@Nullable Opened consents,
        DisclosureDesk.@Nullable Released released,
        @Nullable String number,
        People people,
        String part,
        Fields form,
        String dealership,
        Content code) {

    /** What a bank or an insurer needs as a rule; the person chooses. */
    private static final Set<DataField> USUAL =
            EnumSet.of(DataField.NAME, DataField.MOBILE, DataField.ID_NUMBER, DataField.ADDRESS);

    public SalesOrder order() {
        return file.order();
    }

    public String here() {
        return "/orders/" + file.order().id();
    }

    public Fields form(String of) {
        return of.equals(part) ? form : Fields.empty();
    }

    public String partner(@Nullable UUID id) {
        return id == null ? "" : Objects.requireNonNullElse(file.partners().get(id), "");
    }

    /** To whom the customer's data may be asked to go, with what was said; insurers or banks. */
    public Map<String, String> destinations(Screen s, boolean insurers) {
        ConsentFile.Opened said = consents;
        if (said == null) {
            return Map.of();
        }
        Map<String, String> options = new LinkedHashMap<>();
        said.active().stream()
                .filter(partner -> (partner.type() == Partner.Type.INSURER) == insurers)
                .flatMap(partner -> said.decisive(partner.id()).stream())
                .forEach(one -> options.put(
                        one.id().toString(),
                        partner(one.partner().value()) + " · " + one.purpose() + " · "
                                + s.code("consentState", one.state(file.today()))));
        return options;
    }

    /** Names of banks, leasing companies or insurers about whom the customer said nothing yet. */
    public String notAsked(Screen s, boolean insurers) {
        ConsentFile.Opened said = consents;
        return said == null
                ? ""
                : said.active().stream()
                        .filter(partner -> (partner.type() == Partner.Type.INSURER) == insurers)
                        .filter(partner -> said.decisive(partner.id()).isEmpty())
                        .map(Partner::name)
                        .collect(Collectors.joining(s.t("list.separator")));
    }

    public static Map<String, String> fields(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        USUAL.forEach(field -> options.put(field.name(), s.code("dataField", field)));
        return options;
    }

    public boolean canApply() {
        var loan = order().loan();
        return loan != null && (loan.status() == LoanStatus.WISHED || loan.status() == LoanStatus.REFUSED);
    }

    public static String tone(OrderStatus status) {
        return switch (status) {
            case CONFIRMED, VEHICLE_MATCHED, PAID_IN_FULL, DELIVERY_SCHEDULED, DELIVERED -> "g-state-good";
            case PRICE_REVIEW, FINANCE_REVIEW -> "g-state-warn";
            case REJECTED, CANCELLED, RETURNED -> "g-state-bad";
            case DRAFT -> "";
        };
    }

    static @Nullable Consent statement(ConsentFile.Opened said, @Nullable String id) {
        List<Consent> all = said.statements();
        return all.stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElse(null);
    }

    static String partnerOf(Consent statement) {
        PartnerId partner = statement.partner();
        return partner.toString();
    }
}
