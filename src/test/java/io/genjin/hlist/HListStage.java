package io.genjin.hlist;

import io.genjin.database.Tenancy;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
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
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A dealership that holds its weekly lists through the desks. */
@GenjinTest
abstract class HListStage {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ListWeek WEEK = new ListWeek(LocalDate.of(2026, 3, 2));

    private static final AtomicInteger NUMBERS = new AtomicInteger(80_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    OpeningDesk openings;

    @Autowired
    FollowUpDesk followUps;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    HListDesk lists;

    @Autowired
    HListBook book;

    @Autowired
    HListArchive archive;

    @Autowired
    HListClosing closing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestStores.Store store;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        close();
    }

    <T> T here(Supplier<T> work) {
        return Tenancy.within(store.dealership().id(), work);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    int close() {
        return closing.closeEnded(store.dealership().id());
    }

    ProspectId opened(StaffMember by, Grade grade) {
        CardContent content = CardContent.of(
                "张伟", "136" + NUMBERS.incrementAndGet(), Source.INBOUND_CALL, null, List.of("朗逸 1.6 手动"), null);
        GradeChoice choice = new GradeChoice(grade, Set.of(Evidence.values()), "详谈", "gradeOverrideReason");
        Opening opening = here(() -> openings.open(
                new OpenProspect(content, choice, today(), NextStepReason.ROUTINE, null, null, false, null, null), by));
        return ((Opening.Opened) opening).prospect().id();
    }

    void contacted(ProspectId id, StaffMember by, ContactWay way, Outcome outcome, Instant happenedAt) {
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
                        today().plusDays(1),
                        NextStepReason.ROUTINE,
                        null,
                        "客户要求"),
                by));
    }

    /** Moves a customer through its life, as the modules of later steps do. */
    void moved(ProspectId id, Consumer<Prospect> step) {
        here(() -> {
            transaction.executeWithoutResult(
                    status -> step.accept(prospects.hold(id, store.dealership().id())));
            return id;
        });
    }

    EntryWish wish(ProspectId id, StaffMember responsible, ListWeek week) {
        LocalDate day = today().isAfter(week.monday()) ? today() : week.monday();
        return new EntryWish(id, "价格谈妥", "等家人确认", "约到店谈定", responsible.username(), day);
    }

    HListEntry listed(ListWeek week, StaffMember consultant, ProspectId id) {
        return here(() -> lists.add(week, consultant.username(), wish(id, consultant, week), store.chen()));
    }

    HListBook.Week read(ListWeek week, StaffMember reader) {
        return here(() -> book.read(week, null, reader));
    }

    int counted(String sql) {
        return here(() -> transaction.execute(status -> jdbc.sql(sql)
                .param("dealership", store.dealership().id().value())
                .query(Integer.class)
                .single()));
    }
}
