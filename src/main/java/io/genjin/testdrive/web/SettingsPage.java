package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.testdrive.AgreementText;
import io.genjin.testdrive.CarsToday;
import io.genjin.testdrive.DriveRules;
import io.genjin.testdrive.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fleet, the routes, the rules and the words to sign.
 *
 * @param texts the newest version first
 */
public record SettingsPage(
        List<CarsToday.CarNow> cars,
        List<Route> routes,
        DriveRules rules,
        List<AgreementText> texts,
        People people,
        Fields form,
        @Nullable String refused) {

    public Fields of(String name) {
        return name.equals(refused) ? form : Fields.empty();
    }

    public Fields decided() {
        return "rules".equals(refused)
                ? form
                : Fields.empty()
                        .put("opens", rules.opens())
                        .put("closes", rules.closes())
                        .put("slotMinutes", rules.slotMinutes())
                        .put("licenceMinYears", rules.licenceMinYears())
                        .put("keyHolder", rules.keyHolder());
    }

    public Fields words() {
        return "text".equals(refused)
                ? form
                : Fields.empty()
                        .put("title", texts.get(0).title())
                        .put("body", texts.get(0).body());
    }

    public Map<String, String> steps(Screen s) {
        Map<String, String> steps = new LinkedHashMap<>();
        for (int minutes : new int[] {15, 20, 30, 45, 60}) {
            steps.put(String.valueOf(minutes), s.t("time.minutes", minutes));
        }
        return steps;
    }
}
