package io.genjin.objection;

import io.genjin.followup.KnowsOpenPoints;
import io.genjin.followup.OpenPoint;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets each open objection appear with the next contact (2.7). */
@Component
class OpenObjections implements KnowsOpenPoints {

    private final Objections objections;

    OpenObjections(Objections objections) {
        this.objections = objections;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProspectId, List<OpenPoint>> openWith(DealershipId dealership, Collection<ProspectId> prospects) {
        return objections.open(dealership, prospects).stream()
                .collect(Collectors.groupingBy(
                        Objection::prospect,
                        Collectors.mapping(
                                one -> new OpenPoint(
                                        "openPoint.objection",
                                        "objectionType." + one.type().name(),
                                        one.wording(),
                                        one.answerDue(),
                                        one.type().next()),
                                Collectors.toList())));
    }
}
