package io.genjin.hlist.web;

import io.genjin.dealership.Dealerships;
import io.genjin.hlist.Candidate;
import io.genjin.hlist.EntryWish;
import io.genjin.hlist.HListArchive;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HListDesk;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.HListEntryId;
import io.genjin.hlist.ListWeek;
import io.genjin.hlist.WeekResult;
import io.genjin.hlist.web.HListViews.CandidateView;
import io.genjin.hlist.web.HListViews.ClosedWeekView;
import io.genjin.hlist.web.HListViews.EntryView;
import io.genjin.hlist.web.HListViews.LineView;
import io.genjin.hlist.web.HListViews.RateView;
import io.genjin.hlist.web.HListViews.WeekView;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Lists of customers likely to buy, for other systems. Any day names the week it lies in. */
@RestController
@RequestMapping("/api/v1/h-lists")
class HListApi {

    private static final int MOST_ROWS = 100;

    private final HListDesk desk;
    private final HListBook book;
    private final HListArchive archive;
    private final HListViews views;
    private final ProspectLabels labels;
    private final Dealerships dealerships;
    private final Once once;

    HListApi(
            HListDesk desk,
            HListBook book,
            HListArchive archive,
            HListViews views,
            ProspectLabels labels,
            Dealerships dealerships,
            Once once) {
        this.desk = desk;
        this.book = book;
        this.archive = archive;
        this.views = views;
        this.labels = labels;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** A place on a list as a system fills it in. */
    record EntryBody(
            @Nullable String prospectId,
            @Nullable String likelyReason,
            @Nullable String obstacle,
            @Nullable String action,
            @Nullable String responsible,
            @Nullable LocalDate expectedDate) {

        EntryWish wish() {
            return new EntryWish(
                    prospectId == null || prospectId.isBlank() ? null : ProspectId.of(prospectId),
                    likelyReason,
                    obstacle,
                    action,
                    responsible,
                    expectedDate);
        }
    }

    /** A change of what was agreed. */
    record ChangeBody(
            @Nullable String likelyReason,
            @Nullable String obstacle,
            @Nullable String action,
            @Nullable String responsible,
            @Nullable LocalDate expectedDate) {

        EntryWish wish() {
            return new EntryWish(null, likelyReason, obstacle, action, responsible, expectedDate);
        }
    }

    /** Why. */
    record ReasonBody(@Nullable String reason) {}

    /** From whom to whom all open entries go, and why. */
    record HandOverBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** How many entries changed hands. */
    record HandedView(int handed) {}

    /** What was asked of which list, by which a repeated key is recognised. */
    record Asked(LocalDate week, String consultant, Record body) {}

    @GetMapping
    @Operation(summary = "the lists of a week, with coverage (K29) and hit rate (K27)")
    WeekView week(
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me) {
        return views.week(book.week(week, me), consultant, me);
    }

    @GetMapping("/weeks")
    @Operation(summary = "closed weeks in figures: coverage (K29) and hit rate (K27), newest first")
    Page<ClosedWeekView> weeks(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        return archive.weeks(checked(limit), cursor, me)
                .map(week -> new ClosedWeekView(
                        week.week().monday(),
                        views.view(week.coverage(), me),
                        RateView.of(week.rate()),
                        week.lines().stream()
                                .map(line -> new LineView(
                                        views.person(line.consultant(), me), line.standing(), RateView.of(line.rate())))
                                .toList()));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        return limit;
    }

    @GetMapping("/entries")
    @Operation(summary = "the closed entries behind a figure, newest week first")
    Page<EntryView> entries(
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable WeekResult result,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        StaffMember whose = consultant == null || consultant.isBlank() ? null : book.consultant(consultant, me);
        Page<HListArchive.Row> rows = archive.entries(
                new HListArchive.Filter(
                        week == null ? null : ListWeek.of(week), whose == null ? null : whose.id(), result),
                checked(limit),
                cursor,
                me);
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                rows.items().stream()
                        .map(row -> row.entry().prospect().value())
                        .distinct()
                        .toList(),
                me);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return rows.map(row -> views.view(
                row.entry(),
                row.consultant(),
                row.entry().verdict(),
                customers.get(row.entry().prospect().value()),
                zone,
                me));
    }

    @GetMapping("/{week}/{consultant}/candidates")
    @Operation(summary = "a consultant's followed customers in the order in which they are likely to buy that week")
    List<CandidateView> candidates(@PathVariable LocalDate week, @PathVariable String consultant, StaffMember me) {
        StaffMember whose = book.consultant(consultant, me);
        List<Candidate> candidates = book.candidates(ListWeek.of(week), whose.id(), me);
        Map<UUID, ProspectLabels.Label> customers = labels.of(
                candidates.stream().map(one -> one.outlook().prospect().value()).toList(), me);
        return candidates.stream()
                .map(one -> HListViews.view(
                        one, customers.get(one.outlook().prospect().value())))
                .toList();
    }

    @PostMapping("/{week}/{consultant}/entries")
    @Operation(summary = "list a customer; the first one holds the list")
    @Answers(value = HListViews.EntryView.class, status = 201)
    ResponseEntity<?> add(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @RequestBody EntryBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(week, consultant, body), me.dealership(), me.id(), () -> {
            HListEntry entry = desk.add(ListWeek.of(week), consultant, body.wish(), me);
            return ResponseEntity.created(
                            URI.create("/api/v1/h-lists?week=" + entry.week() + "&consultant=" + consultant))
                    .eTag(tag(entry))
                    .body(views.running(entry, consultant, me));
        });
    }

    @PutMapping("/{week}/{consultant}/entries/{entry}")
    @Operation(summary = "change what was agreed about a listed customer; If-Match names the version seen")
    ResponseEntity<EntryView> change(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @PathVariable HListEntryId entry,
            @RequestBody ChangeBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        HListEntry changed = desk.change(ListWeek.of(week), consultant, entry, body.wish(), version(ifMatch), me);
        return ResponseEntity.ok().eTag(tag(changed)).body(views.running(changed, consultant, me));
    }

    @PostMapping("/{week}/{consultant}/entries/{entry}/removal")
    @Operation(summary = "take a customer off the list, with the reason; If-Match names the version seen")
    WeekView remove(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @PathVariable HListEntryId entry,
            @RequestBody ReasonBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        ListWeek of = ListWeek.of(week);
        desk.remove(of, consultant, entry, version(ifMatch), body.reason(), me);
        return views.week(of, consultant, me);
    }

    @PostMapping("/{week}/{consultant}/nobody")
    @Operation(summary = "hold a list on which nobody stands, with the reason")
    @Answers(value = HListViews.WeekView.class, status = 201)
    ResponseEntity<?> nobody(
            @PathVariable LocalDate week,
            @PathVariable String consultant,
            @RequestBody ReasonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(week, consultant, body), me.dealership(), me.id(), () -> {
            ListWeek of = ListWeek.of(week);
            desk.nobody(of, consultant, body.reason(), me);
            return ResponseEntity.created(URI.create("/api/v1/h-lists?week=" + of + "&consultant=" + consultant))
                    .body(views.week(of, consultant, me));
        });
    }

    @PostMapping("/hand-overs")
    @Operation(summary = "give all open entries that one person is responsible for to another")
    HandedView handOver(@RequestBody HandOverBody body, StaffMember me) {
        return new HandedView(desk.handOver(body.from(), body.to(), body.reason(), me));
    }

    private static String tag(HListEntry entry) {
        return "\"" + entry.version() + "\"";
    }

    private static int version(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
    }
}
