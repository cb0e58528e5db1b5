package io.genjin.review.web;

import io.genjin.hlist.Coverage;
import io.genjin.improvement.ActionId;
import io.genjin.improvement.EvidenceReport;
import io.genjin.improvement.ImprovementAction;
import io.genjin.ratio.Course;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Past;
import io.genjin.report.Figure;
import io.genjin.review.ActionLine;
import io.genjin.review.AgendaPoint;
import io.genjin.review.ArchivedReview;
import io.genjin.review.Decision;
import io.genjin.review.DecisionId;
import io.genjin.review.Finding;
import io.genjin.review.FindingId;
import io.genjin.review.FrozenHistory;
import io.genjin.review.FrozenReports;
import io.genjin.review.FrozenReports.Line;
import io.genjin.review.ListsOfTheWeek;
import io.genjin.review.Minutes;
import io.genjin.review.Note;
import io.genjin.review.Person;
import io.genjin.review.ReviewBook;
import io.genjin.review.Talks;
import io.genjin.review.Weakness;
import io.genjin.review.WeeklyReview;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weekly reviews as systems read them; people are sign-in names. */
@Component
class ReviewViews {

    /** One week of the list; no status for a week that nobody reviewed. */
    record ListedView(
            LocalDate week,
            Status status,
            @Nullable Instant heldAt,
            @Nullable String chair,
            int findings,
            int actions,
            int decisions,
            List<String> found) {}

    enum Status {
        OPEN,
        ARCHIVED,
        NOT_HELD
    }

    record NoteView(AgendaPoint point, String words, String by, Instant at, int version) {}

    /** A finding with what follows from it. */
    record FindingView(
            FindingId id,
            String defect,
            EvidenceReport report,
            String figure,
            @Nullable String proposal,
            @Nullable String rows,
            String by,
            Instant at,
            int version,
            @Nullable ActionId action,
            @Nullable String noAction) {}

    record DecisionView(DecisionId id, String words, String by, Instant at, int version) {}

    /** A weakness in words, with the key by which it becomes a finding. */
    record WeaknessView(
            String proposal,
            Weakness.Rule rule,
            String definitionId,
            @Nullable String person,
            String defect,
            String figure,
            String rows,
            boolean taken) {}

    /** The three reports of one person, of the dealership where there is none. */
    record LineView(
            @Nullable String person,
            Map<Figure, Long> week,
            Map<FrozenReports.Ratio, @Nullable BigDecimal> ratios,
            Map<Metric, FrozenReports.Goal> targets,
            Map<Figure, FrozenReports.Past> history) {}

    /** One past of a measure: what it is measured by, and how far it is from it. */
    record FrozenPastView(
            Past past,
            LocalDate from,
            LocalDate until,
            @Nullable BigDecimal value,
            @Nullable BigDecimal absolute,
            @Nullable BigDecimal relative) {}

    /** One of the five targets or a ratio of the month; a ratio has both its sides. */
    record FrozenMeasureView(
            String code,
            String id,
            @Nullable BigDecimal value,
            @Nullable Long top,
            @Nullable Long bottom,
            List<FrozenPastView> pasts) {}

    /** The month beside its four pasts; none in reviews that were opened before it was frozen with them. */
    record FrozenMonthView(
            LocalDate from,
            LocalDate until,
            int sellingDays,
            Map<Past, Integer> sellingDaysOfPasts,
            List<FrozenMeasureView> measures) {}

    record ReportsView(
            LocalDate from,
            LocalDate until,
            LocalDate monthFrom,
            LocalDate monthUntil,
            List<LineView> lines,
            @Nullable FrozenMonthView history) {}

    record ListView(
            String consultant,
            Coverage.@Nullable Standing thisWeek,
            Coverage.@Nullable Standing lastWeek,
            int ordered,
            int entries) {}

    record ListsView(
            int held,
            int expected,
            @Nullable BigDecimal coverage,
            boolean lastClosed,
            int ordered,
            int entries,
            @Nullable BigDecimal hitRate,
            List<ListView> consultants) {}

