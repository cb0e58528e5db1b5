package io.genjin.notice;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.notice.ReadMarks.Mark;
import io.genjin.prospect.Access;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Cursor;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person is told: the journal's entries of the last thirty days that concern them, newest first, read and unread. */
@Component
public class Notices {

    /** A bell that rings for more says {@code 99+}. */
    public static final int MOST_COUNTED = 100;

    private static final Duration KEPT = Duration.ofDays(30);

    /** Above the line up to which all is read, and not read by itself. */
    private static final String UNREAD = """
            and e.recorded_at > :line
                           and not exists (select 1
                                             from notice_read r
                                            where r.dealership_id = :dealership
                                              and r.staff_id = :me
                                              and r.entry_id = e.id)""";

    /**
     * One notice.
     *
     * @param customer nothing when the reader may not see the prospect
     */
    public record Notice(JournalEntry entry, boolean unread, ProspectLabels.@Nullable Label customer) {}

    private final JdbcClient jdbc;
    private final ReadMarks marks;
    private final Journal journal;
    private final ProspectLabels labels;
    private final Access access;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Notices(
            JdbcClient jdbc,
            ReadMarks marks,
            Journal journal,
            ProspectLabels labels,
            Access access,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.journal = journal;
        this.labels = labels;
        this.access = access;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Notice> of(StaffMember reader, NoticeFilter filter, int limit, @Nullable String cursor) {
        Cursor after = Cursor.read(cursor, 2);
        Map<String, Object> params = params(reader);
        if (after != null) {
            params.put("recordedAt", Moments.bound(Cursor.instant(after.values().get(0))));
            params.put("id", Cursor.uuid(after.values().get(1)));
        }
        List<Mark> found = jdbc.sql("""
                        select e.id, e.recorded_at
                          from journal_entry e
                         where %s
                           %s
                           %s
                         order by e.recorded_at desc, e.id desc
                         limit :rows
                        """.formatted(
                                concerning(reader, filter.groups()),
                                filter.unreadOnly() ? UNREAD : "",
                                after == null ? "" : "and (e.recorded_at, e.id) < (:recordedAt, :id)"))
                .params(params)
                .param("rows", limit + 1)
                .query((row, number) -> mark(row))
                .list();
        return told(Page.of(found, limit, last -> Cursor.of(last.recordedAt(), last.entry())), reader);
    }

    private Page<Notice> told(Page<Mark> page, StaffMember reader) {
        List<UUID> ids = page.items().stream().map(Mark::entry).toList();
        Map<UUID, JournalEntry> entries = journal.find(reader.dealership(), ids).stream()
                .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                entries.values().stream()
                        .map(JournalEntry::prospect)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                reader);
        Instant line = marks.line(reader);
        Set<UUID> read = new HashSet<>(marks.among(reader, ids));
        return page.map(found -> {
            JournalEntry entry = Objects.requireNonNull(entries.get(found.entry()));
            return new Notice(
                    entry,
                    found.recordedAt().isAfter(line) && !read.contains(found.entry()),
                    entry.prospect() == null ? null : customers.get(entry.prospect()));
        });
    }

    /** How many the person has not read; counted up to {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int unread(StaffMember reader) {
        return jdbc.sql("""
                        select count(*)
                          from (select 1
                                  from journal_entry e
                                 where %s
                                   %s
                                 limit :most) n
                        """.formatted(concerning(reader, NoticeFilter.ALL.groups()), UNREAD))
                .params(params(reader))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /**
     * The person has read one notice.
     *
     * @throws NothingHere when it does not concern them
     */
    @Transactional
    public Notice read(StaffMember reader, UUID entry) {
        List<Mark> found = jdbc.sql("""
                        select e.id, e.recorded_at
                          from journal_entry e
                         where %s
                           and e.id = :entry
                        """.formatted(concerning(reader, NoticeFilter.ALL.groups())))
                .params(params(reader))
                .param("entry", entry)
                .query((row, number) -> mark(row))
                .list();
        if (found.isEmpty()) {
            throw new NothingHere(entry);
        }
        if (found.get(0).recordedAt().isAfter(marks.line(reader))) {
            marks.add(reader, found);
        }
        return told(new Page<>(found, null), reader).items().get(0);
    }

    /**
     * The person has read everything told until then, or everything of one group. What comes later stays unread, and nothing
     * read becomes unread.
     *
     * @param until when the newest one they saw was written down; now at the latest
     */
    @Transactional
    public void readAll(StaffMember reader, @Nullable NoticeGroup group, Instant until) {
        Instant now = clock.instant();
        Instant last = until.isAfter(now) ? now : until;
        if (group == null) {
            marks.draw(reader, last);
            return;
        }
        marks.add(
                reader,
                jdbc.sql("""
                                select e.id, e.recorded_at
                                  from journal_entry e
                                 where %s
                                   %s
                                   and e.recorded_at <= :until
                                """.formatted(concerning(reader, List.of(group)), UNREAD))
                        .params(params(reader))
                        .param("until", Moments.bound(last))
                        .query((row, number) -> mark(row))
                        .list());
    }

    /** Drops the marks of notices that are not shown any more. */
    int forgetOld() {
        Instant before = oldest();
        int forgotten = 0;
        for (Dealership dealership : dealerships.all()) {
            forgotten += Tenancy.within(
                    dealership.id(),
                    () -> Objects.requireNonNull(transaction.execute(status -> marks.forget(dealership.id(), before))));
        }
        return forgotten;
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getObject("id", UUID.class), Moments.read(row, "recorded_at"));
    }

    private static String concerning(StaffMember reader, List<NoticeGroup> groups) {
        String concerns = Concern.of(reader).stream()
                .map(concern -> "(" + concern.condition() + ")")
                .collect(Collectors.joining("\n or "));
        return """
                e.dealership_id = :dealership
                           and e.recorded_at > :since
                           and %s
                           and e.actor_id is distinct from :me
                           and (%s)""".formatted(NoticeGroup.condition(groups), concerns);
    }

    private Map<String, Object> params(StaffMember reader) {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", reader.dealership().value());
        params.put("me", reader.id().value());
        params.put(
                "owners", access.ownersOf(reader).stream().map(StaffId::value).toList());
        params.put("meText", reader.id().toString());
        params.put("since", Moments.bound(oldest()));
        params.put("line", Moments.bound(marks.line(reader)));
        return params;
    }
}
