package io.genjin.coselling.web;

import io.genjin.consent.DataField;
import io.genjin.coselling.CoSeller;
import io.genjin.coselling.CoSellerId;
import io.genjin.coselling.CoSellingResult.Line;
import io.genjin.coselling.Introduction.Direction;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who introduced this customer, and to whom we introduced them, on the customer's page.
 *
 * @param released what was handed over just now, to be shown once
 * @param asPart   whether it is loaded into the card; otherwise it is a page of its own
 */
public record IntroductionPanel(
        Prospect prospect,
        List<Line> lines,
        List<CoSeller> partners,
        People people,
        Fields brought,
        Fields handed,
        @Nullable Map<DataField, String> released,
        boolean asPart) {

    public String here() {
        return "/prospects/" + prospect.id();
    }

    public String partner(CoSellerId id) {
        return partners.stream()
                .filter(one -> one.id().equals(id))
                .map(CoSeller::name)
                .findFirst()
                .orElse("");
    }

    public boolean isIntroduced() {
        return lines.stream().anyMatch(line -> line.introduction().direction() == Direction.TO_US);
    }

    /** Partners in use who may have introduced the customer. */
    public Map<String, String> introducers() {
        Map<String, String> options = new LinkedHashMap<>();
        partners.stream()
                .filter(CoSeller::isActive)
                .forEach(one -> options.put(one.id().toString(), one.name()));
        return options;
    }

    /** Partners in use behind whom a company stands that consents can name. */
    public Map<String, String> receivers() {
        Map<String, String> options = new LinkedHashMap<>();
        partners.stream()
                .filter(one -> one.isActive() && one.firm() != null)
                .forEach(one -> options.put(one.id().toString(), one.name()));
        return options;
    }
}
