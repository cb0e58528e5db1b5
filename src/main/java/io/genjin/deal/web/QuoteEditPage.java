package io.genjin.deal.web;

import io.genjin.deal.QuotationId;
import io.genjin.deal.QuoteItem;
import io.genjin.deal.QuoteVersion;
import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a quotation.
 *
 * @param quotation nothing for a new one
 * @param seen      the version that is written anew, as the writer saw it
 * @param theirs    what a colleague stored meanwhile, beside what was typed
 * @param offered   trims of the catalogue by their ids
 */
public record QuoteEditPage(
        Prospect prospect,
        @Nullable QuotationId quotation,
        @Nullable QuoteVersion seen,
        @Nullable QuoteVersion theirs,
        Map<String, String> offered,
        boolean hasNeedsSheet,
        Fields form) {

    /** One line beside the car. */
    public record Line(int place, QuoteItem.Kind kind, String what, String amount) {

        public String field() {
            return "lines[" + place + "].amount";
        }
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<String> kinds = form.values("lineKind");
        for (int place = 0; place < kinds.size(); place++) {
            lines.add(new Line(
                    place,
                    QuoteItem.Kind.valueOf(kinds.get(place)),
                    at(form.values("lineWhat"), place),
                    at(form.values("lineAmount"), place)));
        }
        return lines;
    }

    private static String at(List<String> values, int place) {
        return place < values.size() ? values.get(place) : "";
    }

    public String action() {
        return quotation == null ? "/prospects/" + prospect.id() + "/quotes" : "/quotes/" + quotation;
    }

    public String back() {
        return quotation == null ? "/prospects/" + prospect.id() : "/quotes/" + quotation;
    }
}
