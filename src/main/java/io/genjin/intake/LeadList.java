package io.genjin.intake;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which leads are there? The waiting ones by urgency, all others by arrival, newest first. */
@Component
public class LeadList {

    /** Which leads a reader asks for. */
    public enum Which {
        waiting("l.status = 'LEAD_RECEIVED'"),
        assigned("l.status = 'ASSIGNED'"),
        duplicate("l.status = 'DUPLICATE'"),
        invalid("l.status = 'INVALID'"),
        all("true");

        private final String clause;

        Which(String clause) {
            this.clause = clause;
        }
    }

    /** One lead with the prospect under which its customer is on file. */
    public record Row(Lead lead, Prospect prospect) {}

    private final JdbcClient jdbc;
    private final Leads leads;
    private final ProspectDesk prospects;

    LeadList(JdbcClient jdbc, Leads leads, ProspectDesk prospects) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.prospects = prospects;
    }

    @Transactional(readOnly = true)
    public Page<Row> find(Which which, int limit, @Nullable String cursor, StaffMember reader) {
        boolean urgency = which == Which.waiting;
        Conditions where = Conditions.in(reader.dealership(), "l.dealership_id").and(which.clause);
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and(urgency ? "(l.first_due_at, l.id) > (:at, :id)" : "(l.received_at, l.id) < (:at, :id)")
                    .with("at", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Lead> found = jdbc.sql("""
                        select %s
                          from lead l
                         where %s
                         order by %s
                         limit :rows
                        """.formatted(
                        Leads.COLUMNS, where.sql(), urgency ? "l.first_due_at, l.id" : "l.received_at desc, l.id desc"))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> leads.read(row))
                .list();
        Page<Lead> page = Page.of(
                found,
                limit,
                last -> Cursor.of(
                        urgency ? last.firstFollowUpDueAt() : last.receivedAt(),
                        last.id().value()));
        return withProspects(page, reader);
    }

    private Page<Row> withProspects(Page<Lead> page, StaffMember reader) {
        List<ProspectId> ids = page.items().stream()
                .map(Lead::onFile)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<ProspectId, Prospect> onFile = prospects.getAll(reader.dealership(), ids).stream()
                .collect(Collectors.toMap(Prospect::id, Function.identity()));
        return page.map(lead -> new Row(lead, Objects.requireNonNull(onFile.get(lead.onFile()))));
    }

    /** The leads that opened these prospects; a prospect that nobody reported has none. */
    @Transactional(readOnly = true)
    public Map<ProspectId, Lead> opened(DealershipId in, Collection<ProspectId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select %s
                          from lead l
                         where l.dealership_id = :dealership
                           and l.prospect_id in (:prospects)
                        """.formatted(Leads.COLUMNS))
                .param("dealership", in.value())
                .param("prospects", ids.stream().map(ProspectId::value).toList())
                .query((row, number) -> leads.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        lead -> Objects.requireNonNull(lead.prospect()), Function.identity(), (one, other) -> one));
    }

    /** How many leads wait for a consultant. */
    @Transactional(readOnly = true)
    public int waiting(StaffMember reader) {
        return jdbc.sql("""
                        select count(*)
                          from lead l
                         where l.dealership_id = :dealership
                           and l.status = 'LEAD_RECEIVED'
                        """)
                .param("dealership", reader.dealership().value())
                .query(Integer.class)
                .single();
    }
}
