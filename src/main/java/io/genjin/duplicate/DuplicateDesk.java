package io.genjin.duplicate;

import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the pairs that may be one customer, the likeliest first, and takes a manager's word that a pair is none. */
@Service
public class DuplicateDesk {

    private static final int LONGEST_REASON = 500;

    private final Candidates candidates;
    private final Finder finder;
    private final ProspectDesk prospects;
    private final CardFile cards;
    private final JdbcClient jdbc;
    private final Clock clock;

    DuplicateDesk(
            Candidates candidates,
            Finder finder,
            ProspectDesk prospects,
            CardFile cards,
            JdbcClient jdbc,
            Clock clock) {
        this.candidates = candidates;
        this.finder = finder;
        this.prospects = prospects;
        this.cards = cards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A pair with both its cases. */
    public record Row(Candidate candidate, Prospect first, Prospect second) {}

    /** How many pairs came about because somebody filed a customer who was on file; nobody when it arrived by itself. */
    public record Caused(@Nullable StaffId by, int pairs) {}

    /** Whose pairs are asked for: everybody's open ones, or all that one person caused, merged ones too. */
    public record Filter(@Nullable StaffId causedBy, boolean arrivedByThemselves) {

        public static final Filter OPEN = new Filter(null, false);

        boolean isOpenOnly() {
            return causedBy == null && !arrivedByThemselves;
        }
    }

    /** The pairs, the likeliest first. */
    @Transactional(readOnly = true)
    public Page<Row> list(Filter filter, int limit, @Nullable String cursor, StaffMember reader) {
        DealershipId in = reader.dealership();
        Cursor after = Cursor.read(cursor, 2);
        Conditions where = Conditions.in(in, "dealership_id");
        where.and(filter.isOpenOnly() ? "status = 'OPEN'" : "status in ('OPEN', 'MERGED')");
        if (filter.arrivedByThemselves()) {
            where.and("caused_by is null");
        }
        StaffId causedBy = filter.causedBy();
        if (causedBy != null) {
            where.and("caused_by = :causedBy").with("causedBy", causedBy.value());
        }
        if (after != null) {
            where.and("(strength, id) < (:strength, :id)")
                    .with("strength", points(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Candidate> found = candidates.list(where, "strength desc, id desc", limit + 1);
        Map<ProspectId, Prospect> cases = cases(in, found);
        List<Row> rows = found.stream()
                .map(one -> new Row(
                        one,
                        Objects.requireNonNull(cases.get(one.first())),
                        Objects.requireNonNull(cases.get(one.second()))))
                .toList();
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(
                        String.valueOf(last.candidate().strength()),
                        last.candidate().id().value()));
    }

    private static int points(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new FieldsRefused(Field.of("cursor", "field.unreadable"));
        }
    }

    private Map<ProspectId, Prospect> cases(DealershipId in, List<Candidate> found) {
        Set<ProspectId> ids = new HashSet<>();
        found.forEach(one -> ids.addAll(List.of(one.first(), one.second())));
        return prospects.getAll(in, ids).stream().collect(Collectors.toMap(Prospect::id, Function.identity()));
    }

    /** Who caused how many, the most first (each number opens its rows). */
    @Transactional(readOnly = true)
    public List<Caused> caused(StaffMember reader) {
        return jdbc.sql("""
                        select caused_by, count(*) as pairs
                          from duplicate_candidate
                         where dealership_id = :dealership
                           and status in ('OPEN', 'MERGED')
                         group by caused_by
                         order by count(*) desc, caused_by
                        """)
                .param("dealership", reader.dealership().value())
                .query((row, number) -> {
                    UUID by = row.getObject("caused_by", UUID.class);
                    return new Caused(by == null ? null : new StaffId(by), row.getInt("pairs"));
                })
                .list();
    }

    /** One pair with both its cards, for those who may see both. */
    @Transactional(readOnly = true)
    public Row open(CandidateId id, StaffMember reader) {
        Candidate candidate = candidates.find(reader.dealership(), id, false).orElseThrow(() -> new NothingHere(id));
        return new Row(candidate, cards.open(candidate.first(), reader), cards.open(candidate.second(), reader));
    }

    /** A manager says that these are two people; the pair does not come back. */
    @Transactional
    public void dismiss(CandidateId id, @Nullable String reason, StaffMember by) {
        Candidate candidate = openPair(id, by);
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (why == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        candidates.dismiss(by.dealership(), candidate.id(), why, by.id(), clock.instant());
    }

    /** The customer administrator would merge a pair whose owners differ; a manager decides. */
    @Transactional
    public void propose(CandidateId id, @Nullable ProspectId survivor, StaffMember by) {
        Candidate candidate = openPair(id, by);
        if (survivor == null || !List.of(candidate.first(), candidate.second()).contains(survivor)) {
            throw new FieldsRefused(Field.of("survivor", "field.merge.survivor"));
        }
        candidates.propose(by.dealership(), candidate.id(), survivor, by.id(), clock.instant());
    }

    private Candidate openPair(CandidateId id, StaffMember by) {
        Candidate candidate = candidates.find(by.dealership(), id, true).orElseThrow(() -> new NothingHere(id));
        cards.open(candidate.first(), by);
        cards.open(candidate.second(), by);
        if (candidate.status() != Candidate.Status.OPEN) {
            throw new PairDecided();
        }
        return candidate;
    }

    /** Asks for a look through all customers; the one that goes on already when there is one. */
    public LookThrough look(StaffMember by) {
        return finder.ask(by.dealership(), by.id());
    }

    /** The look through all customers that goes on, or the last one. */
    public Optional<LookThrough> newestLook(StaffMember reader) {
        return finder.newest(reader.dealership());
    }
}
