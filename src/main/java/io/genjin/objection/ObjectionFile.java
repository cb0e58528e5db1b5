package io.genjin.objection;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Objections for those who may see them: of one customer, and of all their customers. */
@Component
public class ObjectionFile {

    private static final int MOST_ROWS = 100;

    private final CardFile file;
    private final Access access;
    private final Objections objections;
    private final Dealerships dealerships;

    ObjectionFile(CardFile file, Access access, Objections objections, Dealerships dealerships) {
        this.file = file;
        this.access = access;
        this.objections = objections;
        this.dealerships = dealerships;
    }

    /** One customer's objections, the newest first, those of merged cases among them. */
    public record Opened(Prospect prospect, List<Objection> objections) {}

    /**
     * Which objections: what is not given asks for nothing.
     *
     * @param from the first day on which they were raised
     * @param to   the last
     */
    public record Filter(
            @Nullable ObjectionType type,
            @Nullable ObjectionResult result,
            @Nullable String model,
            @Nullable String competitor,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public Filter {
            if (from != null) {
                PeriodDay.of("from", from);
            }
            if (to != null) {
                PeriodDay.of("to", to);
            }
        }

        Conditions on(Dealership dealership) {
            return Conditions.in(dealership.id(), "o.dealership_id")
                    .given("type", type, "o.type = :type")
                    .given("result", result, "o.result = :result")
                    .given("model", blankless(model), "o.model = :model")
                    .given("competitor", blankless(competitor), "o.competitor = :competitor")
                    .given("from", from == null ? null : dealership.startOf(from), "o.raised_at >= :from")
                    .given("until", to == null ? null : dealership.startOf(to.plusDays(1)), "o.raised_at < :until");
        }

        private static @Nullable String blankless(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed;
        }
    }

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, StaffMember reader) {
        Prospect prospect = access.seen(file.open(id, reader), reader, "objection.read");
        return new Opened(prospect, objections.of(reader.dealership(), file.cases(id, reader)));
    }

    /** One objection, of a customer whom the reader may see. */
    @Transactional(readOnly = true)
    public Objection get(ObjectionId id, StaffMember reader) {
        Objection found = objections.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id));
        open(found.prospect(), reader);
        return found;
    }

    /** What still waits for an answer, promised first at the top: the consultant's tasks, the manager's view of all. */
    @Transactional(readOnly = true)
    public List<Objection> waiting(StaffMember reader) {
        Conditions where = seen(new Filter(null, ObjectionResult.OPEN, null, null, null, null), reader)
                .and("p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',"
                        + " 'DEFEAT_PENDING', 'ORDERED')");
        return objections.read(
                where, "order by o.answer_due, o.raised_at, o.id limit :rows", Map.of("rows", MOST_ROWS));
    }

    /** The rows behind a number, newest first. */
    @Transactional(readOnly = true)
    public Page<Objection> find(Filter filter, int limit, @Nullable String cursor, StaffMember reader) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Conditions where = seen(filter, reader);
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and("(o.raised_at, o.id) < (:raisedAt, :id)")
                    .with("raisedAt", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Objection> rows =
                objections.read(where, "order by o.raised_at desc, o.id desc limit :rows", Map.of("rows", limit + 1));
        return Page.of(rows, limit, last -> Cursor.of(last.raisedAt(), last.id()));
    }

    /** The reader's own customers, or all of the dealership. */
    Conditions seen(Filter filter, StaffMember reader) {
        Conditions where = filter.on(dealerships.get(reader.dealership()));
        if (!access.seesAll(reader, "objection.read")) {
            where.and("p.owner_id in (:owners)").with("owners", access.ownersOf(reader));
        }
        return where;
    }
}
