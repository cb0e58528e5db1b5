package io.genjin.process;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import io.genjin.vault.Vault;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to all cases, in the columns of process mining. No name, no number, no words: cases and people appear under codes that
 * only this dealership's keys can make, the same in every export, so that logs of two months fit together.
 */
@Component
public class EventLog {

    /** The most events of one file; who needs more takes a shorter period. */
    static final int MOST_EVENTS = 100_000;

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_DAYS = 366;
    private static final int CODE_BYTES = 6;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Dealerships dealerships;

    EventLog(JdbcClient jdbc, Vault vault, Dealerships dealerships) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.dealerships = dealerships;
    }

    /**
     * One event.
     *
     * @param caseId   the case's code; cases merged into one have one
     * @param activity kind of the journal entry
     * @param resource code of who did it; nothing when the clock did
     * @param stage    the stage it belongs to; nothing for what concerns the whole case
     * @param grade    the customer's grade at that moment
     * @param owner    code of whose customer it was at that moment
     */
    public record Event(
            String id,
            String caseId,
            String activity,
            OffsetDateTime timestamp,
            @Nullable String resource,
            @Nullable Stage stage,
            @Nullable String grade,
            @Nullable String owner) {}

    /** A page of the events of the days from {@code from} to {@code to}, oldest first. */
    @Transactional(readOnly = true)
    public Page<Event> page(LocalDate from, LocalDate to, int limit, @Nullable String cursor, StaffMember reader) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.eventLimit", MOST_ROWS));
        }
        checkDays(from, to);
        Cursor after = Cursor.read(cursor, 2);
        return read(from, to, limit, after, new Codes(reader.dealership()), reader);
    }

    /** All of them, for a file. */
    @Transactional(readOnly = true)
    public List<Event> all(LocalDate from, LocalDate to, StaffMember reader) {
        checkDays(from, to);
        Codes codes = new Codes(reader.dealership());
        List<Event> all = new ArrayList<>();
        Cursor after = null;
        do {
            Page<Event> page = read(from, to, MOST_ROWS, after, codes, reader);
            all.addAll(page.items());
            if (all.size() > MOST_EVENTS) {
                throw new FieldsRefused(Field.of("to", "field.eventsTooMany", MOST_EVENTS));
            }
            after = Cursor.read(page.next(), 2);
        } while (after != null);
        return all;
    }

    private static void checkDays(LocalDate from, LocalDate to) {
        PeriodDay.of("from", from);
        PeriodDay.of("to", to);
        if (to.isBefore(from)) {
            throw new FieldsRefused(Field.of("to", "field.periodOrder"));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new FieldsRefused(Field.of("to", "field.periodLong", MOST_DAYS));
        }
    }

    private Page<Event> read(
            LocalDate from, LocalDate to, int limit, @Nullable Cursor after, Codes codes, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Conditions where = Conditions.in(dealership.id(), "e.dealership_id")
                .and("e.happened_on between :from and :to")
                .with("from", from)
                .with("to", to);
        if (after != null) {
            where.and("(e.happened_at, e.id) > (:lastAt, :lastId)")
                    .with("lastAt", Cursor.instant(after.values().get(0)))
                    .with("lastId", Cursor.uuid(after.values().get(1)));
        }
        List<Event> rows = jdbc.sql("""
                        select e.id, m.survivor_id, e.kind, e.happened_at, e.actor_id, e.owner_id, e.grade
                          from journal_entry e
                          join merged_prospect m on m.dealership_id = e.dealership_id and m.id = e.prospect_id
                         where %s
                         order by e.happened_at, e.id
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> new Event(
                        row.getObject("id", UUID.class).toString(),
                        codes.of("case", row.getObject("survivor_id", UUID.class)),
                        row.getString("kind"),
                        Moments.read(row, "happened_at")
                                .atZone(dealership.zone())
                                .toOffsetDateTime(),
                        codes.orNull(row.getObject("actor_id", UUID.class)),
                        Stage.of(row.getString("kind")).orElse(null),
                        row.getString("grade"),
                        codes.orNull(row.getObject("owner_id", UUID.class))))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.timestamp().toInstant(), last.id()));
    }

    /** Codes of one export, each made once. */
    private final class Codes {

        private final DealershipId dealership;
        private final Map<UUID, String> known = new HashMap<>();

        private Codes(DealershipId dealership) {
            this.dealership = dealership;
        }

        private @Nullable String orNull(@Nullable UUID person) {
            return person == null ? null : of("person", person);
        }

        private String of(String kind, UUID id) {
            return known.computeIfAbsent(
                    id,
                    one -> (kind.equals("case") ? "C-" : "P-")
                            + HexFormat.of()
                                    .formatHex(
                                            vault.fingerprint("event-log-" + kind, one.toString(), dealership),
                                            0,
                                            CODE_BYTES));
        }
    }
}
