package io.genjin.notice.web;

import io.genjin.dealership.Dealerships;
import io.genjin.journal.JournalEntry;
import io.genjin.notice.NoticeFilter;
import io.genjin.notice.NoticeGroup;
import io.genjin.notice.Notices;
import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reader's notices for other systems. */
@RestController
class NoticeApi {

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** One notice with its sentence; the customer only when the reader may see the prospect. */
    record NoticeView(
            String id,
            NoticeGroup group,
            String kind,
            OffsetDateTime happenedAt,
            OffsetDateTime recordedAt,
            boolean unread,
            String text,
            @Nullable Person actor,
            @Nullable String prospectId,
            @Nullable String customerName) {}

    /**
     * What to mark as read.
     *
     * @param until when the newest one the reader saw was written down; now when left out
     * @param group only the notices of one group; all when left out
     */
    record ReadAll(@Nullable OffsetDateTime until, @Nullable NoticeGroup group) {}

    /** How many stay unread, counted up to a hundred. */
    record Unread(int unread) {}

    private final Notices notices;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    NoticeApi(Notices notices, StaffDirectory staff, Dealerships dealerships, Screens screens, Clock clock) {
        this.notices = notices;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/api/v1/notices")
    Page<NoticeView> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable NoticeGroup group,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        return notices.of(me, new NoticeFilter(unread, group), limit, cursor).map(view(me, request));
    }

    @PostMapping("/api/v1/notices/{id}/read")
    NoticeView read(@PathVariable String id, StaffMember me, HttpServletRequest request) {
        return view(me, request).apply(notices.read(me, TypedId.parse(id)));
    }

    @PostMapping("/api/v1/notices/read-all")
    Unread readAll(@RequestBody(required = false) @Nullable ReadAll body, StaffMember me) {
        Instant until = body == null || body.until() == null
                ? clock.instant()
                : body.until().toInstant();
        notices.readAll(me, body == null ? null : body.group(), until);
        return new Unread(notices.unread(me));
    }

    private Function<Notice, NoticeView> view(StaffMember me, HttpServletRequest request) {
        Screen s = screens.of(request);
        NoticeWords words = new NoticeWords(new JournalWords(s, new People(staff, me.dealership())), s);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return notice -> view(notice, words, zone, me);
    }

    private NoticeView view(Notice notice, NoticeWords words, ZoneId zone, StaffMember me) {
        JournalEntry entry = notice.entry();
        return new NoticeView(
                entry.id().toString(),
                NoticeGroup.of(entry.kind()),
                entry.kind(),
                entry.happenedAt().atZone(zone).toOffsetDateTime(),
                entry.recordedAt().atZone(zone).toOffsetDateTime(),
                notice.unread(),
                words.sentence(notice),
                entry.actor() == null
                        ? null
                        : staff.find(me.dealership(), new StaffId(entry.actor()))
                                .map(member -> new Person(member.username(), member.name()))
                                .orElse(null),
                notice.customer() == null ? null : notice.customer().id().toString(),
                notice.customer() == null ? null : notice.customer().customerName());
    }
}
