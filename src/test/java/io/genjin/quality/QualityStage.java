package io.genjin.quality;

import io.genjin.database.Tenancy;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.followup.Sweep;
import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.quality.DataQuality.Question;
import io.genjin.quality.DataQuality.Report;
import io.genjin.quality.DataQuality.Row;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A dealership whose entries are looked at: what its people write down through the desks, and what is found in it. */
@GenjinTest
abstract class QualityStage {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    OpeningDesk openings;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    FollowUpDesk followUps;

    @Autowired
    Sweep sweep;

    @Autowired
    DataQuality quality;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

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

    <T> T inTransaction(Supplier<T> work) {
        return here(() -> transaction.execute(status -> work.get()));
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

    static String newMobile() {
        return "136" + NUMBERS.incrementAndGet();
    }

    static CardContent content(String mobile, Source source) {
        String detail = Set.of(Source.OTHER, Source.CO_SELLING, Source.REFERRAL, Source.PROMOTION_EVENT)
                        .contains(source)
                ? "老客户周先生"
                : null;
        return CardContent.of("张伟", mobile, source, detail, List.of("朗逸 1.6 手动"), null);
    }

    ProspectId opened(StaffMember by, Grade grade, LocalDate nextDate) {
        GradeChoice choice = new GradeChoice(grade, Set.of(Evidence.values()), "到店详谈", "gradeOverrideReason");
        Opening opening = here(() -> openings.open(
                new OpenProspect(
                        content(newMobile(), Source.WALK_IN),
                        choice,
                        nextDate,
                        NextStepReason.ROUTINE,
                        null,
                        null,
                        false,
                        null,
                        null),
                by));
        return ((Opening.Opened) opening).prospect().id();
    }

    ProspectId hqLead(String mobile) {
        return here(() -> prospects
                .receive(
                        new ProspectDesk.Received(
                                content(mobile, Source.HQ_ALLOCATED),
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
        contacted(id, by, Outcome.REACHED, null, "谈了购车时间", LocalDate.parse(nextDate), null);
    }

    void contacted(
            ProspectId id,
            StaffMember by,
            Outcome outcome,
            Instant happenedAt,
            String text,
            LocalDate nextDate,
            Grade gradeAfter) {
        here(() -> followUps.record(
                id,
                new RecordFollowUp(
                        ContactWay.PHONE,
                        happenedAt,
                        outcome,
                        text,
                        gradeAfter,
                        gradeAfter == null ? null : Set.of(Evidence.values()),
                        gradeAfter == null ? null : "客户自己说的",
                        nextDate,
                        NextStepReason.ROUTINE,
                        null,
                        "客户出差"),
                by));
    }

    void moved(ProspectId id, StaffMember by, LocalDate nextDate, String reason) {
        here(() -> followUps.reschedule(id, nextDate, null, reason, "客户出差", by));
    }

    void regraded(ProspectId id, StaffMember by, Grade grade) {
        here(() -> followUps.regrade(id, grade, Set.of(Evidence.values()), "重新判断", by));
    }

    /** A fact that another module would publish. */
    record Fact(
            DealershipId dealership,
            String kind,
            UUID prospect,
            UUID actor,
            Instant happenedAt,
            Frozen frozen,
            Map<String, Object> details)
            implements JournalFact {}

    void publish(String kind, ProspectId id, StaffMember actor, StaffMember owner, Map<String, Object> details) {
        inTransaction(() -> {
            events.publishEvent(new Fact(
                    store.dealership().id(),
                    kind,
                    id.value(),
                    actor.id().value(),
                    clock.instant(),
                    new Frozen(owner.id().value(), "B", "WALK_IN"),
                    details));
            return kind;
        });
    }

    Report report(StaffMember reader, String from, String to) {
        return here(() -> quality.of(
                from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to), null, reader));
    }

    static Row rowOf(Report report, StaffMember person) {
        return report.rows().stream()
                .filter(row -> person == null
                        ? row.person() == null
                        : row.person() != null && row.person().id().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    /** A number of this month as the general manager reads it, with its light: {@code 3 WATCH}. */
    String read(Finding finding, StaffMember person) {
        DataQuality.Value value = rowOf(report(gao, null, null), person).of(finding);
        BigDecimal number = value.number();
        return (number == null ? "–" : number.stripTrailingZeros().toPlainString()) + " " + value.light();
    }

    /** All rows behind a number of a period, read page by page. */
    List<Mark> members(LocalDate from, LocalDate to, Finding finding, StaffMember person, StaffMember reader) {
        Question question = here(
                () -> quality.question(from, to, finding, person == null ? null : person.username(), null, reader));
        List<Mark> all = new ArrayList<>();
        String cursor = null;
        do {
            String after = cursor;
            Page<Mark> page = here(() -> quality.members(question, 7, after, reader));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    /** The rows of this month. */
    List<Mark> members(Finding finding, StaffMember person) {
        return members(null, null, finding, person, gao);
    }
}
