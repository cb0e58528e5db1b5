package io.genjin.prospect.web;

import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The full form of a card. When a colleague saved first, it shows the fields where the two differ: what stood there when the
 * reader began, what the reader typed, and what the colleague saved (S-R53); the reader's words stay in the form.
 */
public record EditCardPage(Prospect prospect, Fields form, int version, List<Difference> differences) {

    private static final String ORIGINAL = "original.";

    /** One field that both changed or one changed since the reader began. */
    public record Difference(String field, String original, String mine, String theirs) {}

    static EditCardPage of(Prospect prospect) {
        return new EditCardPage(
                prospect, withOriginals(Fields.of(CardBody.of(prospect)), prospect), prospect.version(), List.of());
    }

    /** The form that came too late, against the card as the colleague left it. Fields the reader left alone follow the colleague. */
    static EditCardPage conflicting(Prospect theirs, Fields mine, Map<String, String[]> typed) {
        Fields now = Fields.of(CardBody.of(theirs));
        List<Difference> differences = new ArrayList<>();
        for (String name : names()) {
            if (!typed.containsKey(ORIGINAL + name)) {
                continue;
            }
            String was = joined(List.of(typed.get(ORIGINAL + name)));
            String wanted = joined(mine.values(name));
            String is = joined(now.values(name));
            if (was.equals(wanted)) {
                mine.put(name, now.values(name));
            } else if (!is.equals(was) && !is.equals(wanted)) {
                differences.add(new Difference(name, was, wanted, is));
            }
        }
        return new EditCardPage(theirs, withOriginals(mine, theirs), theirs.version(), differences);
    }

    private static Fields withOriginals(Fields form, Prospect prospect) {
        Fields stored = Fields.of(CardBody.of(prospect));
        names().forEach(name -> form.put(ORIGINAL + name, joined(stored.values(name))));
        return form;
    }

    /** Names of the fields this form edits. */
    public static List<String> names() {
        return List.of(
                "customerName",
                "customerType",
                "gender",
                "mobile",
                "phone",
                "wechat",
                "email",
                "address",
                "preferredContactWay",
                "preferredContactTime",
                "ageBand",
                "occupation",
                "industry",
                "familyStructure",
                "hobby",
                "incomeBand",
                "source",
                "sourceDetail",
                "mediaChannel",
                "expectedPurchaseDate",
                "expectedPurchaseBand",
                "intentModels",
                "purchaseType",
                "purpose",
                "budget",
                "paymentWay",
                "decisionMaker",
                "user",
                "competitors",
                "currentCar",
                "tradeIn",
                "remark",
                "importantCustomer");
    }

    private static String joined(List<String> values) {
        return String.join(
                ", ", values.stream().filter(value -> !value.isBlank()).toList());
    }
}
