package io.genjin.review.web;

import io.genjin.improvement.EvidenceReport;
import io.genjin.prospect.web.Choices;
import io.genjin.ratio.web.HistoryPage;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.review.AgendaPoint;
import io.genjin.review.ArchivedReview;
import io.genjin.review.Decision;
import io.genjin.review.Finding;
import io.genjin.review.FrozenHistory;
import io.genjin.review.FrozenReports;
import io.genjin.review.FrozenReports.Line;
import io.genjin.review.Minutes;
import io.genjin.review.Note;
import io.genjin.review.Person;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.review.Rows;
import io.genjin.review.Weakness;
import io.genjin.review.WeeklyReview;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One weekly review on screen and on paper.
 *
 * @param mayWrite  whether the reader may write the minutes now
 * @param mayAdd    whether the reader may add to the archive
 * @param now       figures that say something else now than when they were frozen
 * @param team      who can take part
 * @param managers  who can lead
 * @param workers   who can be responsible for an improvement action
 * @param reader    sign-in name, to which what is typed and not yet stored belongs
 */
public record ReviewPage(
        ReviewBook.Opened of,
        boolean mayWrite,
        boolean mayAdd,
        Map<Optional<UUID>, Map<Figure, Long>> now,
        Sheet sheet,
        Typed typed,
        List<StaffMember> team,
        List<StaffMember> managers,
        List<StaffMember> workers,
        String reader) {

    /** Fields of a finding, in the order in which they are filled in. */
    public static final List<String> FINDING = List.of("defect", "report", "figure");

    private static final int MOST_SHOWN = 6;

    private static final List<String> LEFT_OVER = Stream.concat(
                    Stream.of("defect", "figure", "decision", "measure", "noAction"),
                    Arrays.stream(AgendaPoint.values()).map(WeeklyReview::noteField))
            .toList();

    public Minutes minutes() {
        return of.minutes();
    }

    public ReviewWeek week() {
        return of.review().week();
    }

    public FrozenReports reports() {
        return minutes().reports();
    }

    /** How the month beside its four pasts is shown; nothing when it was not frozen. */
    public @Nullable HistoryPage pasts() {
        FrozenHistory history = reports().history();
        return history == null ? null : new HistoryPage(history.report(), null, List.of(), frozenAt());
    }

    public @Nullable ArchivedReview archive() {
        return of.archive();
    }

    public String path() {
        return "/weekly-review/" + week();
    }

    public String here() {
        return "/weekly-review?week=" + week();
    }

    /** Under which name the browser keeps what is typed into a form until it is stored. */
    public String draft(String part) {
        return "review:" + reader + ":" + week() + ":" + part;
    }

    public boolean isRefused(String part) {
        return typed.part().equals(part) && (typed.form().isRefused() || isConflicting(part));
    }

    public boolean isConflicting(String part) {
        return typed.part().equals(part) && !typed.differences().isEmpty();
    }

    /** A form as it was typed and refused, or as it is stored. */
    public Fields form(String part, Fields stored) {
        return typed.part().equals(part) ? typed.form() : stored;
    }

    /** What was typed into a review that went into the archive meanwhile: shown, so that it can be added there. */
    public List<String> leftOver() {
        return mayWrite || typed.part().equals("addendum")
                ? List.of()
                : LEFT_OVER.stream()
                        .map(typed.form()::value)
                        .filter(words -> !words.isBlank())
                        .toList();
    }

    public static String notePart(AgendaPoint point) {
        return WeeklyReview.noteField(point);
    }

    public Fields noteForm(AgendaPoint point) {
        Note note = minutes().note(point);
        Fields stored = Fields.empty()
                .put("version", note == null ? 0 : note.version())
                .put(notePart(point), note == null ? "" : note.words())
                .put("original." + notePart(point), note == null ? "" : note.words());
        return form(notePart(point), stored);
    }

    /** What archiving still misses at a field, when it was tried just now. */
    public @Nullable String missing(String field, Screen s) {
        return typed.part().equals(ReviewScreens.ARCHIVE) ? typed.form().error(field, s) : null;
    }

    public Fields seatsForm() {
        List<String> with =
                minutes().participants().stream().map(Person::username).toList();
        String chair = minutes().chair().username();
        return form(
                ReviewScreens.SEATS,
                Fields.empty()
                        .put("version", of.review().version())
                        .put("chair", chair)
                        .put("original.chair", chair)
                        .put("participants", with)
                        .put("original.participants", String.join(",", with)));
    }

    public static String part(Finding finding) {
        return "finding-" + finding.id();
    }

    public static String part(Decision decision) {
        return "decision-" + decision.id();
    }

    public Fields findingForm(Finding finding) {
        Finding.Content content = finding.content();
        Fields stored = Fields.empty().put("version", finding.version());
        Map.of("defect", content.defect(), "report", content.report().name(), "figure", content.figure())
                .forEach((name, value) -> stored.put(name, value).put("original." + name, value));
        return form(part(finding), stored);
    }

    public Fields decisionForm(Decision decision) {
        return form(
                part(decision),
                Fields.empty()
                        .put("version", decision.version())
                        .put("decision", decision.words())
                        .put("original.decision", decision.words()));
    }

    /** Weaknesses that are not yet findings. */
    public List<Weakness> proposed() {
        return minutes().weaknesses().stream()
                .filter(weakness -> minutes().findingFrom(weakness).isEmpty())
                .toList();
    }

    /** Those shown at once; the rest is one tap away. */
    public List<Weakness> gravest() {
        return proposed().stream().limit(MOST_SHOWN).toList();
    }

    public List<Weakness> lesser() {
        return proposed().stream().skip(MOST_SHOWN).toList();
    }

    public Map<String, String> teamOptions() {
        return options(team);
    }

    public Map<String, String> managerOptions() {
        return options(managers);
    }

    public Map<String, String> workerOptions() {
        return options(workers);
    }

    private static Map<String, String> options(List<StaffMember> people) {
        Map<String, String> options = new LinkedHashMap<>();
        people.forEach(person -> options.put(person.username(), person.name()));
        return options;
    }

    public static Map<String, String> reportOptions(Screen s) {
        return Choices.of(s, "evidenceReport", EvidenceReport.values());
    }

    /** A value of a conflict as a person reads it. */
    public String word(String field, String value, Screen s) {
        if (value.isBlank()) {
            return Numbers.NOTHING;
        }
        return switch (field) {
            case "report" -> s.tOr("evidenceReport." + value, value);
            case "chair", "participants" -> names(value, s);
            default -> value;
        };
    }

    private String names(String usernames, Screen s) {
        Map<String, String> names = options(team);
        return String.join(
                s.t("list.separator"),
                List.of(usernames.split(",")).stream()
                        .map(name -> names.getOrDefault(name, name))
                        .toList());
    }

    /** How a field is called; notes by their point. */
    public static String label(String field, Screen s) {
        return field.startsWith("note-")
                ? s.t("agendaPoint." + field.substring("note-".length()))
                : s.t("weekly.field." + field);
    }

    /** The rows that count now. */
    public String rows(Line line, Figure figure) {
        return Rows.figure(figure, reports().from(), reports().until(), line.person());
    }

    /** The rows that the frozen number counts; nothing where only those of now can be told, and these are others. */
    public @Nullable String frozenRows(Line line, Figure figure) {
        return now(line, figure) == null || FigureMembers.isToldByJournal(figure)
                ? Rows.frozen(figure, reports().from(), reports().until(), line.person(), frozenAt())
                : null;
    }

    private Instant frozenAt() {
        return of.review().openedAt();
    }

    /** The dealership's rows of a figure in the same week so many weeks before. */
    public String rows(Figure figure, int weeksBefore) {
        return Rows.frozen(
                figure,
                reports().from().minusWeeks(weeksBefore),
                reports().until().minusWeeks(weeksBefore),
                null,
                frozenAt());
    }

    public String rows(Line line, FrozenReports.Ratio ratio, boolean top) {
        return Rows.ratio(ratio, top, reports(), line.person());
    }

    public String rows(Line line, Metric metric) {
        return Rows.frozen(metric.figure(), reports().monthFrom(), reports().monthUntil(), line.person(), frozenAt());
    }

    /** What a figure says now, when that is something else than what was frozen. */
    public @Nullable Long now(Line line, Figure figure) {
        return now.getOrDefault(Optional.ofNullable(line.person()).map(Person::id), Map.of())
                .get(figure);
    }

    /** What one side of a ratio comes to now. */
    public long now(Line line, FrozenReports.Ratio ratio, boolean top) {
        return (top ? ratio.top() : ratio.bottom())
                .stream()
                        .mapToLong(figure -> Objects.requireNonNullElse(now(line, figure), line.of(figure)))
                        .sum();
    }

    /** Figures of which somebody has something in the week. */
    public List<Figure> counted() {
        return FrozenReports.FIGURES.stream().filter(this::isSomething).toList();
    }

    /** Figures that are nothing for everybody: named, without a row of zeros each. */
    public List<Figure> nothing() {
        return FrozenReports.FIGURES.stream()
                .filter(figure -> !isSomething(figure))
                .toList();
    }

    private boolean isSomething(Figure figure) {
        return reports().lines().stream().anyMatch(line -> line.of(figure) > 0 || now(line, figure) != null);
    }

    /** Ratios that have something to divide by. */
    public List<FrozenReports.Ratio> divided() {
        return Arrays.stream(FrozenReports.Ratio.values())
                .filter(ratio -> reports().dealership().sum(ratio.bottom()) > 0)
                .toList();
    }

    public static String name(Line line, Screen s) {
        return line.person() == null
                ? s.t("comparison.dealership")
                : line.person().name();
    }

    public List<Line> people() {
        return reports().lines().stream().filter(line -> line.person() != null).toList();
    }
}
