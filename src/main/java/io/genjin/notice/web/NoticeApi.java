package io.genjin.notice.web;

import io.genjin.dealership.Dealerships;
import io.genjin.journal.JournalEntry;
import io.genjin.notice.Notices;
import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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
            String kind,
            OffsetDateTime happenedAt,
            OffsetDateTime recordedAt,
            boolean unseen,
            String text,
            @Nullable Person actor,
            @Nullable String prospectId,
            @Nullable String customerName) {}

    private final Notices notices;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;

    NoticeApi(Notices notices, StaffDirectory staff, Dealerships dealerships, Screens screens) {
        this.notices = notices;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    @GetMapping("/api/v1/notices")
    Page<NoticeView> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            HttpServletRequest request) {
        if (limit < 1 || limit > 100) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Screen s = screens.of(request);
        NoticeWords words = new NoticeWords(new JournalWords(s, new People(staff, me.dealership())), s);
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return notices.of(me, limit, cursor).map(notice -> view(notice, words, zone, me));
    }

    private NoticeView view(Notice notice, NoticeWords words, ZoneId zone, StaffMember me) {
        JournalEntry entry = notice.entry();
        return new NoticeView(
                entry.id().toString(),
                entry.kind(),
                entry.happenedAt().atZone(zone).toOffsetDateTime(),
                entry.recordedAt().atZone(zone).toOffsetDateTime(),
                notice.unseen(),
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
