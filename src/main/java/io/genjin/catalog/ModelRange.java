package io.genjin.catalog;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads and stores the models of a dealership with their trims, prices and colours. */
@Repository
class ModelRange {

    private final JdbcClient jdbc;

    ModelRange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All models, those on sale first, by brand and name. */
    List<CarModel> all(DealershipId dealership) {
        return read(dealership, null, "");
    }

    CarModel get(DealershipId dealership, CarModelId id) {
        return one(dealership, id, "");
    }

    /** Reads a model to be changed, holding it with all that belongs to it until the transaction ends. */
    CarModel getForUpdate(DealershipId dealership, CarModelId id) {
        return one(dealership, id, "for update");
    }

    private CarModel one(DealershipId dealership, CarModelId id, String lock) {
        return read(dealership, id, lock).stream().findFirst().orElseThrow(() -> new NothingHere(id));
    }

    CarModelId modelOf(DealershipId dealership, TrimId trim) {
        return modelOf(dealership, "car_trim", trim);
    }

    CarModelId modelOf(DealershipId dealership, ColourId colour) {
        return modelOf(dealership, "model_colour", colour);
    }

    private CarModelId modelOf(DealershipId dealership, String table, TypedId id) {
        return jdbc.sql("select model_id from %s where dealership_id = :dealership and id = :id".formatted(table))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(CarModelId::new)
                .orElseThrow(() -> new NothingHere(id));
    }

    private List<CarModel> read(DealershipId dealership, @Nullable CarModelId only, String lock) {
        Map<String, Object> params = new HashMap<>(Map.of("dealership", dealership.value()));
        if (only != null) {
            params.put("model", only.value());
        }
        List<Parts> models = jdbc.sql("""
                        select id, brand, name, body, description, retired, changed_by, changed_at, version
                          from car_model
                         where dealership_id = :dealership
                           %s
                         order by retired, brand, name, id
                           %s
                        """.formatted(only == null ? "" : "and id = :model", lock))
                .params(params)
                .query((row, number) -> parts(row))
                .list();
        if (models.isEmpty()) {
            return List.of();
        }
        String ofModel = only == null ? "" : "and t.model_id = :model";
        Map<UUID, List<ListPrice>> prices = jdbc
                .sql("""
                        select p.trim_id, p.amount, p.valid_from, p.set_by, p.set_at
                          from trim_price p
                          join car_trim t
                            on t.dealership_id = p.dealership_id
                           and t.id = p.trim_id
                         where p.dealership_id = :dealership
                           %s
                        """.formatted(ofModel))
                .params(params)
                .query((row, number) -> Map.entry(row.getObject("trim_id", UUID.class), price(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<CarModelId, List<Trim>> trims =
                jdbc
                        .sql("""
                        select t.id, t.model_id, t.name, t.model_year, t.energy, t.power_kw, t.gearbox, t.seats, t.electric_km,
                               t.retired, t.changed_by, t.changed_at, t.version
                          from car_trim t
                         where t.dealership_id = :dealership
                           %s
                         order by t.retired, t.model_year desc, t.name, t.id
                        """.formatted(ofModel))
                        .params(params)
                        .query((row, number) -> trim(row, prices))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Trim::model));
        Map<CarModelId, List<Colour>> colours =
                jdbc.sql("""
                        select t.id, t.model_id, t.place, t.name, t.swatch, t.surcharge,
                               t.retired, t.changed_by, t.changed_at, t.version
                          from model_colour t
                         where t.dealership_id = :dealership
                           %s
                         order by t.retired, t.place, t.surcharge, t.name, t.id
                        """.formatted(ofModel)).params(params).query((row, number) -> colour(row)).list().stream()
                        .collect(Collectors.groupingBy(Colour::model));
        return models.stream()
                .map(model -> new CarModel(
                        model.id(),
                        model.text(),
                        model.edition(),
                        trims.getOrDefault(model.id(), List.of()),
                        colours.getOrDefault(model.id(), List.of())))
                .toList();
    }

    /** A model without what belongs to it. */
    private record Parts(CarModelId id, ModelText text, CardEdition edition) {}

    private static Parts parts(ResultSet row) throws SQLException {
        return new Parts(
                new CarModelId(row.getObject("id", UUID.class)),
                new ModelText(
                        row.getString("brand"),
                        new ModelName(row.getString("name")),
                        Body.valueOf(row.getString("body")),
                        row.getString("description")),
                SkillCards.edition(row));
    }

    private static ListPrice price(ResultSet row) throws SQLException {
        return new ListPrice(
                new Money(row.getBigDecimal("amount")),
                row.getObject("valid_from", LocalDate.class),
                new StaffId(row.getObject("set_by", UUID.class)),
                Moments.read(row, "set_at"));
    }

    private static Trim trim(ResultSet row, Map<UUID, List<ListPrice>> prices) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Trim(
                new TrimId(id),
                new CarModelId(row.getObject("model_id", UUID.class)),
                new TrimText(
                        row.getString("name"),
                        row.getInt("model_year"),
                        Energy.valueOf(row.getString("energy")),
                        row.getInt("power_kw"),
                        Gearbox.valueOf(row.getString("gearbox")),
                        row.getInt("seats"),
                        row.getObject("electric_km", Integer.class)),
                prices.getOrDefault(id, List.of()),
                SkillCards.edition(row));
    }

