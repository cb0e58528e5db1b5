package io.genjin.bench;

import io.genjin.prospect.NameTerms;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills one dealership after the other with copies of the seeds: a few fresh ones, as they stand today, and for the rest of the
 * twenty thousand the cases that are over, put into earlier quarters.
 */
final class Replica {

    /** Blocks of all seeds, open ones as well: about as many customers as this many consultants look after. */
    private static final int FRESH = Copy.VARIANTS;

    private static final int QUARTERS = 12;
    private static final int QUARTER = 91;
    private static final int FIRST_DEALERSHIP = 101;
    private static final long FIRST_CARD = 1001;
    private static final int CHUNK = 1 << 18;
    private static final Set<String> SPECIAL = Set.of(
            "dealership_id",
            "card_no",
            "customer_name",
            "name_sound",
            "mobile_sealed",
            "mobile_hash",
            "mobile_last_four",
            "phone_hash",
            "address_hash",
            "contacts_sealed",
            "batch_id");

    /** Columns that no copy has, because what they lead to is not copied. */
    static final Set<String> LEFT_EMPTY = Set.of("phone_hash", "address_hash", "contacts_sealed", "batch_id");

    private final Seeds seeds;
    private final People people;
    private final Map<String, Map<String, List<Row>>> rows;

    Replica(Seeds seeds, People people) {
        this.seeds = seeds;
        this.people = people;
        this.rows = new HashMap<>();
        Set<String> own = seeds.identities();
        seeds.rows().forEach((table, byCustomer) -> {
            List<String> columns = seeds.columns().getOrDefault(table, List.of());
            Map<String, List<Row>> taken = new HashMap<>();
            byCustomer.forEach((customer, lines) -> taken.put(
                    customer,
                    lines.stream()
                            .map(line -> new Row(line, columns, SPECIAL, own, seeds.staff()))
                            .toList()));
            rows.put(table, taken);
        });
    }

    static int dealership(int place) {
        return FIRST_DEALERSHIP + place;
    }

    /** The dealership, its policy and its people, each consultant several times over; everybody signs in as in the demo. */
    void open(Connection owner, int dealership) throws SQLException {
        try (PreparedStatement house = owner.prepareStatement(
                "insert into dealership (id, code, name, region, zone) values (?, ?, ?, '', 'Asia/Shanghai')")) {
            house.setInt(1, dealership);
            house.setString(2, "B" + dealership);
            house.setString(3, "第" + dealership + "店");
            house.executeUpdate();
        }
        for (Map.Entry<String, Boolean> one : seeds.staff().entrySet()) {
            int times = one.getValue() ? Copy.VARIANTS : 1;
            for (int variant = 0; variant < times; variant++) {
                person(owner, dealership, UUID.fromString(one.getKey()), variant);
            }
        }
    }

    private static void person(Connection owner, int dealership, UUID seed, int variant) throws SQLException {
        UUID id = Copy.person(dealership, seed, variant);
        String ending = ".d" + dealership + "v" + variant;
        try (PreparedStatement member = owner.prepareStatement("""
                        insert into staff_member (dealership_id, id, username, name, roles, active, created_at, updated_at, version)
                        select ?, ?, username || ?, name, roles, active, created_at, updated_at, version
                          from staff_member where dealership_id = ? and id = ?
                        """);
                PreparedStatement account = owner.prepareStatement("""
                        insert into account (username, dealership_id, staff_id, password_hash, failures, created_at)
                        select username || ?, ?, ?, password_hash, 0, created_at
                          from account where dealership_id = ? and staff_id = ?
                        """)) {
            member.setInt(1, dealership);
            member.setObject(2, id);
            member.setString(3, ending);
            member.setInt(4, Seeds.DEALERSHIP);
            member.setObject(5, seed);
            member.executeUpdate();
            account.setString(1, ending);
            account.setInt(2, dealership);
            account.setObject(3, id);
            account.setInt(4, Seeds.DEALERSHIP);
            account.setObject(5, seed);
            account.executeUpdate();
        }
    }

    /** Copies until the dealership has its customers. */
    void fill(Connection owner, int dealership) throws SQLException {
        List<Copy> copies = new ArrayList<>();
        List<String> of = new ArrayList<>();
        for (int block = 0; copies.size() < Scale.CUSTOMERS; block++) {
            List<String> customers = block < FRESH ? seeds.cases() : seeds.ended();
            int earlier = block < FRESH ? 0 : QUARTER * (1 + (block - FRESH) % QUARTERS);
            for (String customer : customers) {
                if (copies.size() < Scale.CUSTOMERS) {
                    copies.add(copy(dealership, block, earlier, UUID.fromString(customer), copies.size()));
                    of.add(customer);
                }
            }
        }
        for (String table : Seeds.tableNames()) {
            if (table.equals("prospect_name_term")) {
                copyIn(owner, table, copies.size(), (out, place) -> {
                    Copy copy = copies.get(place);
                    UUID id = copy.own(UUID.fromString(of.get(place)));
                    for (String term : NameTerms.of(copy.sealed().name())) {
                        out.append(dealership)
                                .append('\t')
                                .append(term)
                                .append('\t')
                                .append(id)
                                .append('\n');
                    }
                });
            } else {
                Map<String, List<Row>> byCustomer = rows.getOrDefault(table, Map.of());
                copyIn(owner, table, copies.size(), (out, place) -> byCustomer
                        .getOrDefault(of.get(place), List.of())
                        .forEach(row -> row.write(out, copies.get(place))));
            }
        }
    }

    private Copy copy(int dealership, int block, int earlier, UUID customer, int place) {
        long number = (long) (dealership - FIRST_DEALERSHIP) * Scale.CUSTOMERS + place;
        Copy.Sealed none = new Copy.Sealed("", "", "", "", "");
        Copy copy = new Copy(dealership, block, block % Copy.VARIANTS, earlier, FIRST_CARD + place, none);
        return copy.with(people.sealed(number, dealership, copy.own(customer)));
    }

    private void copyIn(Connection owner, String table, int count, ObjIntConsumer<StringBuilder> lines)
            throws SQLException {
        List<String> columns = table.equals("prospect_name_term")
                ? List.of("dealership_id", "term", "prospect_id")
                : seeds.columns().getOrDefault(table, List.of());
        CopyIn copy = owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        StringBuilder out = new StringBuilder(CHUNK * 2);
        try {
            for (int place = 0; place < count; place++) {
                lines.accept(out, place);
                if (out.length() > CHUNK || place == count - 1) {
                    byte[] part = out.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(part, 0, part.length);
                    out.setLength(0);
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
