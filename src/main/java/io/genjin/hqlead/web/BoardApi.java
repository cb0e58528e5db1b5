package io.genjin.hqlead.web;

import io.genjin.dealership.Dealerships;
import io.genjin.followup.Shares;
import io.genjin.hqlead.HqBoard;
import io.genjin.hqlead.HqCase;
import io.genjin.hqlead.HqStatus;
import io.genjin.hqlead.StatusDesk;
import io.genjin.hqlead.WarningStep;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board of HQ leads for systems. */
@RestController
@RequestMapping("/api/v1/hq-leads")
class BoardApi {

    private static final int MOST_ROWS = 100;

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** Who had the lead for how many minutes of its limit; {@code waiting} while it waited for a consultant. */
    record ShareView(Person person, boolean waiting, long minutes) {}

    /** A status that a person recorded. */
    record RecordedView(
            LocalDate day, HqStatus status, @Nullable String remark) {}

    /**
     * One open lead.
     *
     * @param minutesLeft until the last moment for the first follow-up, negative when it is over; nothing when followed
     * @param warned      the newest warning it has earned while its clock runs
     */
    record Item(
            String prospectId,
            @Nullable String leadId,
            @Nullable String externalId,
            String customerName,
            String maskedMobile,
            OffsetDateTime receivedAt,
            OffsetDateTime firstFollowUpDueAt,
            @Nullable Long minutesLeft,
            @Nullable WarningStep warned,
            HqCase.Punctuality onTime,
            @Nullable Person allocatedTo,
            @Nullable OffsetDateTime allocatedAt,
            @Nullable OffsetDateTime firstFollowUpAt,
            List<ShareView> shares,
            HqStatus suggestedStatus,
            @Nullable RecordedView recorded) {}

    /** Today's status of a lead. */
    record StatusBody(@Nullable HqStatus status, @Nullable String remark) {}

    /** For how many leads a status was recorded. */
    record Confirmed(int recorded) {}

    private final HqBoard board;
    private final StatusDesk statuses;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    BoardApi(HqBoard board, StatusDesk statuses, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.board = board;
        this.statuses = statuses;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping
    Page<Item> list(
            @RequestParam(defaultValue = "all") HqBoard.Show show,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        ZoneId zone = dealerships.get(me.dealership()).zone();
        Instant now = clock.instant();
        return board.find(show, limit, cursor, me).map(row -> item(row, me.dealership(), zone, now));
    }

    @PostMapping("/{id}/status")
    Item record(@PathVariable ProspectId id, @RequestBody(required = false) @Nullable StatusBody body, StaffMember me) {
        statuses.record(id, body == null ? null : body.status(), body == null ? null : body.remark(), me);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return item(board.one(id, me), me.dealership(), zone, clock.instant());
    }

    /** Records for every open lead without today's status the one that the facts suggest. */
    @PostMapping("/statuses")
    Confirmed confirmSuggested(StaffMember me) {
        return new Confirmed(statuses.confirmSuggested(me));
    }

    private Item item(HqBoard.Row row, DealershipId in, ZoneId zone, Instant now) {
        HqCase told = row.told();
        return new Item(
                row.prospect().id().toString(),
                row.lead() == null ? null : row.lead().id().toString(),
                told.externalId(),
                row.prospect().content().customerName(),
                row.prospect().content().number().masked(),
                at(told.receivedAt(), zone),
                at(row.dueAt(), zone),
                row.isRunning() ? Duration.between(now, row.dueAt()).toMinutes() : null,
                row.warned(),
                row.punctuality(now),
                told.allocatedTo() == null ? null : person(told.allocatedTo(), in),
                told.allocatedAt() == null ? null : at(told.allocatedAt(), zone),
                told.firstFollowUpAt() == null ? null : at(told.firstFollowUpAt(), zone),
                row.shares().parts().stream().map(part -> share(part, in)).toList(),
                told.status(),
                row.recorded() == null
                        ? null
                        : new RecordedView(
                                row.recorded().day(),
                                row.recorded().status(),
                                row.recorded().remark()));
    }

    private ShareView share(Shares.Share part, DealershipId in) {
        return new ShareView(
                person(part.owner(), in), part.waiting(), part.time().toMinutes());
    }

    private Person person(StaffId id, DealershipId in) {
        StaffMember member = staff.get(in, id);
        return new Person(member.username(), member.name());
    }

    private static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
