package io.genjin.ratio;

import io.genjin.database.Tenancy;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A dealership whose customers come, drive, buy and are lost, as the journal is told it, and what the ratios say of it. */
@GenjinTest
abstract class RatioStage {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final AtomicInteger NUMBERS = new AtomicInteger(80_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    OpeningDesk openings;

    @Autowired
    Journal journal;

    @Autowired
    Ratios ratios;

    @Autowired
    RatioMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;
    StaffMember gao;

    /** An entry as a module would publish it. */
    record Told(
            DealershipId dealership,
            UUID entryId,
            String kind,
            UUID prospect,
            UUID actor,
            Instant happenedAt,
            Frozen frozen,
            Map<String, Object> details)
            implements JournalFact {}

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
    }

    <T> T here(Supplier<T> work) {
        return Tenancy.within(store.dealership().id(), () -> transaction.execute(status -> work.get()));
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

    /** A customer filed by the desk at the clock's time; a walk-in has visited by that. */
    UUID opened(StaffMember by, Source source, Grade grade) {
        String detail = source.needsDetail() ? "老客户周先生" : null;
        CardContent content =
                CardContent.of("张伟", "139" + NUMBERS.incrementAndGet(), source, detail, List.of("朗逸 1.6 手动"), null);
        GradeChoice choice = new GradeChoice(grade, Set.of(Evidence.values()), "到店详谈", "gradeOverrideReason");
        Opening opening = here(() -> openings.open(
                new OpenProspect(
                        content, choice, today().plusDays(1), NextStepReason.ROUTINE, null, null, false, null, null),
                by));
        return ((Opening.Opened) opening).prospect().id().value();
    }

    /** Something else that happened, told to the journal at the clock's time. */
    UUID told(String kind, UUID prospect, StaffMember owner, Source source, Map<String, Object> details) {
        return told(kind, prospect, owner, "H", source, clock.instant(), details);
    }

    UUID told(
            String kind,
            UUID prospect,
            StaffMember owner,
            String grade,
            Source source,
            Instant happenedAt,
            Map<String, Object> details) {
        UUID id = TypedId.newValue();
        here(() -> {
            journal.writeAll(List.of(new Told(
                    store.dealership().id(),
                    id,
                    kind,
                    prospect,
                    owner == null ? null : owner.id().value(),
                    happenedAt,
                    new Frozen(owner == null ? null : owner.id().value(), grade, source.name()),
                    details)));
            return 0;
        });
        return id;
    }

    /** Two cases are one customer, as a manager says. */
    void merged(UUID survivor, UUID absorbed) {
        Api zhou = Api.whenAsked(store.zhou().username(), port);
        String versions = "\""
                + zhou.get("/api/v1/prospects/" + survivor)
                        .json()
                        .path("version")
                        .asInt(-1) + "\", \""
                + zhou.get("/api/v1/prospects/" + absorbed)
                        .json()
                        .path("version")
                        .asInt(-1) + "\"";
        Api.Answer answer = zhou.post(
                "/api/v1/prospects/" + survivor + "/merges",
                Map.of("absorb", absorbed.toString()),
                Map.of("If-Match", versions));
        if (answer.status() != 201) {
            throw new AssertionError(answer.json().toString());
        }
    }

    Ratios.Line line(String from, String until, StaffMember person) {
        return here(() -> ratios.of(day(from), day(until), store.dealership().id())).stream()
                .filter(one ->
                        person == null ? one.person() == null : person.id().equals(one.person()))
                .findFirst()
                .orElseThrow();
    }

    /** Both numbers of a ratio: {@code 2 / 4}. */
    String read(Ratio ratio, StaffMember person, String from, String until) {
        Fraction one = line(from, until, person).of(ratio);
        return one == null ? "–" : one.top() + " / " + one.bottom();
    }

    /** All rows behind a number, read page by page. */
    List<RatioMembers.Member> rows(Ratio ratio, Side side, Days days, StaffMember person) {
        List<RatioMembers.Member> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<RatioMembers.Member> page =
                    here(() -> members.of(new RatioMembers.Question(ratio, side, days, person), 40, from, gao));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