    record ActionView(
            ActionId id,
            String defect,
            String measure,
            LocalDate deadline,
            String responsible,
            ImprovementAction.Status status,
            boolean overdue,
            ActionLine.Standing standing,
            LocalDate openedOn,
            @Nullable LocalDate carriedFrom) {}

    /** One-to-ones of the week looked back at; that there was none is a defect. */
    record TalksView(
            LocalDate week,
            boolean defect,
            List<String> held,
            List<String> without,
            List<String> thisWeek,
            long weeksHeld,
            long weeks) {}

    record AddendumView(String words, String reason, String by, Instant at) {

        static AddendumView of(ArchivedReview.Addendum one) {
            return new AddendumView(one.words(), one.reason(), one.by().username(), one.at());
        }
    }

    record ArchiveView(
            String by,
            Instant at,
            String digest,
            ArchivedReview.Proof proof,
            @Nullable String previousDigest,
            List<AddendumView> addenda) {}

    /** The whole record of a review. */
    record ReviewView(
            LocalDate week,
            Status status,
            Instant heldAt,
            String chair,
            List<String> participants,
            int version,
            ReportsView reports,
            ListsView lists,
            List<ActionView> actions,
            TalksView talks,
            List<WeaknessView> weaknesses,
            List<NoteView> notes,
            List<FindingView> findings,
            List<DecisionView> decisions,
            @Nullable ArchiveView archive) {}

    private final StaffDirectory staff;

    ReviewViews(StaffDirectory staff) {
        this.staff = staff;
    }

    private String username(StaffId id, StaffMember me) {
        return staff.find(me.dealership(), id).map(StaffMember::username).orElse("");
    }

    NoteView view(Note note, StaffMember me) {
        return new NoteView(note.point(), note.words(), username(note.by(), me), note.at(), note.version());
    }

    FindingView view(Finding finding, StaffMember me) {
        return view(finding, username(finding.by(), me));
    }

    private static FindingView view(Finding finding, String by) {
        return new FindingView(
                finding.id(),
                finding.content().defect(),
                finding.content().report(),
                finding.content().figure(),
                finding.proposal(),
                finding.rows(),
                by,
                finding.at(),
                finding.version(),
                finding.action(),
                finding.noAction());
    }

    DecisionView view(Decision decision, StaffMember me) {
        return new DecisionView(
                decision.id(), decision.words(), username(decision.by(), me), decision.at(), decision.version());
    }

    ListedView view(ReviewBook.Listed listed, StaffMember me) {
        WeeklyReview review = listed.review();
        return new ListedView(
                listed.week().monday(),
                review == null ? Status.NOT_HELD : review.archived() ? Status.ARCHIVED : Status.OPEN,
                review == null ? null : review.openedAt(),
                review == null ? null : username(review.chair(), me),
                listed.findings(),
                listed.actions(),
                listed.decisions(),
                listed.found().stream()
                        .map(finding -> finding.content().defect())
                        .toList());
    }

    ReviewView view(ReviewBook.Opened opened, Screen s) {
        Minutes minutes = opened.minutes();
        ArchivedReview archive = opened.archive();
        return new ReviewView(
                minutes.week().monday(),
                archive == null ? Status.OPEN : Status.ARCHIVED,
                minutes.heldAt(),
                minutes.chair().username(),
                usernames(minutes.participants()),
                opened.review().version(),
                reports(minutes.reports()),
                lists(minutes.lists()),
                minutes.actions().stream().map(ReviewViews::action).toList(),
                talks(minutes.talks()),
                minutes.weaknesses().stream()
                        .map(weakness -> weakness(weakness, minutes, s))
                        .toList(),
                minutes.notes().stream()
                        .map(note -> new NoteView(
                                note.point(), note.words(), minutes.username(note.by()), note.at(), note.version()))
                        .toList(),
                minutes.findings().stream()
                        .map(finding -> view(finding, minutes.username(finding.by())))
                        .toList(),
                minutes.decisions().stream()
                        .map(one -> new DecisionView(
                                one.id(), one.words(), minutes.username(one.by()), one.at(), one.version()))
                        .toList(),
                archive == null ? null : archive(archive));
    }

