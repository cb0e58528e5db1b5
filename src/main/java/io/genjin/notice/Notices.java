package io.genjin.notice;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Access;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Cursor;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person is told: the journal's entries of the last thirty days that concern them, newest first. */
@Component
public class Notices {

    /** A bell that rings for more says {@code 99+}. */
    public static final int MOST_COUNTED = 100;

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String KINDS = NoticeGroup.condition(List.of(NoticeGroup.values()));

    /**
     * One notice.
     *
     * @param customer nothing when the reader may not see the prospect
     */
    public record Notice(JournalEntry entry, boolean unseen, ProspectLabels.@Nullable Label customer) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ProspectLabels labels;
    private final Access access;
    private final Clock clock;

    Notices(JdbcClient jdbc, Journal journal, ProspectLabels labels, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.labels = labels;
        this.access = access;
        this.clock = clock;
    }

    private record Found(UUID id, Instant recordedAt) {}

    @Transactional(readOnly = true)
    public Page<Notice> of(StaffMember reader, int limit, @Nullable String cursor) {
        Cursor after = Cursor.read(cursor, 2);
        Map<String, Object> params = params(reader, clock.instant().minus(KEPT));
        if (after != null) {
            params.put("recordedAt", Cursor.instant(after.values().get(0)).atOffset(ZoneOffset.UTC));
            params.put("id", Cursor.uuid(after.values().get(1)));
        }
        List<Found> found = jdbc.sql("""
                        select e.id, e.recorded_at
                          from journal_entry e
                         where %s
                           %s
                         order by e.recorded_at desc, e.id desc
                         limit :rows
                        """.formatted(
                        concerning(reader), after == null ? "" : "and (e.recorded_at, e.id) < (:recordedAt, :id)"))
                .params(params)
                .param("rows", limit + 1)
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
        Page<Found> page = Page.of(found, limit, last -> Cursor.of(last.recordedAt(), last.id()));
        return told(page, reader);
    }

    private Page<Notice> told(Page<Found> page, StaffMember reader) {
        Map<UUID, JournalEntry> entries =
                journal
                        .find(
                                reader.dealership(),
                                page.items().stream().map(Found::id).toList())
                        .stream()
                        .collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                entries.values().stream()
                        .map(JournalEntry::prospect)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                reader);
        Instant seen = seenUntil(reader);
        return page.map(found -> {
            JournalEntry entry = Objects.requireNonNull(entries.get(found.id()));
            return new Notice(
                    entry,
                    found.recordedAt().isAfter(seen),
                    entry.prospect() == null ? null : customers.get(entry.prospect()));
        });
    }

    /** How many the person has not looked at; counted up to {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int unseen(StaffMember reader) {
        Instant oldest = clock.instant().minus(KEPT);
        Instant seen = seenUntil(reader);
        return jdbc.sql("""
                        select count(*)
                          from (select 1
                                  from journal_entry e
                                 where %s
                                 limit :most) n
                        """.formatted(concerning(reader)))
                .params(params(reader, seen.isAfter(oldest) ? seen : oldest))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /**
     * The person has looked at everything told until then. Later ones, and those an earlier look covered, stay as they are.
     *
     * @param until when the newest one they saw was written down; now at the latest
     */
    @Transactional
    public void seen(StaffMember reader, Instant until) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into notice_seen (dealership_id, staff_id, seen_until)
                        values (:dealership, :staff, :until)
                            on conflict (dealership_id, staff_id)
                            do update set seen_until = excluded.seen_until
                            where notice_seen.seen_until < excluded.seen_until
                        """)
                .param("dealership", reader.dealership().value())
                .param("staff", reader.id().value())
                .param("until", (until.isAfter(now) ? now : until).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant seenUntil(StaffMember reader) {
        return jdbc.sql("""
                        select seen_until
                          from notice_seen
                         where dealership_id = :dealership
                           and staff_id = :staff
                        """)
                .param("dealership", reader.dealership().value())
                .param("staff", reader.id().value())
                .query((row, number) ->
                        row.getObject("seen_until", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    private static String concerning(StaffMember reader) {
        String concerns = Concern.of(reader).stream()
                .map(concern -> "(" + concern.condition() + ")")
                .collect(Collectors.joining("\n or "));
        return """
                e.dealership_id = :dealership
                           and e.recorded_at > :since
                           and %s
                           and e.actor_id is distinct from :me
                           and (%s)""".formatted(KINDS, concerns);
    }

    private Map<String, Object> params(StaffMember reader, Instant since) {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", reader.dealership().value());
        params.put("me", reader.id().value());
        params.put(
                "owners", access.ownersOf(reader).stream().map(StaffId::value).toList());
        params.put("meText", reader.id().value().toString());
        params.put("since", since.atOffset(ZoneOffset.UTC));
        return params;
    }
}
