package io.genjin.coaching.web;

import io.genjin.coaching.Clue;
import io.genjin.coaching.Measure;
import io.genjin.coaching.OneToOne;
import io.genjin.coaching.OneToOneBook;
import io.genjin.coaching.OneToOneDesk;
import io.genjin.coaching.OneToOneId;
import io.genjin.coaching.Proposal;
import io.genjin.coaching.Proposals;
import io.genjin.coaching.Share;
import io.genjin.coaching.Stretch;
import io.genjin.coaching.TalkWeek;
import io.genjin.coaching.WeeklyTalks;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
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

/** One-to-ones for other systems. */
@RestController
@RequestMapping("/api/v1/one-to-ones")
class OneToOneApi {

    private static final int MOST_ROWS = 200;

    /** A share as its two numbers; no ratio where there is nothing to divide by. */
    record ShareView(long part, long whole, @Nullable BigDecimal ratio) {

        static ShareView of(Share share) {
            return new ShareView(share.part(), share.whole(), share.ratio());
        }
    }

    /** One figure beside that of the others; {@code points} is how much it speaks for a talk. */
    record ClueView(
            Measure measure,
            String definition,
            List<Stretch> days,
            long count,
            long of,
            ShareView own,
            @Nullable ShareView team,
            int points) {

        static ClueView of(Clue clue) {
            return new ClueView(
                    clue.measure(),
                    clue.measure().definitionId(),
                    clue.days(),
                    clue.count(),
                    clue.of(),
                    ShareView.of(clue.own()),
                    clue.team() == null ? null : ShareView.of(clue.team()),
                    clue.points());
        }

        static List<ClueView> of(Collection<Clue> clues) {
            return clues.stream().map(ClueView::of).toList();
        }
    }

    /** One consultant and what speaks for a talk with them. */
    record ProposalView(
            String consultant,
            String name,
            Proposal.Standing standing,
            boolean proposed,
            int points,
            List<ClueView> reasons,
            List<ClueView> others,
            List<Measure> tooFew,
            @Nullable LocalDate lastTalk) {}

    /** A week's proposals; {@code missing} is how many talks it still needs. */
    record ProposalsView(LocalDate week, int minimum, int missing, List<String> talked, List<ProposalView> proposals) {}

    /** A one-to-one; people are sign-in names. */
    record TalkView(
            String id,
            int version,
            LocalDate week,
            OffsetDateTime heldAt,
            String consultant,
            String manager,
            boolean proposed,
            @Nullable String choice,
            String said,
            boolean takenBack,
            @Nullable String correction,
            String writtenBy,
            OffsetDateTime writtenAt,
            List<ClueView> evidence) {}

    /** Whether a week has what the policy wants: a defect when it is over with fewer talks (scenario 30). */
    record StandingView(int minimum, int held, boolean over, boolean defect) {}

    /** A week's talks; how the week stands is told to those who see everybody's. */
    record WeekView(LocalDate week, @Nullable StandingView standing, List<TalkView> talks) {}

    /** One week of K29. */
    record CoverageWeekView(LocalDate week, List<String> talked, ShareView analysed) {}

    /** K29 of a period. */
    record CoverageView(
            LocalDate from, LocalDate until, ShareView talks, ShareView analyses, List<CoverageWeekView> weeks) {}

    /** A one-to-one as a system writes it down; no time means now. */
    record TalkBody(
            @Nullable String consultant,
            @Nullable OffsetDateTime heldAt,
            @Nullable String choice,
            @Nullable String said) {}

    /** A one-to-one told again, and why. */
    record CorrectionBody(
            @Nullable OffsetDateTime heldAt,
            @Nullable String choice,
            @Nullable String said,
            @Nullable String reason) {}

    /** Why it is taken back. */
    record WithdrawalBody(@Nullable String reason) {}

    private final OneToOneDesk desk;
    private final OneToOneBook book;
    private final Proposals proposals;
    private final WeeklyTalks weeks;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    OneToOneApi(
            OneToOneDesk desk,
            OneToOneBook book,
            Proposals proposals,
            WeeklyTalks weeks,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.proposals = proposals;
        this.weeks = weeks;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "the one-to-ones of a week, and whether it has what the policy wants")
    WeekView week(@RequestParam(required = false) @Nullable LocalDate week, StaffMember me) {
        TalkWeek of = OneToOnePages.week(week, dealerships.get(me.dealership()).today(clock));
        WeeklyTalks.Standing standing = weeks.of(of, me.dealership());
        return new WeekView(
                of.monday(),
                book.seesAll(me)
                        ? new StandingView(
                                standing.minimum(), standing.talked().size(), standing.over(), standing.isDefect())
                        : null,
                book.ofWeek(of, me).stream().map(talk -> view(talk, me)).toList());
    }

