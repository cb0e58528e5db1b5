package io.genjin.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The things of a dealership that an address can name: for each beginning of an address the records it may speak of, and whose
 * they are. Read past row-level security, as only the owner of the tables can.
 */
final class Things {

    /** A record, the part of it that a longer address names, and the consultant whose it is, if it is one's. */
    record Thing(String id, String part, @Nullable UUID consultant) {}

    private static final String OF_CUSTOMER = """
            select t.id::text, '', p.owner_id
              from %s t
              join prospect p
                on p.dealership_id = t.dealership_id and p.id = t.prospect_id
             where t.dealership_id = ?
             order by t.id desc
            """;

    private static final String OF_HOUSE =
            "select t.id::text, '', null::uuid from %s t where t.dealership_id = ? order by 1";

    private static final String OF_PERSON =
            "select t.id::text, '', t.%s from %s t where t.dealership_id = ? order by t.id desc";

    private static final String PART_OF_CUSTOMER = """
            select t.%2$s::text, t.id::text, p.owner_id
              from %1$s t
              join prospect p
                on p.dealership_id = t.dealership_id and p.id = t.prospect_id
             where t.dealership_id = ?
             order by t.id desc
            """;

    /** By the beginning of the address, the longest first. */
    private static final Map<String, String> KINDS = kinds();

    private final Connection owner;
    private final Map<String, List<Thing>> known = new LinkedHashMap<>();

    Things(Connection owner) {
        this.owner = owner;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("/prospects/{id}/consents/{consent}", PART_OF_CUSTOMER.formatted("consent", "prospect_id"));
        kinds.put("/campaigns/{id}/invitations/{prospect}", """
                select t.campaign_id::text, t.prospect_id::text, p.owner_id
                  from campaign_invitation t
                  join prospect p
                    on p.dealership_id = t.dealership_id and p.id = t.prospect_id
                 where t.dealership_id = ?
                """);
        kinds.put("/owners/{id}/referrals/{referral}", """
                select t.owner_id::text, t.id::text, o.consultant_id
                  from referral t
                  join owner_file o
                    on o.dealership_id = t.dealership_id and o.id = t.owner_id
                 where t.dealership_id = ?
                """);
        kinds.put("/orders/{id}/payments/{line}", """
                select t.order_id::text, t.id::text, p.owner_id
                  from order_payment t
                  join sales_order o
                    on o.dealership_id = t.dealership_id and o.id = t.order_id
                  join prospect p
                    on p.dealership_id = t.dealership_id and p.id = o.prospect_id
                 where t.dealership_id = ?
                """);
        kinds.put("/h-list/{week}/{consultant}/entries/{entry}", entries());
        kinds.put("/h-lists/{week}/{consultant}/entries/{entry}", entries());
        kinds.put("/deliveries/outstanding/{item}", OF_CUSTOMER.formatted("delivery_outstanding"));
        kinds.put("/co-selling/rewards/{id}", rewards());
        kinds.put("/co-selling-rewards/{id}", rewards());
        kinds.put("/pdi/cars/{vin}", """
                select t.vin, '', null::uuid from pdi_car t where t.dealership_id = ? order by t.asked_at desc
                """);
        kinds.put("/pdi/inspections/{id}", OF_HOUSE.formatted("pdi_inspection"));
        kinds.put("/catalog/range/{id}", OF_HOUSE.formatted("range_import"));
        Map<String, String> ofCustomers = Map.ofEntries(
                Map.entry("/appointments/{id}", "appointment"),
                Map.entry("/callbacks/{id}", "callback"),
                Map.entry("/collisions/{id}", "ownership_conflict"),
                Map.entry("/complaints/{id}", "complaint"),
                Map.entry("/courtesy-calls/{id}", "courtesy_call"),
                Map.entry("/defeats/{id}", "defeat"),
                Map.entry("/deliveries/{id}", "delivery"),
                Map.entry("/erasures/{id}", "erasure"),
                Map.entry("/leads/{id}", "lead"),
                Map.entry("/hq-leads/{id}", "lead"),
                Map.entry("/objections/{id}", "objection"),
                Map.entry("/orders/{id}", "sales_order"),
                Map.entry("/quotes/{id}", "quotation"),
                Map.entry("/test-drives/{id}", "test_drive"));
        ofCustomers.forEach((path, table) -> kinds.put(path, OF_CUSTOMER.formatted(table)));
        Map<String, String> ofHouse = Map.ofEntries(
                Map.entry("/campaigns/{id}", "campaign"),
                Map.entry("/colours/{id}", "model_colour"),
                Map.entry("/comparisons/{id}", "comparison"),
                Map.entry("/models/{id}", "car_model"),
                Map.entry("/trims/{id}", "car_trim"),
                Map.entry("/selling-points/{id}", "selling_point_card"),
                Map.entry("/skill-cards/{id}", "skill_card"),
                Map.entry("/co-sellers/{id}", "co_seller"),
                Map.entry("/co-selling/{id}", "co_seller"),
                Map.entry("/duplicates/{id}", "duplicate_candidate"),
                Map.entry("/merges/{id}", "prospect_merge"),
                Map.entry("/handovers/{id}", "handover"),
                Map.entry("/imports/{id}", "import_batch"),
                Map.entry("/partners/{id}", "partner"),
                Map.entry("/show-cars/{id}", "show_car"),
                Map.entry("/test-cars/{id}", "test_drive_car"),
                Map.entry("/test-car-loans/{id}", "test_drive_loan"),
                Map.entry("/test-drive-routes/{id}", "test_drive_route"));
        ofHouse.forEach((path, table) -> kinds.put(path, OF_HOUSE.formatted(table)));
        kinds.put("/one-to-ones/{id}", OF_PERSON.formatted("consultant_id", "one_to_one"));
        kinds.put("/success-plans/{id}", OF_PERSON.formatted("consultant_id", "success_plan"));
        kinds.put("/exports/requests/{id}", OF_PERSON.formatted("staff_id", "export_request"));
        kinds.put("/owners/{id}", OF_PERSON.formatted("consultant_id", "owner_file"));
        kinds.put("/subscriptions/{id}", OF_PERSON.formatted("subscriber_id", "subscription"));
        kinds.put("/improvement-actions/{id}", OF_PERSON.formatted("responsible_id", "improvement_action"));
        kinds.put("/improvement/actions/{id}", OF_PERSON.formatted("responsible_id", "improvement_action"));
        kinds.put("/visits/{id}", OF_PERSON.formatted("consultant_id", "visit"));
        kinds.put("/prospects/{id}", OF_PERSON.formatted("owner_id", "prospect"));
        kinds.put("/pool/{id}", OF_PERSON.formatted("owner_id", "prospect"));
        kinds.put("/notices/{id}", """
                select t.id::text, '', t.owner_id
                  from journal_entry t
                 where t.dealership_id = ? and t.owner_id is not null
                 order by t.id desc
                 limit 500
                """);
        kinds.put("/prices/{id}", """
                select t.id::text, '', p.owner_id
                  from price_request t
                  join quotation q
                    on q.dealership_id = t.dealership_id and q.id = t.quotation_id
                  join prospect p
                    on p.dealership_id = t.dealership_id and p.id = q.prospect_id
                 where t.dealership_id = ?
                """);
        kinds.put("/staff/{id}", """
                select t.id::text, '', null::uuid
                  from staff_member t
                 where t.dealership_id = ?
                 order by t.username = 'zhao.min' desc, t.username desc
                """);
        kinds.put("/staff/{username}", """
                select t.username, '', null::uuid
                  from staff_member t
                 where t.dealership_id = ?
                 order by t.username = 'zhao.min' desc, t.username desc
                """);
        return kinds;
    }

