package io.genjin.report;

import io.genjin.database.Tenancy;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.followup.Sweep;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardDesk;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.report.DailyReport.Report;
import io.genjin.report.DailyReport.Row;
import io.genjin.report.FigureMembers.Member;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dealership whose days are counted: what its people do through the desks, and what the report says of it. */
@GenjinTest
abstract class ReportStage {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final AtomicInteger NUMBERS = new AtomicInteger(60_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    OpeningDesk openings;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    CardDesk cards;

    @Autowired
    FollowUpDesk followUps;

    @Autowired
    Sweep sweep;

    @Autowired
    DailyReport reports;

    @Autowired
    FigureMembers members;

    @Autowired
    FigureSums sums;

    @Autowired
    DayKeeping keeping;

    @LocalServerPort
    int port;

    TestStores.Store store;
    StaffMember gao;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
    }

    <T> T here(Supplier<T> work) {
        return Tenancy.within(store.dealership().id(), work);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    static CardContent content(Source source) {
        String detail = Set.of(Source.OTHER, Source.CO_SELLING, Source.REFERRAL, Source.PROMOTION_EVENT)
                        .contains(source)
                ? "老客户周先生"
                : null;
        return CardContent.of("张伟", "137" + NUMBERS.incrementAndGet(), source, detail, List.of("朗逸 1.6 手动"), null);
    }

    ProspectId opened(StaffMember by, Source source, Grade grade, String nextDate) {
        return opened(by, content(source), grade, LocalDate.parse(nextDate));
    }

    ProspectId opened(StaffMember by, CardContent content, Grade grade, LocalDate nextDate) {
        GradeChoice choice = new GradeChoice(grade, Set.of(Evidence.values()), "到店详谈", "gradeOverrideReason");
        Opening opening = here(() -> openings.open(
                new OpenProspect(content, choice, nextDate, NextStepReason.ROUTINE, null, null, false, null, null),
                by));
        return ((Opening.Opened) opening).prospect().id();
    }

    ProspectId hqLead() {
        return here(() -> prospects
                .receive(
                        new ProspectDesk.Received(
                                content(Source.HQ_ALLOCATED),
                                Grade.N,
                                clock.instant(),
                                store.wu().id(),
                                false),
                        store.wu().id(),
                        store.dealership().id())
                .map(Prospect::id)
                .orElseThrow());
    }

    void allocated(ProspectId id, StaffMember to) {
        here(() -> prospects.allocate(
                id, to.id(), store.wu().id(), store.dealership().id()));
    }

    void transferred(ProspectId id, StaffMember to) {
        here(() -> prospects.transfer(id, to.username(), TransferReason.WORKLOAD, null, store.chen()));
    }

    void contacted(ProspectId id, StaffMember by, String nextDate) {
        contacted(id, by, ContactWay.PHONE, Outcome.REACHED, null, LocalDate.parse(nextDate));
    }

    void contacted(
            ProspectId id, StaffMember by, ContactWay way, Outcome outcome, Instant happenedAt, LocalDate nextDate) {
        here(() -> followUps.record(
                id,
                new RecordFollowUp(
                        way,
                        happenedAt,
                        outcome,
                        "谈了购车时间",
                        null,
                        null,
                        null,
                        nextDate,
                        NextStepReason.ROUTINE,
                        null,
                        "客户出差"),
                by));
    }

    void moved(ProspectId id, StaffMember by, LocalDate nextDate) {
        here(() -> followUps.reschedule(id, nextDate, null, "客户改了时间", "客户出差", by));
    }

    Report report(StaffMember reader, LocalDate date) {
        return here(() -> reports.of(date, null, reader));
    }

    static Row rowOf(Report report, StaffMember consultant) {
        return report.rows().stream()
                .filter(row -> consultant == null
                        ? row.consultant() == null
                        : row.consultant() != null && row.consultant().id().equals(consultant.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the general manager reads as a figure of a person, or of the dealership, on a day: {@code 2 / 5}. */
    String read(Figure figure, StaffMember consultant, String date) {
        DailyReport.Value value =
                rowOf(report(gao, LocalDate.parse(date)), consultant).of(figure);
        return value.day() + " / " + value.month();
    }

    /** All rows behind a number, read page by page. */
    List<Member> members(LocalDate date, Figure figure, StaffMember consultant, Span span, StaffMember reader) {
        FigureMembers.Question question = here(
                () -> reports.question(date, figure, consultant == null ? null : consultant.username(), span, reader));
        return allOf(question, reader);
    }

    List<Member> allOf(FigureMembers.Question question, StaffMember reader) {
        List<Member> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<Member> page = here(() -> members.of(question, 7, from, reader));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
