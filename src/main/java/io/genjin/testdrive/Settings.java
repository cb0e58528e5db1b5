package io.genjin.testdrive;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what a dealership decided about its drives: rules, routes, and the words to sign. */
@Repository
class Settings {

    private static final String BUILT_IN = "/testdrive/agreement.txt";

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DriveRules rules(DealershipId dealership) {
        return jdbc.sql("""
                        select opens, closes, slot_minutes, licence_min_years, key_holder
                          from test_drive_rules
                         where dealership_id = :dealership
                         order by decided_at desc, id desc
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new DriveRules(
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class),
                        row.getInt("slot_minutes"),
                        row.getInt("licence_min_years"),
                        DriveRules.KeyHolder.valueOf(row.getString("key_holder"))))
                .optional()
                .orElse(DriveRules.USUAL);
    }

    void decide(DealershipId dealership, DriveRules rules, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into test_drive_rules (dealership_id, id, opens, closes, slot_minutes, licence_min_years,
                                                      key_holder, decided_by, decided_at)
                        values (:dealership, :id, :opens, :closes, :slot, :years, :keys, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("opens", rules.opens())
                .param("closes", rules.closes())
                .param("slot", rules.slotMinutes())
                .param("years", rules.licenceMinYears())
                .param("keys", rules.keyHolder().name())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    List<Route> routes(DealershipId dealership) {
        return jdbc.sql("""
                        select id, name, description, metres, minutes, retired_at
                          from test_drive_route
                         where dealership_id = :dealership
                         order by retired_at is not null, minutes, name
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> route(row))
                .list();
    }

    Route route(DealershipId dealership, RouteId id) {
        return jdbc.sql("""
                        select id, name, description, metres, minutes, retired_at
                          from test_drive_route
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> route(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    private static Route route(ResultSet row) throws SQLException {
        return new Route(
                new RouteId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("description"),
                row.getInt("metres"),
                row.getInt("minutes"),
                Moments.readOrNull(row, "retired_at") != null);
    }

    /** @return whether the name was free */
    boolean add(DealershipId dealership, Route route, StaffId by, Instant at) {
        try {
            jdbc.sql("""
                            insert into test_drive_route (dealership_id, id, name, description, metres, minutes, added_by, added_at)
                            values (:dealership, :id, :name, :description, :metres, :minutes, :by, :at)
                            """)
                    .param("dealership", dealership.value())
                    .param("id", route.id().value())
                    .param("name", route.name())
                    .param("description", route.description())
                    .param("metres", route.metres())
                    .param("minutes", route.minutes())
                    .param("by", by.value())
                    .param("at", Moments.bound(at))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void retire(DealershipId dealership, RouteId id, Instant at) {
        jdbc.sql("update test_drive_route set retired_at = :at where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** Every version of the words, newest first; the one that came with the product is always there. */
    List<AgreementText> texts(DealershipId dealership) {
        List<AgreementText> texts = jdbc.sql("""
                        select version, title, body, since, written_by
                          from test_drive_text
                         where dealership_id = :dealership
                         order by version desc
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> text(row))
                .list();
        return texts.isEmpty() ? List.of(builtIn()) : texts;
    }

    AgreementText text(DealershipId dealership, int version) {
        return texts(dealership).stream()
                .filter(text -> text.version() == version)
                .findFirst()
                .orElseThrow(() -> new NothingHere(version));
    }

    private static AgreementText text(ResultSet row) throws SQLException {
        UUID by = row.getObject("written_by", UUID.class);
        return new AgreementText(
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                Moments.read(row, "since"),
                by == null ? null : new StaffId(by));
    }

    /** Keeps the version that came with the product as this dealership's first, for somebody is about to sign it. */
    void keepBuiltIn(DealershipId dealership) {
        write(dealership, builtIn(), null);
    }

    /** @return whether nobody else wrote this version meanwhile */
    boolean write(DealershipId dealership, AgreementText text, @Nullable StaffId by) {
        return jdbc.sql("""
                        insert into test_drive_text (dealership_id, version, title, body, since, written_by)
                        values (:dealership, :version, :title, :body, :since, :by)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("version", text.version())
                        .param("title", text.title())
                        .param("body", text.body())
                        .param("since", Moments.bound(text.since()))
                        .param("by", by == null ? null : by.value())
                        .update()
                == 1;
    }

    private static AgreementText builtIn() {
        try (InputStream file = Objects.requireNonNull(Settings.class.getResourceAsStream(BUILT_IN))) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            int end = all.indexOf('\n');
            return new AgreementText(
                    1, all.substring(0, end).strip(), all.substring(end).strip(), Instant.EPOCH, null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
