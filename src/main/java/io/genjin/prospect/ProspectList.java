package io.genjin.prospect;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which prospects are there? By name, number, grade, status, owner, source or what is due; the next owed comes first. */
@Component
public class ProspectList {

    /** When something is owed: before today, today, or within the seven days that begin today. */
    public enum Due {
        overdue,
        today,
        week
    }

    /** What a reader asks for; nothing given asks for all open prospects the reader may see. */
    public record Filter(
            @Nullable String q,
            @Nullable Grade grade,
            @Nullable ProspectStatus status,
            @Nullable StaffId owner,
            @Nullable Source source,
            @Nullable Due due,
            @Nullable CardStatus cardStatus) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    }

    /** One line of the list; the number is masked. */
    public record Row(
            ProspectId id,
            long cardNo,
            String customerName,
            String maskedMobile,
            Grade grade,
            ProspectStatus status,
            CardStatus cardStatus,
            Source source,
            @Nullable String mainModel,
            StaffId owner,
            LocalDate nextDate,
            NextStepReason nextReason,
            Instant dueAt,
            @Nullable Instant lastContactAt,
            @Nullable Instant handoverDueAt,
            @Nullable Instant submittedAt,
            @Nullable Instant signedAt,
            @Nullable String signComment) {

        public boolean isOverdue(Instant now) {
            return status.isFollowed() && now.isAfter(dueAt);
        }
    }

    private static final String COLUMNS = """
            p.id, p.card_no, p.customer_name, p.mobile_sealed, p.grade, p.status, p.card_status, p.source, p.main_model,
                   p.owner_id, p.next_date, p.next_reason, p.due_at, p.last_contact_at, p.handover_due_at, p.submitted_at, p.signed_at,
                   p.sign_comment""";

    private final JdbcClient jdbc;
    private final Prospects prospects;
    private final Access access;
    private final Vault vault;
    private final Dealerships dealerships;
    private final Clock clock;

    ProspectList(
            JdbcClient jdbc, Prospects prospects, Access access, Vault vault, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.access = access;
        this.vault = vault;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Row> find(Filter filter, int limit, @Nullable String cursor, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Conditions where = visible(filter, dealership, reader);
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and("(p.due_at, p.id) > (:dueAt, :id)")
                    .with("dueAt", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Row> rows = jdbc.sql("""
                        select %s
                          from prospect p
                         where %s
                         order by p.due_at, p.id
                         limit :rows
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> read(row, dealership.id()))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.dueAt(), last.id().value()));
    }

    /** How many the filter finds, for counters beside the navigation. */
    @Transactional(readOnly = true)
    public int count(Filter filter, StaffMember reader) {
        Conditions where = visible(filter, dealerships.get(reader.dealership()), reader);
        return jdbc.sql("select count(*) from prospect p where " + where.sql())
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    /** The followed prospects whose promise is due until {@code until}, of these owners or, without any, of all the reader may see. */
    @Transactional(readOnly = true)
    public List<Row> owedBy(Instant until, Collection<StaffId> owners, int most, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), "p.dealership_id")
                .and("p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',"
                        + " 'DEFEAT_PENDING')")
                .and("p.due_at <= :until")
                .with("until", until)
                .given("wanted", owners, "p.owner_id in (:wanted)");
        if (!access.seesAll(reader, "prospect.read")) {
            where.and("p.owner_id in (:owners)").with("owners", access.ownersOf(reader));
        }
        return jdbc.sql("""
                        select %s
                          from prospect p
                         where %s
                         order by p.due_at, p.id
                         limit :rows
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("rows", most)
                .query((row, number) -> read(row, reader.dealership()))
                .list();
    }

    private Conditions visible(Filter filter, Dealership dealership, StaffMember reader) {
        LocalDate today = dealership.today(clock);
        Conditions where = Conditions.in(dealership.id(), "p.dealership_id")
                .given("grade", filter.grade(), "p.grade = :grade")
                .given("owner", filter.owner(), "p.owner_id = :owner")
                .given("source", filter.source(), "p.source = :source")
                .given("cardStatus", filter.cardStatus(), "p.card_status = :cardStatus");
        if (filter.status() != null) {
            where.and("p.status = :status").with("status", filter.status());
        } else if (filter.q() == null || filter.due() != null) {
            where.and("p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',"
                    + " 'DEFEAT_PENDING', 'DORMANT', 'ORDERED')");
        }
        if (!access.seesAll(reader, "prospect.read")) {
            where.and("p.owner_id in (:owners)").with("owners", access.ownersOf(reader));
        }
        if (filter.due() == Due.overdue) {
            where.and("p.due_at < :now").with("now", clock.instant());
        } else if (filter.due() == Due.today) {
            where.and("p.due_at <= :until").with("until", dealership.endOf(today));
        } else if (filter.due() == Due.week) {
            where.and("p.due_at <= :until").with("until", dealership.endOf(today.plusDays(6)));
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            matching(where, filter.q(), dealership.id());
        }
        return where;
    }

    /** Four digits are the end of a number, a whole number is that number, a card number is the card; the rest is a name. */
    private void matching(Conditions where, String typed, DealershipId dealership) {
        String term = NameTerms.normal(typed);
        if (term.matches("\\d{4}")) {
            where.and("(p.mobile_last_four = :lastFour or p.card_no = :cardNo)")
                    .with("lastFour", vault.lastFour(term, dealership))
                    .with("cardNo", Long.parseLong(term));
            return;
        }
        PhoneNumber number = PhoneNumber.parse(typed).orElse(null);
        if (number != null) {
            where.and("p.mobile_hash = :hash").with("hash", vault.fingerprint(number, dealership));
            return;
        }
        if (term.matches("\\d{5,18}")) {
            where.and("p.card_no = :cardNo").with("cardNo", Long.parseLong(term));
            return;
        }
        where.and("""
                        p.id in (select t.prospect_id
                                   from prospect_name_term t
                                  where t.dealership_id = :dealership
                                    and t.term >= :termFrom
                                    and t.term < :termTo)""").with("termFrom", term).with("termTo", term + Character.toString(Character.MAX_CODE_POINT));
    }

    private Row read(ResultSet row, DealershipId dealership) throws SQLException {
        ProspectId id = new ProspectId(row.getObject("id", UUID.class));
        return new Row(
                id,
                row.getLong("card_no"),
                row.getString("customer_name"),
                prospects.masked(row.getBytes("mobile_sealed"), dealership, id),
                Grade.valueOf(row.getString("grade")),
                ProspectStatus.valueOf(row.getString("status")),
                CardStatus.valueOf(row.getString("card_status")),
                Source.valueOf(row.getString("source")),
                row.getString("main_model"),
                new StaffId(row.getObject("owner_id", UUID.class)),
                row.getObject("next_date", LocalDate.class),
                NextStepReason.valueOf(row.getString("next_reason")),
                Moments.read(row, "due_at"),
                Moments.readOrNull(row, "last_contact_at"),
                Moments.readOrNull(row, "handover_due_at"),
                Moments.readOrNull(row, "submitted_at"),
                Moments.readOrNull(row, "signed_at"),
                row.getString("sign_comment"));
    }
}
