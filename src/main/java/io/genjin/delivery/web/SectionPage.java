package io.genjin.delivery.web;

import io.genjin.delivery.Check;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.Delivery;
import io.genjin.delivery.HandoverSheet;
import io.genjin.delivery.Section;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One section of a handover to be filled in.
 *
 * @param changed whether a colleague wrote to it meanwhile, whose words are then shown beside
 */
public record SectionPage(
        Delivery delivery, Section section, Fields form, boolean changed, List<StaffMember> managers, LocalDate today) {

    /** The section as it is kept, for the form. */
    static Fields fields(HandoverSheet sheet, Section section) {
        Fields form = Fields.empty().put("stamp", sheet.stamp(section));
        switch (section) {
            case CAR, DOCUMENTS ->
                CheckItem.of(section).forEach(item -> {
                    Check check = sheet.check(item);
                    if (check != null) {
                        form.put("finding." + item, check.finding())
                                .put("words." + item, check.words())
                                .put("due." + item, check.due());
                    }
                });
            case EXPLANATIONS ->
                form.put("explained", sheet.explained())
                        .put("serviceAdvisor", sheet.serviceAdvisor())
                        .put("manager", sheet.manager());
            case HANDOVER ->
                form.put("plate", sheet.plate())
                        .put("mileage", sheet.mileage())
                        .put("ceremony", sheet.ceremony() ? "true" : null)
                        .put("satisfaction", sheet.satisfaction())
                        .put("remarks", sheet.remarks());
        }
        return form;
    }

    public String here() {
        return "/deliveries/" + delivery.id();
    }

    public String path(Section other) {
        return here() + "/sections/" + DeliveryPage.path(other);
    }

    public List<CheckItem> items() {
        return CheckItem.of(section);
    }

    public boolean isChecklist() {
        return section == Section.CAR || section == Section.DOCUMENTS;
    }

    public int number() {
        return section.ordinal() + 1;
    }

    public Map<String, String> managers(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        managers.forEach(member -> options.put(member.id().toString(), member.name()));
        return options;
    }

    /** What a law-demanded paper can be found as: it is there or it is not. */
    public static Map<String, String> findings(CheckItem item, Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Check.Finding finding : Check.Finding.values()) {
            if (finding != Check.Finding.NA || !item.isDemandedByLaw()) {
                options.put(finding.name(), s.code("checkFinding", finding));
            }
        }
        return options;
    }

    public static Map<String, String> scale() {
        Map<String, String> options = new LinkedHashMap<>();
        for (int given = 1; given <= 10; given++) {
            options.put(String.valueOf(given), String.valueOf(given));
        }
        return options;
    }

    /** What a colleague wrote of an item meanwhile, when it differs from the form. */
    public String theirs(CheckItem item, Screen s) {
        Check check = delivery.sheet().check(item);
        boolean same = check == null
                || check.finding().name().equals(form.value("finding." + item))
                        && Objects.requireNonNullElse(check.words(), "").equals(form.value("words." + item));
        return !changed || same || check == null
                ? ""
                : s.code("checkFinding", check.finding()) + " " + Objects.requireNonNullElse(check.words(), "");
    }
}
