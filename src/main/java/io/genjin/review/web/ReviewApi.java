package io.genjin.review.web;

import io.genjin.improvement.ActionId;
import io.genjin.improvement.EvidenceReport;
import io.genjin.improvement.ImprovementAction;
import io.genjin.prospect.VersionMissing;
import io.genjin.review.AgendaPoint;
import io.genjin.review.ArchivedReview;
import io.genjin.review.Decision;
import io.genjin.review.DecisionId;
import io.genjin.review.Finding;
import io.genjin.review.FindingId;
import io.genjin.review.Note;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.review.Weakness;
import io.genjin.review.WeeklyReview;
import io.genjin.review.WeeklyReviewDesk;
import io.genjin.review.web.ReviewViews.AddendumView;
import io.genjin.review.web.ReviewViews.DecisionView;
import io.genjin.review.web.ReviewViews.FindingView;
import io.genjin.review.web.ReviewViews.ListedView;
import io.genjin.review.web.ReviewViews.NoteView;
import io.genjin.review.web.ReviewViews.ReviewView;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weekly reviews for other systems. Any day names the week it lies in. */
@RestController
@RequestMapping("/api/v1/weekly-reviews")
class ReviewApi {

    private static final int MOST_ROWS = 100;

    /** Who leads and who takes part: sign-in names. */
    record SeatsBody(@Nullable String chair, @Nullable List<String> participants) {}

    /** Words, of a note, a decision, or the reason why nothing is done. */
    record WordsBody(@Nullable String words) {}

    /**
     * A finding.
     *
     * @param proposal the key of a weakness, whose words and figure it takes; without one the other three are needed
     */
    record FindingBody(
            @Nullable String proposal,
            @Nullable String defect,
            @Nullable EvidenceReport report,
            @Nullable String figure) {

        Finding.Wish wish() {
            return new Finding.Wish(defect, report, figure);
        }
    }

    /** The improvement action that answers a finding; responsible is a sign-in name. */
    record ActionBody(
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String responsible) {}

    /** The improvement action that was opened. */
    record ActionView(ActionId id, String defect, String measure, LocalDate deadline, ImprovementAction.Status status) {

        static ActionView of(ImprovementAction action) {
            return new ActionView(
                    action.id(),
                    action.plan().defect(),
                    action.plan().measure(),
                    action.plan().deadline(),
                    action.status());
        }
    }

    /** What is added to an archived review, and why. */
    record AddendumBody(@Nullable String words, @Nullable String reason) {}

    /** What was asked of the review of which week, by which a repeated key is recognised. */
    record Asked(String route, Record body) {}

    private final WeeklyReviewDesk desk;
    private final ReviewBook book;
    private final ReviewViews views;
    private final Once once;
    private final Screens screens;
    private final ReviewWorkbook workbook;

    ReviewApi(
            WeeklyReviewDesk desk,
            ReviewBook book,
            ReviewViews views,
            Once once,
            Screens screens,
            ReviewWorkbook workbook) {
        this.desk = desk;
        this.book = book;
        this.views = views;
        this.once = once;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping
    @Operation(
            summary =
                    "reviewed weeks and those without a review, newest first; q finds words of findings and decisions")
    Page<ListedView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        return book.list(q, limit, cursor, me).map(listed -> views.view(listed, me));
    }

    @GetMapping("/{week}")
    @Operation(summary = "the minutes of a week, as they stand or as they were archived")
    ResponseEntity<ReviewView> read(@PathVariable LocalDate week, StaffMember me, HttpServletRequest request) {
        return answer(ResponseEntity.ok(), book.get(book.week(week, me), me), request);
    }

    @GetMapping(value = "/{week}/figures.xlsx", produces = ReviewWorkbook.TYPE)
    @Operation(summary = "the reports of a week as they were frozen, a sheet for each")
    ResponseEntity<byte[]> figures(@PathVariable LocalDate week, StaffMember me, HttpServletRequest request) {
        return workbook.answer(week, me, screens.of(request));
    }

    private ResponseEntity<ReviewView> answer(
            ResponseEntity.BodyBuilder answer, ReviewBook.Opened opened, HttpServletRequest request) {
        return answer.eTag(tag(opened.review().version())).body(views.view(opened, screens.of(request)));
    }

    @PostMapping("/{week}")
    @Operation(summary = "open the review of a week and freeze its reports; opened already, it is the same one (200)")
    @Answers(
            value = ReviewView.class,
            status = {200, 201})
    ResponseEntity<ReviewView> open(@PathVariable LocalDate week, StaffMember me, HttpServletRequest request) {
        ReviewWeek of = book.week(week, me);
        boolean opened = desk.open(of, me);
        return answer(
                opened ? ResponseEntity.created(URI.create("/api/v1/weekly-reviews/" + of)) : ResponseEntity.ok(),
                book.get(of, me),
                request);
    }

    @PutMapping("/{week}/seats")
    @Operation(summary = "chair and participants; If-Match names the version of the review seen")
    ResponseEntity<ReviewView> seat(
            @PathVariable LocalDate week,
            @RequestBody SeatsBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me,
            HttpServletRequest request) {
        ReviewWeek of = book.week(week, me);
        WeeklyReview seated = desk.seat(of, body.chair(), body.participants(), version(ifMatch), me);
        return answer(ResponseEntity.ok(), book.get(seated.week(), me), request);
    }

