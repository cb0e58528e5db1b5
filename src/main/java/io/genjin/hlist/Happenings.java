package io.genjin.hlist;

import io.genjin.dealership.Dealership;
import io.genjin.shared.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the journal tells of listed customers in their week. A customer merged into another meanwhile is followed to the one
 * that stayed, unless that one stands on a list of the week itself (4.1 rule 7).
 */
@Component
class Happenings {

    private final JdbcClient jdbc;

    Happenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What each entry's week came to since the customer was listed, as it was written down before {@code recordedBefore}: what
     * is written later changes no closed list.
     */
    Map<HListEntryId, Verdict> verdicts(
            Dealership dealership, ListWeek week, Collection<HListEntry> entries, Instant recordedBefore) {
        Map<HListEntryId, Verdict> verdicts = new HashMap<>();
        if (entries.isEmpty()) {
            return verdicts;
        }
        Set<UUID> listed =
                entries.stream().map(entry -> entry.prospect().value()).collect(Collectors.toSet());
        Map<UUID, UUID> merged = merged(dealership, week, recordedBefore);
        Map<HListEntryId, List<UUID>> followed = new HashMap<>();
        for (HListEntry entry : entries) {
            followed.put(entry.id(), followed(entry.prospect().value(), merged, listed));
        }
        Map<UUID, List<Happening>> happened = happened(
                dealership,
                week,
                followed.values().stream().flatMap(List::stream).distinct().toList(),
                recordedBefore);
        for (HListEntry entry : entries) {
            verdicts.put(
                    entry.id(),
                    Verdict.of(followed.getOrDefault(entry.id(), List.of()).stream()
                            .flatMap(file -> happened.getOrDefault(file, List.of()).stream())
                            .filter(one -> !one.at().isBefore(entry.addedAt()))
                            .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::entry))
                            .toList()));
        }
        return verdicts;
    }

    private static List<UUID> followed(UUID prospect, Map<UUID, UUID> merged, Set<UUID> listed) {
        List<UUID> files = new ArrayList<>(List.of(prospect));
        UUID into = merged.get(prospect);
        while (into != null && !listed.contains(into) && !files.contains(into)) {
            files.add(into);
            into = merged.get(into);
        }
        return files;
    }

    /** Which customers were merged into which since the week's lists could be held. */
    private Map<UUID, UUID> merged(Dealership dealership, ListWeek week, Instant recordedBefore) {
        Map<UUID, UUID> into = new HashMap<>();
        jdbc.sql("""
                        select kind, details ->> 'from' as from_id, details ->> 'into' as into_id
                          from journal_entry
                         where dealership_id = :dealership
                           and kind in ('MERGED', 'MERGE_UNDONE')
                           and happened_on between :from and :until
                           and recorded_at < :recordedBefore
                         order by recorded_at, id
                        """)
                .param("dealership", dealership.id().value())
                .param("from", week.opensOn())
                .param("until", week.sunday())
                .param("recordedBefore", recordedBefore.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    UUID gone = uuid(row.getString("from_id"));
                    UUID stayed = uuid(row.getString("into_id"));
                    if (gone != null && stayed != null) {
                        if (row.getString("kind").equals("MERGED")) {
                            into.put(gone, stayed);
                        } else {
                            into.remove(gone);
                        }
                    }
                });
        return into;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnIdentity) {
            return null;
        }
    }

    private Map<UUID, List<Happening>> happened(
            Dealership dealership, ListWeek week, List<UUID> prospects, Instant recordedBefore) {
        Map<UUID, List<Happening>> happened = new HashMap<>();
        jdbc.sql("""
                        select prospect_id, id, kind, happened_at, details ->> 'outcome' as outcome,
                               details ->> 'before' as before, details ->> 'after' as after
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id in (:prospects)
                           and kind in ('ORDERED', 'ORDER_CANCELLED', 'DEFEATED', 'REACTIVATED', 'WOKEN', 'VISIT_RECORDED',
                                        'TEST_DRIVEN', 'FOLLOW_UP_RECORDED', 'GRADE_CHANGED')
                           and happened_on between :monday and :sunday
                           and recorded_at < :recordedBefore
                         order by happened_at, id
                        """)
                .param("dealership", dealership.id().value())
                .param("prospects", prospects)
                .param("monday", week.monday())
                .param("sunday", week.sunday())
                .param("recordedBefore", recordedBefore.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    happened.computeIfAbsent(row.getObject("prospect_id", UUID.class), who -> new ArrayList<>())
                            .add(read(row));
                });
        return happened;
    }

    private static Happening read(ResultSet row) throws SQLException {
        return new Happening(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                "APPOINTMENT".equals(row.getString("outcome")),
                grade(row.getString("before")),
                grade(row.getString("after")));
    }

    private static @Nullable Grade grade(@Nullable String code) {
        return code != null && Grade.isGrade(code) ? Grade.valueOf(code) : null;
    }
}