    private static Colour colour(ResultSet row) throws SQLException {
        return new Colour(
                new ColourId(row.getObject("id", UUID.class)),
                new CarModelId(row.getObject("model_id", UUID.class)),
                new ColourText(
                        ColourPlace.valueOf(row.getString("place")),
                        row.getString("name"),
                        new Swatch(row.getString("swatch")),
                        new Money(row.getBigDecimal("surcharge"))),
                SkillCards.edition(row));
    }

    /** @throws NameTaken when the range has a model of this name */
    void insert(DealershipId dealership, CarModel model) {
        store(model.text().name().text(), """
                insert into car_model (dealership_id, id, brand, name, body, description, retired, changed_by, changed_at, version)
                values (:dealership, :id, :brand, :name, :body, :description, :retired, :by, :at, :version)
                """, row(dealership, model));
    }

    /** @throws NameTaken when the range has a model of this name */
    void update(DealershipId dealership, CarModel model) {
        store(model.text().name().text(), """
                update car_model
                   set brand = :brand, name = :name, body = :body, description = :description,
                       retired = :retired, changed_by = :by, changed_at = :at, version = :version
                 where dealership_id = :dealership
                   and id = :id
                """, row(dealership, model));
    }

    /** @throws NameTaken when the model has a trim of this name and year */
    void insert(DealershipId dealership, Trim trim) {
        store(trim.text().name(), """
                insert into car_trim (dealership_id, id, model_id, name, model_year, energy, power_kw, gearbox, seats, electric_km,
                                      retired, changed_by, changed_at, version)
                values (:dealership, :id, :model, :name, :year, :energy, :power, :gearbox, :seats, :electricKm,
                        :retired, :by, :at, :version)
                """, row(dealership, trim));
    }

    /** @throws NameTaken when the model has a trim of this name and year */
    void update(DealershipId dealership, Trim trim) {
        store(trim.text().name(), """
                update car_trim
                   set name = :name, model_year = :year, energy = :energy, power_kw = :power, gearbox = :gearbox,
                       seats = :seats, electric_km = :electricKm,
                       retired = :retired, changed_by = :by, changed_at = :at, version = :version
                 where dealership_id = :dealership
                   and id = :id
                """, row(dealership, trim));
    }

    void insert(DealershipId dealership, TrimId trim, ListPrice price) {
        jdbc.sql("""
                        insert into trim_price (dealership_id, id, trim_id, valid_from, amount, set_by, set_at)
                        values (:dealership, :id, :trim, :from, :amount, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("trim", trim.value())
                .param("from", price.validFrom())
                .param("amount", price.amount().yuan())
                .param("by", price.setBy().value())
                .param("at", Moments.bound(price.setAt()))
                .update();
    }

    /** @throws NameTaken when the model has a colour of this name at this place */
    void insert(DealershipId dealership, Colour colour) {
        store(colour.text().name(), """
                insert into model_colour (dealership_id, id, model_id, place, name, swatch, surcharge,
                                          retired, changed_by, changed_at, version)
                values (:dealership, :id, :model, :place, :name, :swatch, :surcharge, :retired, :by, :at, :version)
                """, row(dealership, colour));
    }

    /** @throws NameTaken when the model has a colour of this name at this place */
    void update(DealershipId dealership, Colour colour) {
        store(colour.text().name(), """
                update model_colour
                   set place = :place, name = :name, swatch = :swatch, surcharge = :surcharge,
                       retired = :retired, changed_by = :by, changed_at = :at, version = :version
                 where dealership_id = :dealership
                   and id = :id
                """, row(dealership, colour));
    }

    private void store(String name, String sql, Map<String, Object> row) {
        try {
            jdbc.sql(sql).params(row).update();
        } catch (DuplicateKeyException taken) {
            throw new NameTaken(name);
        }
    }

    private static Map<String, Object> row(DealershipId dealership, CarModel model) {
        Map<String, Object> row = row(dealership, model.id(), model.edition());
        row.put("brand", model.text().brand());
        row.put("name", model.text().name().text());
        row.put("body", model.text().body().name());
        row.put("description", model.text().description());
        return row;
    }

    private static Map<String, Object> row(DealershipId dealership, Trim trim) {
        Map<String, Object> row = row(dealership, trim.id(), trim.edition());
        row.put("model", trim.model().value());
        row.put("name", trim.text().name());
        row.put("year", trim.text().modelYear());
        row.put("energy", trim.text().energy().name());
        row.put("power", trim.text().powerKw());
        row.put("gearbox", trim.text().gearbox().name());
        row.put("seats", trim.text().seats());
        row.put("electricKm", trim.text().range());
        return row;
    }

    private static Map<String, Object> row(DealershipId dealership, Colour colour) {
        Map<String, Object> row = row(dealership, colour.id(), colour.edition());
        row.put("model", colour.model().value());
        row.put("place", colour.text().place().name());
        row.put("name", colour.text().name());
        row.put("swatch", colour.text().swatch().hex());
        row.put("surcharge", colour.text().surcharge().yuan());
        return row;
    }

    static Map<String, Object> row(DealershipId dealership, TypedId id, CardEdition edition) {
        Map<String, Object> row = new HashMap<>();
        row.put("dealership", dealership.value());
        row.put("id", id.value());
        row.put("retired", edition.retired());
        row.put("by", edition.changedBy().value());
        row.put("at", Moments.bound(edition.changedAt()));
        row.put("version", edition.version());
        return row;
    }
}
