package io.genjin.consent.web;

import io.genjin.consent.Consent;
import io.genjin.consent.ConsentFile;
import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.consent.Partner;
import io.genjin.consent.PartnerId;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer allows partners to know, on their page.
 *
 * @param said     the form for a new statement
 * @param sent     the form for handing over
 * @param released what was handed over just now, to be shown once
 * @param asPart   whether it is loaded into the card; otherwise it is a page of its own
 */
public record ConsentPanel(
        ConsentFile.Opened file,
        People people,
        Fields said,
        Fields sent,
        DisclosureDesk.@Nullable Released released,
        boolean asPart) {

    public String here() {
        return "/prospects/" + file.prospect().id();
    }

    public String partner(PartnerId id) {
        return Optional.ofNullable(file.partners().get(id)).map(Partner::name).orElse("");
    }

    /** Partners in use, for a new statement. */
    public Map<String, String> partners() {
        Map<String, String> options = new LinkedHashMap<>();
        file.active().forEach(partner -> options.put(partner.id().toString(), partner.name()));
        return options;
    }

    /** What counts now for each partner in use about which the customer said something. */
    public List<Consent> counting() {
        return file.active().stream()
                .flatMap(partner -> file.decisive(partner.id()).stream())
                .toList();
    }

    /** Those that can be chosen when handing over: to whom, for what, and how the statement stands. */
    public Map<String, String> destinations(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        counting()
                .forEach(one -> options.put(
                        one.id().toString(),
                        partner(one.partner()) + " · " + one.purpose() + " · "
                                + s.code("consentState", one.state(file.today()))));
        return options;
    }

    /** What the partner would not get: everything, unless the customer's yes holds and names it. */
    public Set<DataField> withheld(Consent one) {
        Set<DataField> withheld = EnumSet.allOf(DataField.class);
        if (one.state(file.today()) == Consent.State.GIVEN) {
            withheld.removeAll(one.scope());
        }
        return withheld;
    }

    public String words(Screen s, Collection<DataField> fields) {
        return fields.stream()
                .sorted()
                .map(field -> s.code("dataField", field))
                .collect(Collectors.joining(s.t("list.separator")));
    }

    public static Map<String, String> answers(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("true", s.t("consent.yes"));
        options.put("false", s.t("consent.no"));
        return options;
    }

    public static String tone(Consent.State state) {
        return switch (state) {
            case GIVEN -> "g-state-good";
            case REFUSED, WITHDRAWN -> "g-state-bad";
            case EXPIRED -> "g-state-warn";
        };
    }

    /** A value handed over as a person reads it. */
    public String word(Screen s, Map.Entry<DataField, String> value) {
        return value.getKey() == DataField.PAYMENT_WAY ? s.code("paymentWay", value.getValue()) : value.getValue();
    }
}
