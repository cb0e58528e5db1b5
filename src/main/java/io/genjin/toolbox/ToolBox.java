package io.genjin.toolbox;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.shared.Conditions;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A consultant's tool box (工具盒, R-103): the box of cards filed by the next date, and the index to it. */
@Component
public class ToolBox {

    /** How an index is sorted. */
    public enum Order {
        name,
        date
    }

    private static final String COLUMNS = """
            p.id, p.card_no, p.customer_name, p.grade, p.status, p.source, p.main_model, p.owner_id, p.next_date,
                   p.next_reason, p.due_at, p.latest_day, p.last_contact_at,
                   (select count(*)
                      from journal_entry e
                     where e.dealership_id = p.dealership_id
                       and e.dealership_id = :dealership
                       and e.prospect_id = p.id
                       and e.kind = 'RESCHEDULED'
                       and e.actor_id is not null
                       and e.details ->> 'cause' is null) as date_changes""";

    private final JdbcClient jdbc;
    private final Consultants consultants;
    private final CardFile cards;
    private final Dealerships dealerships;
    private final Clock clock;

    ToolBox(JdbcClient jdbc, Consultants consultants, CardFile cards, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.consultants = consultants;
        this.cards = cards;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** The box of one consultant, or of all whom the reader may see. */
    @Transactional(readOnly = true)
    public CardBox box(@Nullable StaffMember consultant, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        return CardBox.file(filed(consultant, reader), clock.instant(), dealership.zone());
    }

    /** The index of all cards in the box, by name (pinyin) or by the day that is owed. */
    @Transactional(readOnly = true)
    public List<FiledCard> index(@Nullable StaffMember consultant, Order order, StaffMember reader) {
        Comparator<FiledCard> sorted = order == Order.date
                ? Comparator.comparing(FiledCard::dueAt)
                : Comparator.comparing(FiledCard::customerName, NameOrder.BY_PINYIN);
        return filed(consultant, reader).stream()
                .sorted(sorted.thenComparing(FiledCard::cardNo))
                .toList();
    }

    /**
     * The index card of one customer.
     *
     * @throws NothingHere when there is none, or the reader may not see it
     */
    @Transactional(readOnly = true)
    public FiledCard card(ProspectId id, StaffMember reader) {
        cards.open(id, reader);
        return read(Conditions.in(reader.dealership(), "p.dealership_id")
                        .and("p.id = :id")
                        .with("id", id))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    private List<FiledCard> filed(@Nullable StaffMember consultant, StaffMember reader) {
        Set<StaffId> owners = consultants.owners(consultant, reader);
        return read(Conditions.in(reader.dealership(), "p.dealership_id")
                .and("p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',"
                        + " 'DEFEAT_PENDING', 'DORMANT')")
                .given("owners", owners, "p.owner_id in (:owners)"));
    }

    private List<FiledCard> read(Conditions where) {
        return jdbc.sql("""
                        select %s
                          from prospect_index p
                         where %s
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .query((row, number) -> read(row))
                .list();
    }

    private static FiledCard read(ResultSet row) throws SQLException {
        return new FiledCard(
                new ProspectId(row.getObject("id", UUID.class)),
                row.getLong("card_no"),
                row.getString("customer_name"),
                Grade.valueOf(row.getString("grade")),
                ProspectStatus.valueOf(row.getString("status")),
                Source.valueOf(row.getString("source")),
                row.getString("main_model"),
                new StaffId(row.getObject("owner_id", UUID.class)),
                row.getObject("next_date", LocalDate.class),
                NextStepReason.valueOf(row.getString("next_reason")),
                Moments.read(row, "due_at"),
                row.getObject("latest_day", LocalDate.class),
                Moments.readOrNull(row, "last_contact_at"),
                row.getInt("date_changes"));
    }
}
