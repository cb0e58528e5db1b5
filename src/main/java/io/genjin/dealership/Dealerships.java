package io.genjin.dealership;

import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dealerships that this product serves. They change rarely and are read by every request, so they are kept at hand. */
@Component
public class Dealerships {

    private final JdbcClient jdbc;
    private final Map<DealershipId, Dealership> known = new ConcurrentHashMap<>();

    Dealerships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Dealership get(DealershipId id) {
        Dealership dealership = known.get(id);
        if (dealership != null) {
            return dealership;
        }
        reload();
        dealership = known.get(id);
        if (dealership == null) {
            throw new NothingHere(id.value());
        }
        return dealership;
    }

    /** All of them, HQ among them, by number. */
    public List<Dealership> all() {
        return reload();
    }

    /** Those that sell: all but HQ. */
    public List<Dealership> selling() {
        return reload().stream().filter(one -> !one.id().isHq()).toList();
    }

    public Optional<Dealership> byCode(String code) {
        return reload().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Adds a dealership; its number is the smallest that is free. */
    public synchronized Dealership add(String code, String name, String region, ZoneId zone) {
        int number = jdbc.sql("select coalesce(max(id), 0) + 1 from dealership")
                .query(Integer.class)
                .single();
        return add(new Dealership(new DealershipId(number), code, name, region, zone));
    }

    /** Adds a dealership under a number of its own choice. */
    public Dealership add(Dealership dealership) {
        jdbc.sql("""
                        insert into dealership (id, code, name, region, zone)
                        values (:id, :code, :name, :region, :zone)
                        """)
                .param("id", dealership.id().value())
                .param("code", dealership.code())
                .param("name", dealership.name())
                .param("region", dealership.region())
                .param("zone", dealership.zone().getId())
                .update();
        known.put(dealership.id(), dealership);
        return dealership;
    }

    private List<Dealership> reload() {
        List<Dealership> all = jdbc.sql("select id, code, name, region, zone from dealership order by id")
                .query((row, number) -> new Dealership(
                        new DealershipId(row.getInt("id")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("region"),
                        ZoneId.of(row.getString("zone"))))
                .list();
        known.putAll(all.stream().collect(Collectors.toMap(Dealership::id, Function.identity())));
        return all;
    }
}
