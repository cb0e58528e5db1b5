package io.genjin.erasure.web;

import io.genjin.erasure.Erasure;
import io.genjin.erasure.ErasureDesk;
import io.genjin.erasure.Obstacle;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What erasing a customer would take, what stands in the way, and what was asked before.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record ErasurePage(ErasureDesk.Outlook outlook, People people, Fields form, boolean asPart) {

    public String here() {
        return "/prospects/" + outlook.prospect().id();
    }

    /** How many records hold something of the customer, by what they are to people. */
    public Map<String, Integer> groups() {
        Map<String, Integer> groups = new LinkedHashMap<>();
        outlook.rows().forEach((table, rows) -> groups.merge(group(table), rows, Integer::sum));
        return groups;
    }

    private static String group(String table) {
        return switch (table) {
            case "prospect",
                    "customer_info_card",
                    "prospect_name_term",
                    "merged_number",
                    "prospect_merge",
                    "lead",
                    "import_row" -> "CARD";
            case "follow_up", "appointment", "late_plan", "visit", "sheet_correction", "access_record" -> "CONTACTS";
            case "journal_entry" -> "JOURNAL";
            case "test_drive", "test_drive_agreement", "test_drive_declined", "test_drive_evaluation", "picture" ->
                "DRIVES";
            case "sales_order", "order_payment", "quotation", "price_request", "delivery", "delivery_outstanding" ->
                "DEALS";
            case "owner_file", "callback", "callback_attempt", "complaint", "complaint_step", "referral" -> "OWNER";
            default -> "OTHER";
        };
    }

    public static String sentence(Screen s, Obstacle one) {
        return s.t(
                "obstacle." + one.kind().name(),
                one.which() == null ? "" : one.which(),
                one.until() == null ? "" : s.date(one.until()));
    }

    public static Map<String, String> reasons(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Erasure.Reason reason : Erasure.Reason.values()) {
            options.put(reason.name(), s.code("erasureReason", reason));
        }
        return options;
    }

    public static Map<String, String> refusals(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Erasure.Declined why : Erasure.Declined.values()) {
            options.put(why.name(), s.code("erasureDeclined", why));
        }
        return options;
    }
}
