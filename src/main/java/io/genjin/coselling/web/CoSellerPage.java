package io.genjin.coselling.web;

import io.genjin.coselling.Agreement;
import io.genjin.coselling.CoSeller;
import io.genjin.coselling.CoSellingResult.Line;
import io.genjin.coselling.CoSellingResult.Step;
import io.genjin.coselling.Introduction.Direction;
import io.genjin.prospect.ProspectLabels.Label;
import io.genjin.prospect.web.People;
import io.genjin.shared.Money;
import io.genjin.shared.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner: promises, introductions both ways, and what came of them. */
public record CoSellerPage(
        CoSeller partner,
        @Nullable String firm,
        List<Agreement> agreements,
        List<Line> lines,
        Map<UUID, Label> labels,
        People people,
        Fields form) {

    public String here() {
        return "/co-selling/" + partner.id();
    }

    public @Nullable Label label(Line line) {
        return labels.get(line.introduction().prospect().value());
    }

    public long count(Direction direction) {
        return lines.stream()
                .filter(line -> line.introduction().direction() == direction)
                .count();
    }

    public long count(Step step) {
        return lines.stream().filter(line -> line.has(step)).count();
    }

    /** What was paid so far. */
    public Money paid() {
        return lines.stream()
                .flatMap(line -> java.util.Optional.ofNullable(line.reward()).stream())
                .filter(reward -> reward.state() == io.genjin.coselling.Reward.State.PAID)
                .map(io.genjin.coselling.Reward::amount)
                .reduce(Money.NOTHING, Money::plus);
    }
}
