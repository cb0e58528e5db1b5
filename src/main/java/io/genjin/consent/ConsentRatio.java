package io.genjin.consent;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.DealershipId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** K30 of any days: hand-overs to all partners, and those that a valid consent covered. Counted for who handed over. */
@Component
class ConsentRatio implements RatioSource {

    private final Disclosures disclosures;
    private final Dealerships dealerships;

    ConsentRatio(Disclosures disclosures, Dealerships dealerships) {
        this.disclosures = disclosures;
        this.dealerships = dealerships;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K30);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return disclosures
                .handed(in, dealership.startOf(from), dealership.startOf(until.plusDays(1)), dealership.zone())
                .stream()
                .map(one -> Row.of(Ratio.K30, one.covered(), one.by(), dealership.dayOf(one.at()), one.at(), one.id())
                        .about(one.prospect())
                        .saying(one.covered() ? "ratioRow.covered" : "ratioRow.notCovered", null))
                .toList();
    }
}
