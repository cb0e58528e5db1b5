package io.genjin.pdi.web;

import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiInspection;
import io.genjin.pdi.PdiItem;
import io.genjin.pdi.PdiMark;
import io.genjin.pdi.PdiVerdict;
import io.genjin.prospect.web.People;
import io.genjin.shared.Signature;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One inspection as a whole: how far each group is, what is not in order, and the signature.
 *
 * @param photographed the item whose photograph was refused
 * @param photo        why it was
 */
public record InspectionPage(
        PdiInspection inspection,
        PdiDesk.File file,
        People people,
        Fields form,
        @Nullable PdiItem photographed,
        Fields photo) {

    public PdiCar car() {
        return file.car();
    }

    public String here() {
        return "/pdi/inspections/" + inspection.id();
    }

    public String group(PdiGroup group) {
        return here() + "/groups/" + Codes.path(group);
    }

    public String picture(PdiItem item) {
        return here() + "/pictures/" + Codes.path(item);
    }

    public PdiMark mark(PdiItem item) {
        return Objects.requireNonNull(inspection.mark(item));
    }

    public boolean isBad(PdiGroup group) {
        return inspection.verdict().rework().stream().anyMatch(item -> item.group() == group);
    }

    public Fields photo(PdiItem item) {
        return item == photographed ? photo : Fields.empty();
    }

    /** What may be signed now, in words. */
    public Map<String, String> results(Screen s) {
        Map<String, String> results = new LinkedHashMap<>();
        for (PdiVerdict.Result result : inspection.verdict().allowed()) {
            results.put(result.name(), s.code("pdiResult", result));
        }
        return results;
    }

    public Signature signature() {
        return Signature.of(Objects.requireNonNull(inspection.signed()).signature());
    }
}
