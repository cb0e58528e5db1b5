package io.genjin.hlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.hlist.Coverage.Standing;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.NothingHere;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StillOwnsWork;
import io.genjin.testing.Api;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;

/** Lists against the running product: frozen for good, two managers at once, leavers, absences, merges. */
class HListTest extends HListStage {

    @Autowired
    StaffDesk staff;

    @Autowired
    ApplicationEventPublisher events;

    private void refusedByTheDatabase(String sql) {
        assertThatThrownBy(() -> counted("with changed as (" + sql + " returning 1) select count(*) from changed"))
                .as(sql)
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("the database refuses the application every change of a closed week, its lists and its entries")
    void frozen() {
        ProspectId id = opened(store.li(), Grade.H);
        HListEntry entry = listed(WEEK, store.li(), id);
        assertThat(counted("with changed as (update h_list_entry set action = 'x' where dealership_id = :dealership"
                        + " returning 1) select count(*) from changed"))
                .as("open entries may be changed")
                .isEqualTo(1);
        clock.set("2026-03-09T00:00");
        assertThat(close()).isEqualTo(1);
        refusedByTheDatabase("update h_list_entry set result = 'ORDERED' where dealership_id = :dealership");
        refusedByTheDatabase("update h_list_entry set closed = false, closed_at = null, result = null"
                + " where dealership_id = :dealership");
        refusedByTheDatabase("delete from h_list_entry where dealership_id = :dealership");
        refusedByTheDatabase("update h_list set nobody_reason = 'x' where dealership_id = :dealership");
        refusedByTheDatabase("delete from h_list where dealership_id = :dealership");
        refusedByTheDatabase("update h_list_week set closed_at = null, closed = false where dealership_id = :dealership"
                + " and week_start = '2026-03-02'");
        refusedByTheDatabase("update h_list_coverage set standing = 'HELD' where dealership_id = :dealership");
        refusedByTheDatabase("delete from h_list_coverage where dealership_id = :dealership");
        ProspectId late = opened(store.li(), Grade.H);
        String columns = "insert into h_list_entry (dealership_id, id, list_id, week_start, prospect_id, grade, source,"
                + " likely_reason, action, responsible_id, expected_date, added_by, added_at, version%s)"
                + " values (:dealership, '" + UUID.randomUUID() + "', '"
                + entry.list().value() + "', '2026-03-02', '" + late + "', 'H', 'INBOUND_CALL', 'x', 'x', '"
                + store.li().id().value() + "', '2026-03-08', '"
                + store.chen().id().value() + "', '2026-03-08T00:00:00Z', 1%s)";
        refusedByTheDatabase(columns.formatted("", ""));
        refusedByTheDatabase(
                columns.formatted(", closed, closed_at, result", ", true, '2026-03-08T00:00:00Z', 'ORDERED'"));
        HListBook.Week closed = read(WEEK, store.chen());
        assertThat(closed.lists()).singleElement().satisfies(list -> assertThat(list.entries())
                .singleElement()
                .satisfies(kept -> assertThat(kept.verdict()).isEqualTo(Verdict.NOTHING)));
    }

    @Test
    @DisplayName("two managers change the same entry: the second is refused and nothing of the first is lost")
    void twoManagers() {
        HListEntry entry = listed(WEEK, store.li(), opened(store.li(), Grade.H));
        String path = "/api/v1/h-lists/2026-03-02/" + store.li().username() + "/entries/" + entry.id();
        Map<String, Object> body = Map.of(
                "likelyReason", "已付订金",
                "action", "周六签约",
                "responsible", store.li().username(),
                "expectedDate", "2026-03-07");
        Api chen = Api.as(store.chen().username(), port);
        Api zhou = Api.as(store.zhou().username(), port);
        assertThat(chen.send("PUT", path, body, Map.of()).status()).isEqualTo(428);
        Api.Answer first = chen.send("PUT", path, body, Map.of("If-Match", "\"1\""));
        assertThat(first.status()).as(first.json().toString()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(zhou.send("PUT", path, body, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(412);
        assertThat(zhou.post(path + "/removal", Map.of("reason", "重复"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        Api.Answer removed = zhou.post(path + "/removal", Map.of("reason", "已买他牌"), Map.of("If-Match", "\"2\""));
        assertThat(removed.status()).as(removed.json().toString()).isEqualTo(200);
        assertThat(removed.text("/lists/0/nobodyReason"))
                .as("a list held stays held")
                .isEqualTo("已买他牌");
    }

    @Test
    @DisplayName("the same key lists a customer once")
    void once() {
        ProspectId id = opened(store.li(), Grade.H);
        Api chen = Api.as(store.chen().username(), port);
        Map<String, Object> body = Map.of(
                "prospectId", id.toString(),
                "likelyReason", "价格谈妥",
                "action", "周六签约",
                "responsible", store.li().username(),
                "expectedDate", "2026-03-07");
        String path = "/api/v1/h-lists/2026-03-02/" + store.li().username() + "/entries";
        Map<String, String> key = Map.of("Idempotency-Key", "one-and-the-same");
        Api.Answer first = chen.post(path, body, key);
        assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
        Api.Answer again = chen.post(path, body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(counted("select count(*) from h_list_entry where dealership_id = :dealership"))
                .isEqualTo(1);
    }

    private static <T> List<Future<T>> atOnce(List<Callable<T>> work) throws InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(work.size());
        try {
            return two.invokeAll(work);
        } finally {
            two.shutdown();
        }
    }

    @Test
    @DisplayName("two managers list the same customer at once: one wins, the other is told on whose list they stand")
    void sameCustomer() throws Exception {
        ProspectId id = opened(store.li(), Grade.H);
        Callable<Boolean> one = () -> {
            try {
                listed(WEEK, store.li(), id);
                return true;
            } catch (AlreadyListed told) {
                assertThat(told.args()).containsExactly(store.li().name());
                return false;
            }
        };
        List<Future<Boolean>> done = atOnce(List.of(one, one));
        assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(read(WEEK, store.chen()).lists()).singleElement().satisfies(list -> assertThat(list.entries())
                .hasSize(1));
    }

    @Test
    @DisplayName("two nodes close the same weeks at once: each week is closed once")
    void twoNodes() throws Exception {
        listed(WEEK, store.li(), opened(store.li(), Grade.H));
        clock.set("2026-03-25T08:00");
        List<Future<Integer>> done = atOnce(List.of(this::close, this::close));
        assertThat(done.get(0).get() + done.get(1).get()).isEqualTo(3);
        assertThat(counted("select count(*) from journal_entry where dealership_id = :dealership"
                        + " and kind = 'H_LIST_CLOSED'"))
                .isEqualTo(3);
        assertThat(counted("select count(*) from journal_entry where dealership_id = :dealership"
                        + " and kind = 'H_LIST_RESULT'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the closed week names who had no list, for the managers' bell")
    void missing() {
        listed(WEEK, store.li(), opened(store.li(), Grade.H));
        clock.set("2026-03-09T08:00");
        close();
        Api.Answer told = Api.as(store.zhou().username(), port).get("/api/v1/notices");
        assertThat(told.json().path("items").toString())
                .contains(
                        "H_LIST_CLOSED", "2 位顾问中 1 位有名单", "没有名单：" + store.wang().name());
    }

    @Test
    @DisplayName("who leaves must hand over what was agreed on open lists, and the listed customers")
    void leaver() {
        ProspectId id = opened(store.li(), Grade.H);
        listed(WEEK, store.li(), id);
        assertThatExceptionOfType(StillOwnsWork.class)
                .isThrownBy(() -> here(() -> left()))
                .satisfies(refused ->
                        assertThat(refused.args()).as("customer and entry").containsExactly(2));
        here(() -> prospects.transfer(id, store.wang().username(), TransferReason.LEAVE, null, store.chen()));
        assertThatExceptionOfType(StillOwnsWork.class)
                .isThrownBy(() -> here(() -> left()))
                .satisfies(refused -> assertThat(refused.args()).containsExactly(1));
        assertThatExceptionOfType(FieldsRefused.class)
                .isThrownBy(() -> here(() -> lists.handOver(store.li().username(), null, null, store.chen())));
        int handed =
                here(() -> lists.handOver(store.li().username(), store.wang().username(), "李娜离职", store.chen()));
        assertThat(handed).isEqualTo(1);
        here(() -> left());
        HListBook.Week week = read(WEEK, store.chen());
        assertThat(week.coverage().rows())
                .as("her list stays hers")
                .contains(new Coverage.Row(store.li().id(), Standing.HELD));
        assertThat(read(WEEK, store.wang()).mine()).singleElement().satisfies(entry -> assertThat(entry.prospect())
                .isEqualTo(id));
        assertThat(Api.as(store.wang().username(), port)
                        .get("/api/v1/notices")
                        .json()
                        .path("items")
                        .toString())
                .contains("H_LIST_HELD", "1 条约定改由 " + store.wang().name());
    }

    private boolean left() {
        staff.deactivate(store.li().id(), store.admin());
        return true;
    }

    @Test
    @DisplayName("a customer who changes hands in the week stays on the list as listed")
    void transferred() {
        ProspectId id = opened(store.li(), Grade.H);
        listed(WEEK, store.li(), id);
        here(() -> prospects.transfer(id, store.wang().username(), TransferReason.WORKLOAD, null, store.chen()));
        assertThatExceptionOfType(AlreadyListed.class).isThrownBy(() -> listed(WEEK, store.wang(), id));
        contacted(id, store.wang(), ContactWay.SHOWROOM, Outcome.REACHED, null);
        clock.set("2026-03-09T08:00");
        close();
        HListBook.Week week = read(WEEK, store.chen());
        HList list = week.listOf(store.li().id()).orElseThrow();
        assertThat(list.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.snapshot().grade()).isEqualTo(Grade.H);
            assertThat(week.verdicts().get(entry.id()).result()).isEqualTo(WeekResult.MOVED_ON);
        });
    }

    @Test
    @DisplayName("a consultant away the whole week needs no list; away until Saturday they do")
    void away() {
        here(() -> staff.recordAbsence(
                store.wang().id(),
                new AbsencePlan(
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 14),
                        store.li().username(),
                        "年假"),
                store.admin()));
        assertThat(read(WEEK, store.chen()).coverage().rows())
                .contains(new Coverage.Row(store.wang().id(), Standing.AWAY));
        assertThat(read(WEEK, store.chen()).coverage().expected()).isEqualTo(1);
        clock.set("2026-03-05T09:00");
        assertThat(read(WEEK.next(), store.chen()).coverage().rows())
                .contains(new Coverage.Row(store.wang().id(), Standing.MISSING));
        clock.set("2026-03-09T08:00");
        close();
        assertThat(here(() -> archive.weeks(10, null, store.chen())).items())
                .first()
                .satisfies(week -> {
                    assertThat(week.coverage().expected()).isEqualTo(1);
                    assertThat(week.coverage().ratio()).isEqualByComparingTo("0");
                });
    }

    @Test
    @DisplayName("whoever stands in for an absent colleague reads their list; another colleague does not")
    void standingIn() {
        listed(WEEK, store.li(), opened(store.li(), Grade.H));
        assertThatExceptionOfType(NothingHere.class)
                .isThrownBy(() -> here(() -> book.consultant(store.li().username(), store.wang())));
        here(() -> staff.recordAbsence(
                store.li().id(),
                new AbsencePlan(
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 4),
                        store.wang().username(),
                        "培训"),
                store.admin()));
        assertThat(here(() -> book.consultant(store.li().username(), store.wang())))
                .isEqualTo(store.li());
        assertThat(read(WEEK, store.wang()).lists()).hasSize(1);
    }

    /** A merge, as the module that merges tells it. */
    record Merge(DealershipId dealership, String kind, UUID prospect, Instant happenedAt, Map<String, Object> details)
            implements JournalFact {

        @Override
        public @Nullable UUID actor() {
            return null;
        }
    }

    private void merged(String kind, ProspectId from, ProspectId into) {
        Merge fact = new Merge(
                store.dealership().id(),
                kind,
                into.value(),
                clock.instant(),
                Map.of("from", from.toString(), "into", into.toString()));
        here(() -> {
            transaction.executeWithoutResult(status -> events.publishEvent(fact));
            return fact;
        });
    }

    @Test
    @DisplayName(
            "a customer merged into another is followed there, unless the merge is undone or that one is listed too")
    void mergedCustomers() {
        ProspectId gone = opened(store.li(), Grade.H);
        ProspectId stayed = opened(store.li(), Grade.H);
        ProspectId undone = opened(store.li(), Grade.H);
        ProspectId other = opened(store.li(), Grade.H);
        ProspectId both = opened(store.li(), Grade.H);
        ProspectId listedToo = opened(store.li(), Grade.H);
        List.of(gone, undone, both, listedToo).forEach(id -> listed(WEEK, store.li(), id));
        clock.set("2026-03-03T09:00");
        merged("MERGED", gone, stayed);
        merged("MERGED", undone, other);
        clock.set("2026-03-03T10:00");
        merged("MERGE_UNDONE", undone, other);
        merged("MERGED", both, listedToo);
        for (ProspectId id : List.of(stayed, other, listedToo)) {
            contacted(id, store.li(), ContactWay.PHONE, Outcome.REACHED, null);
            moved(id, held -> lifeCycle.order(held, Map.of(), store.li()));
        }
        clock.set("2026-03-09T08:00");
        close();
        HListBook.Week week = read(WEEK, store.chen());
        assertThat(result(week, gone)).isEqualTo(WeekResult.ORDERED);
        assertThat(result(week, undone)).isEqualTo(WeekResult.SLIPPED);
        assertThat(result(week, listedToo)).isEqualTo(WeekResult.ORDERED);
        assertThat(result(week, both)).as("one order counts once").isEqualTo(WeekResult.SLIPPED);
    }

    private static WeekResult result(HListBook.Week week, ProspectId id) {
        HListEntry entry = week.lists().get(0).entries().stream()
                .filter(one -> one.prospect().equals(id))
                .findFirst()
                .orElseThrow();
        return week.verdicts().get(entry.id()).result();
    }
}
