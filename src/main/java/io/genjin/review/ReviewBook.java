package io.genjin.review;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** WeeklyReviews as managers read them: an open one with its agenda as it stands, an archived one as it was stored. */
@Component
@Transactional(readOnly = true)
public class ReviewBook {

    private static final int FIRST_YEAR = 2000;
    private static final int LONGEST_WORDS = 100;
    private static final int MOST_FOUND = 3;

    /** One review: its record, and when it is archived what proves it. */
    public record Opened(
            WeeklyReview review, Minutes minutes, @Nullable ArchivedReview archive) {}

    /**
     * A week in the list of reviews.
     *
     * @param review   nothing for a week that nobody reviewed
     * @param found    findings in which the words asked for stand
     * @param findings how many findings its minutes have
     */
    public record Listed(
            ReviewWeek week,
            @Nullable WeeklyReview review,
            int findings,
            int actions,
            int decisions,
            List<Finding> found) {}

    private final WeeklyReviews reviews;
    private final MinuteParts parts;
    private final ReviewArchives archives;
    private final ReviewAgenda agenda;
    private final FigureSums sums;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    ReviewBook(
            WeeklyReviews reviews,
            MinuteParts parts,
            ReviewArchives archives,
            ReviewAgenda agenda,
            FigureSums sums,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.reviews = reviews;
        this.parts = parts;
        this.archives = archives;
        this.agenda = agenda;
        this.sums = sums;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The week that a day lies in, the running one unless a day is named.
     *
     * @throws FieldsRefused naming {@code week} for a year that no calendar of ours has
     */
    public ReviewWeek week(@Nullable LocalDate day, StaffMember reader) {
        LocalDate asked = day == null ? today(reader.dealership()) : day;
        if (asked.getYear() < FIRST_YEAR
                || asked.isAfter(today(reader.dealership()).plusYears(1))) {
            throw new FieldsRefused(Field.of("week", "weekly.week.far"));
        }
        return ReviewWeek.of(asked);
    }

    public boolean canBeOpened(ReviewWeek week, StaffMember reader) {
        return week.canBeOpenedOn(today(reader.dealership()));
    }

    boolean exists(ReviewWeek week, StaffMember reader) {
        return reviews.find(reader.dealership(), week).isPresent();
    }

    public Optional<Opened> find(ReviewWeek week, StaffMember reader) {
        return reviews.find(reader.dealership(), week).map(review -> opened(review, reader));
    }

    /** @throws NothingHere when nobody has opened the review of that week */
    public Opened get(ReviewWeek week, StaffMember reader) {
        return find(week, reader).orElseThrow(() -> new NothingHere(week));
    }

    private Opened opened(WeeklyReview review, StaffMember reader) {
        if (!review.archived()) {
            return new Opened(review, minutes(review, reader), null);
        }
        ArchivedReview archive = archives.find(review).orElseThrow(() -> new IllegalStateException("no text"));
        return new Opened(review, archive.sealed().minutes(), archive);
    }

    /** The record of an open review as it stands now. */
    Minutes minutes(WeeklyReview review, StaffMember reader) {
        ListsOfTheWeek lists = agenda.lists(review.week(), reader);
        List<ActionLine> actions = agenda.actions(review, reader);
        Talks talks = agenda.talks(review.week(), reader);
        List<Note> notes = List.copyOf(parts.notes(review).values());
        List<Finding> findings = parts.findings(review);
        List<Decision> decisions = parts.decisions(review);
        return new Minutes(
                review.week(),
                review.openedAt(),
                person(review.chair(), review),
                review.participants().stream().map(id -> person(id, review)).toList(),
                review.reports(),
                lists,
                actions,
                agenda.inTime(reader),
                talks,
                Weaknesses.of(review.reports(), lists, actions, talks),
                notes,
                findings,
                agenda.agreed(findings, reader),
                decisions,
                people(review, notes, findings, decisions));
    }

    private List<Person> people(
            WeeklyReview review, List<Note> notes, List<Finding> findings, List<Decision> decisions) {
        Set<StaffId> named = new LinkedHashSet<>(List.of(review.openedBy(), review.chair()));
        Stream.of(
                        notes.stream().map(Note::by),
                        findings.stream().map(Finding::by),
                        decisions.stream().map(Decision::by))
                .flatMap(all -> all)
                .forEach(named::add);
        return named.stream().map(id -> person(id, review)).toList();
    }

    private Person person(StaffId id, WeeklyReview review) {
        return Person.of(staff.get(review.dealership(), id));
    }

    /**
     * What the figures of the frozen week say now, where that is something else: typed or corrected since, and therefore what the
     * rows show. Nothing frozen changes by it (4.1).
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<Optional<UUID>, Map<Figure, Long>> nowDifferent(FrozenReports reports, DealershipId dealership) {
        Map<Optional<UUID>, Map<Figure, Long>> now = new HashMap<>();
        for (FigureSums.PersonCount count :
                sums.between(reports.from(), reports.until(), FrozenReports.FIGURES, dealership)) {
            StaffId person = count.person();
            add(now, Optional.empty(), count);
            if (person != null) {
                add(now, Optional.of(person.value()), count);
            }
        }
        Map<Optional<UUID>, Map<Figure, Long>> different = new HashMap<>();
        for (FrozenReports.Line line : reports.lines()) {
            Optional<UUID> who = Optional.ofNullable(line.person()).map(Person::id);
            Map<Figure, Long> changed = new EnumMap<>(Figure.class);
            for (Figure figure : FrozenReports.FIGURES) {
                long count = now.getOrDefault(who, Map.of()).getOrDefault(figure, 0L);
                if (count != line.of(figure)) {
                    changed.put(figure, count);
                }
            }
            different.put(who, changed);
        }
        return different;
    }

    private static void add(
            Map<Optional<UUID>, Map<Figure, Long>> counts, Optional<UUID> who, FigureSums.PersonCount count) {
        counts.computeIfAbsent(who, none -> new EnumMap<>(Figure.class))
                .merge(count.figure(), count.count(), Long::sum);
    }

    /**
     * The weeks, newest first; without words also those in between that nobody reviewed.
     *
     * @param words that stand in a finding or a decision; nothing asks for all
     */
    public Page<Listed> list(@Nullable String words, int limit, @Nullable String cursor, StaffMember reader) {
        List<Field> wrong = new ArrayList<>();
        String typed = PlainText.line(words, LONGEST_WORDS, "q", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        String asked = typed == null ? "" : typed.toLowerCase(Locale.ROOT);
        boolean all = asked.isEmpty();
        Page<WeeklyReview> page = reviews.list(reader.dealership(), all ? null : asked, limit, cursor);
        List<Listed> listed = new ArrayList<>();
        ReviewWeek newest = ReviewWeek.of(today(reader.dealership()));
        ReviewWeek expected = cursor == null && !page.items().isEmpty() ? newest.before() : null;
        for (WeeklyReview review : page.items()) {
            while (all && expected != null && expected.compareTo(review.week()) > 0) {
                listed.add(new Listed(expected, null, 0, 0, 0, List.of()));
                expected = expected.before();
            }
            listed.add(listed(review, asked));
            expected = review.week().before();
        }
        return new Page<>(listed, page.next());
    }

    private Listed listed(WeeklyReview review, String words) {
        List<Finding> findings = parts.findings(review);
        return new Listed(
                review.week(),
                review,
                findings.size(),
                (int) findings.stream()
                        .filter(finding -> finding.action() != null)
                        .count(),
                parts.decisions(review).size(),
                findings.stream()
                        .filter(finding -> !words.isEmpty() && says(finding, words))
                        .limit(MOST_FOUND)
                        .toList());
    }

    private static boolean says(Finding finding, String words) {
        return (finding.content().defect() + '\n' + finding.content().figure())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    /** By when the review of a week is owed. */
    public boolean isOwed(ReviewWeek week, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        return !clock.instant().isBefore(week.owedAt(dealership));
    }

    private LocalDate today(DealershipId id) {
        return dealerships.get(id).today(clock);
    }
}