    private static ArchiveView archive(ArchivedReview archive) {
        return new ArchiveView(
                archive.sealed().archivedBy().username(),
                archive.sealed().archivedAt(),
                archive.digest(),
                archive.proof(),
                archive.sealed().previousDigest(),
                archive.addenda().stream().map(AddendumView::of).toList());
    }

    private static List<String> usernames(List<Person> people) {
        return people.stream().map(Person::username).toList();
    }

    private static ReportsView reports(FrozenReports reports) {
        return new ReportsView(
                reports.from(),
                reports.until(),
                reports.monthFrom(),
                reports.monthUntil(),
                reports.lines().stream().map(ReviewViews::line).toList(),
                reports.history() == null ? null : month(reports.history()));
    }

    private static FrozenMonthView month(FrozenHistory month) {
        return new FrozenMonthView(
                month.days().from(),
                month.days().until(),
                month.elapsed(),
                month.selling(),
                month.courses().stream().map(ReviewViews::measure).toList());
    }

    private static FrozenMeasureView measure(Course course) {
        Course.Amount now = course.now();
        Fraction sides = now == null ? null : now.fraction();
        return new FrozenMeasureView(
                course.measure().code(),
                course.measure().id(),
                now == null ? null : now.value(),
                sides == null ? null : (Long) sides.top(),
                sides == null ? null : (Long) sides.bottom(),
                Arrays.stream(Past.values())
                        .map(course::beside)
                        .filter(Objects::nonNull)
                        .map(one -> new FrozenPastView(
                                one.past(),
                                one.days().from(),
                                one.days().until(),
                                one.value(),
                                one.absolute(),
                                one.relative()))
                        .toList());
    }

    private static LineView line(Line line) {
        Map<FrozenReports.Ratio, @Nullable BigDecimal> ratios = new LinkedHashMap<>();
        for (FrozenReports.Ratio ratio : FrozenReports.Ratio.values()) {
            ratios.put(ratio, Numbers.part(line.sum(ratio.top()), line.sum(ratio.bottom())));
        }
        Person person = line.person();
        return new LineView(person == null ? null : person.username(), line.week(), ratios, line.goals(), line.past());
    }

    private static ListsView lists(ListsOfTheWeek lists) {
        return new ListsView(
                lists.held(),
                lists.expected(),
                Numbers.part(lists.held(), lists.expected()),
                lists.lastClosed(),
                lists.hits().ordered(),
                lists.hits().entries(),
                lists.hits().ratio(),
                lists.rows().stream()
                        .map(row -> new ListView(
                                row.consultant().username(),
                                row.thisWeek(),
                                row.lastWeek(),
                                row.hits().ordered(),
                                row.hits().entries()))
                        .toList());
    }

    private static ActionView action(ActionLine line) {
        return new ActionView(
                line.id(),
                line.defect(),
                line.measure(),
                line.deadline(),
                line.responsible().username(),
                line.status(),
                line.overdue(),
                line.standing(),
                line.openedOn(),
                line.carriedFrom() == null ? null : line.carriedFrom().monday());
    }

    private static TalksView talks(Talks talks) {
        return new TalksView(
                talks.week().monday(),
                talks.tooFew(),
                usernames(talks.held()),
                usernames(talks.without()),
                usernames(talks.thisWeek()),
                talks.weeksHeld(),
                talks.weeks());
    }

    private static WeaknessView weakness(Weakness weakness, Minutes minutes, Screen s) {
        Person person = weakness.person();
        return new WeaknessView(
                weakness.key(),
                weakness.rule(),
                weakness.rule().definitionId(),
                person == null ? null : person.username(),
                WeakWords.defect(weakness, s),
                WeakWords.figure(weakness, s),
                weakness.rows(),
                minutes.findingFrom(weakness).isPresent());
    }
}