    @PutMapping("/{week}/notes/{point}")
    @Operation(summary = "the note on a point of the agenda; If-Match names the version seen, 0 when there was none")
    ResponseEntity<NoteView> note(
            @PathVariable LocalDate week,
            @PathVariable AgendaPoint point,
            @RequestBody WordsBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        Note note = desk.note(book.week(week, me), point, body.words(), version(ifMatch), me);
        return ResponseEntity.ok().eTag(tag(note.version())).body(views.view(note, me));
    }

    @PostMapping("/{week}/findings")
    @Operation(summary = "write down a finding, from a weakness of the figures or of one's own")
    @Answers(value = ReviewViews.FindingView.class, status = 201)
    ResponseEntity<?> find(
            @PathVariable LocalDate week,
            @RequestBody FindingBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me,
            HttpServletRequest request) {
        ReviewWeek of = book.week(week, me);
        Screen s = screens.of(request);
        return once(key, of + " finding", body, me, () -> {
            Finding.Wish wish = body.proposal() == null ? body.wish() : proposed(of, body.proposal(), s, me);
            Finding finding = desk.find(of, wish, body.proposal(), me);
            return ResponseEntity.status(201).eTag(tag(finding.version())).body(views.view(finding, me));
        });
    }

    private Finding.Wish proposed(ReviewWeek week, String key, Screen s, StaffMember me) {
        Weakness weakness = book.get(week, me).minutes().weakness(key).orElseThrow(() -> new NothingHere(key));
        return WeakWords.wish(weakness, s);
    }

    @PutMapping("/{week}/findings/{finding}")
    @Operation(summary = "word a finding anew; If-Match names the version seen")
    ResponseEntity<FindingView> reword(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            @RequestBody FindingBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        Finding reworded = desk.reword(book.week(week, me), finding, body.wish(), version(ifMatch), me);
        return ResponseEntity.ok().eTag(tag(reworded.version())).body(views.view(reworded, me));
    }

    @PostMapping("/{week}/findings/{finding}/removal")
    @Operation(summary = "take a finding back; If-Match names the version seen")
    @Answers(status = 204)
    ResponseEntity<Void> drop(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        desk.drop(book.week(week, me), finding, version(ifMatch), me);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{week}/findings/{finding}/action")
    @Operation(summary = "answer a finding by an improvement action: measure, deadline and one person are needed")
    @Answers(value = ActionView.class, status = 201)
    ResponseEntity<?> agree(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            @RequestBody ActionBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        ReviewWeek of = book.week(week, me);
        return once(key, of + " action " + finding, body, me, () -> {
            ImprovementAction action = desk.agree(of, finding, body.measure(), body.deadline(), body.responsible(), me);
            return ResponseEntity.created(URI.create("/api/v1/improvement-actions/" + action.id()))
                    .body(ActionView.of(action));
        });
    }

    @PostMapping("/{week}/findings/{finding}/no-action")
    @Operation(summary = "say why nothing has to be done about a finding")
    FindingView needsNothing(
            @PathVariable LocalDate week,
            @PathVariable FindingId finding,
            @RequestBody WordsBody body,
            StaffMember me) {
        return views.view(desk.needsNothing(book.week(week, me), finding, body.words(), me), me);
    }

    @PostMapping("/{week}/decisions")
    @Operation(summary = "write down a decision")
    @Answers(value = ReviewViews.DecisionView.class, status = 201)
    ResponseEntity<?> decide(
            @PathVariable LocalDate week,
            @RequestBody WordsBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        ReviewWeek of = book.week(week, me);
        return once(key, of + " decision", body, me, () -> {
            Decision decision = desk.decide(of, body.words(), me);
            return ResponseEntity.status(201).eTag(tag(decision.version())).body(views.view(decision, me));
        });
    }

    @PutMapping("/{week}/decisions/{id}")
    @Operation(summary = "word a decision anew; If-Match names the version seen")
    ResponseEntity<DecisionView> reword(
            @PathVariable LocalDate week,
            @PathVariable DecisionId id,
            @RequestBody WordsBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        Decision reworded = desk.reword(book.week(week, me), id, body.words(), version(ifMatch), me);
        return ResponseEntity.ok().eTag(tag(reworded.version())).body(views.view(reworded, me));
    }

    @PostMapping("/{week}/decisions/{id}/removal")
    @Operation(summary = "take a decision back; If-Match names the version seen")
    @Answers(status = 204)
    ResponseEntity<Void> drop(
            @PathVariable LocalDate week,
            @PathVariable DecisionId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        desk.drop(book.week(week, me), id, version(ifMatch), me);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{week}/archive")
    @Operation(summary = "put the review into the archive, for good; refused while anything is missing")
    ReviewView archive(@PathVariable LocalDate week, StaffMember me, HttpServletRequest request) {
        ReviewWeek of = book.week(week, me);
        desk.archive(of, me);
        return views.view(book.get(of, me), screens.of(request));
    }

    @PostMapping("/{week}/addenda")
    @Operation(summary = "add to an archived review what has to be corrected, with the reason")
    @Answers(value = AddendumView.class, status = 201)
    ResponseEntity<?> add(
            @PathVariable LocalDate week,
            @RequestBody AddendumBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        ReviewWeek of = book.week(week, me);
        return once(key, of + " addendum", body, me, () -> {
            ArchivedReview.Addendum added = desk.add(of, body.words(), body.reason(), me);
            return ResponseEntity.status(201).body(AddendumView.of(added));
        });
    }

    private ResponseEntity<?> once(
            @Nullable String key, String route, Record body, StaffMember me, Supplier<ResponseEntity<?>> act) {
        return Objects.requireNonNull(once.answer(key, new Asked(route, body), me.dealership(), me.id(), act));
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    private static int version(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
    }
}