    @GetMapping("/history")
    @Operation(summary = "all one-to-ones, the latest first")
    Page<TalkView> history(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        return book.history(consultant, limit, cursor, me).map(talk -> view(talk, me));
    }

    @GetMapping("/proposals")
    @Operation(summary = "with whom to talk this week, and what in the reports speaks for it")
    ProposalsView proposals(StaffMember me) {
        Proposals.OfWeek of = proposals.of(me);
        return new ProposalsView(
                of.week().monday(),
                of.minimum(),
                of.missing(),
                usernames(of.talked(), me),
                of.proposals().stream()
                        .map(one -> new ProposalView(
                                one.consultant().username(),
                                one.consultant().name(),
                                one.standing(),
                                one.proposed(),
                                one.points(),
                                ClueView.of(one.reasons()),
                                ClueView.of(one.others()),
                                one.tooFew(),
                                one.lastTalk()))
                        .toList());
    }

    @GetMapping("/coverage")
    @Operation(summary = "K29: weeks with a one-to-one / weeks, consultants with weekly analysis / consultants")
    CoverageView coverage(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            StaffMember me) {
        WeeklyTalks.Coverage coverage = weeks.coverage(from, until, me);
        return new CoverageView(
                coverage.from(),
                coverage.until(),
                ShareView.of(coverage.talks()),
                ShareView.of(coverage.analyses()),
                coverage.weeks().stream()
                        .map(week -> new CoverageWeekView(
                                week.week().monday(), usernames(week.talked(), me), ShareView.of(week.analysed())))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "write a one-to-one down; a consultant whom nobody proposed needs a reason")
    @Answers(value = TalkView.class, status = 201)
    ResponseEntity<?> hold(
            @RequestBody TalkBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            OneToOne talk = desk.hold(
                    new OneToOneDesk.Draft(
                            body.consultant(),
                            body.heldAt() == null ? null : body.heldAt().toInstant(),
                            body.choice(),
                            body.said()),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/one-to-ones/" + talk.id()))
                    .eTag(tag(talk))
                    .body(view(talk, me));
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "one one-to-one, its newest version")
    ResponseEntity<TalkView> read(@PathVariable OneToOneId id, StaffMember me) {
        OneToOne talk = book.versions(id, me).get(0);
        return ResponseEntity.ok().eTag(tag(talk)).body(view(talk, me));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "everything that was ever written of a one-to-one, the newest version first")
    List<TalkView> versions(@PathVariable OneToOneId id, StaffMember me) {
        return book.versions(id, me).stream().map(talk -> view(talk, me)).toList();
    }

    @PutMapping("/{id}")
    @Operation(summary = "tell a one-to-one again, with the reason; If-Match names the version seen")
    ResponseEntity<TalkView> correct(
            @PathVariable OneToOneId id,
            @RequestBody CorrectionBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        OneToOne talk = desk.correct(
                id,
                new OneToOneDesk.Correction(
                        body.heldAt() == null ? null : body.heldAt().toInstant(),
                        body.choice(),
                        body.said(),
                        body.reason()),
                seen(ifMatch),
                me);
        return ResponseEntity.ok().eTag(tag(talk)).body(view(talk, me));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "take a one-to-one back that was not held after all; If-Match names the version seen")
    ResponseEntity<TalkView> takeBack(
            @PathVariable OneToOneId id,
            @RequestBody WithdrawalBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        OneToOne talk = desk.takeBack(id, body.reason(), seen(ifMatch), me);
        return ResponseEntity.ok().eTag(tag(talk)).body(view(talk, me));
    }

    private static int seen(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
    }

    private static String tag(OneToOne talk) {
        return "\"" + talk.version() + "\"";
    }

    private TalkView view(OneToOne talk, StaffMember me) {
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return new TalkView(
                talk.id().toString(),
                talk.version(),
                talk.week().monday(),
                talk.heldAt().atZone(zone).toOffsetDateTime(),
                username(talk.consultant(), me),
                username(talk.manager(), me),
                talk.proposed(),
                talk.choice(),
                talk.said(),
                talk.takenBack(),
                talk.correction(),
                username(talk.writtenBy(), me),
                talk.writtenAt().atZone(zone).toOffsetDateTime(),
                ClueView.of(talk.evidence()));
    }

    private List<String> usernames(Collection<StaffId> people, StaffMember me) {
        return people.stream().map(one -> username(one, me)).sorted().toList();
    }

    private String username(StaffId id, StaffMember me) {
        return staff.find(me.dealership(), id).map(StaffMember::username).orElse("");
    }
}