    private static String entries() {
        return """
                select to_char(t.week_start, 'YYYY-MM-DD') || '/' || s.username, t.id::text, s.id
                  from h_list_entry t
                  join h_list l
                    on l.dealership_id = t.dealership_id and l.id = t.list_id
                  join staff_member s
                    on s.dealership_id = t.dealership_id and s.id = l.consultant_id
                 where t.dealership_id = ?
                """;
    }

    private static String rewards() {
        return """
                select t.introduction_id::text, '', null::uuid
                  from co_selling_reward t
                 where t.dealership_id = ?
                """;
    }

    /** What kind of thing the address speaks of: the beginning of the pattern that names it, if it names any. */
    static Optional<String> kindOf(String pattern) {
        String plain = pattern.replace("/api/v1", "");
        String catalog = plain.replace("/catalog", "");
        return KINDS.keySet().stream()
                .filter(kind -> plain.startsWith(kind) || catalog.startsWith(kind))
                .findFirst();
    }

    /** The things of that kind in a dealership. */
    synchronized List<Thing> of(String kind, int dealership) {
        return known.computeIfAbsent(kind + " " + dealership, key -> read(KINDS.get(kind), dealership));
    }

    private List<Thing> read(String sql, int dealership) {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setInt(1, dealership);
            List<Thing> things = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    things.add(new Thing(rows.getString(1), rows.getString(2), rows.getObject(3, UUID.class)));
                }
            }
            return things;
        } catch (SQLException wrong) {
            throw new IllegalStateException(sql, wrong);
        }
    }

    static List<String> kindsOfAll() {
        return List.copyOf(KINDS.keySet());
    }
}
