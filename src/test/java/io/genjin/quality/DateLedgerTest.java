package io.genjin.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.quality.DateLedger.Change;
import io.genjin.quality.DateLedger.Row;
import io.genjin.quality.DateLedger.Way;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DateLedgerTest {

    private static final StaffId LI = StaffId.next();
    private static final UUID ZHANG = UUID.randomUUID();
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final List<Told> told = new ArrayList<>();

    /** March days; 0 for none. */
    private Told tell(String kind, int old, int next, String reason, String cause) {
        return tell(ZHANG, kind, old, next, reason, cause);
    }

    private Told tell(UUID customer, String kind, int old, int next, String reason, String cause) {
        Instant at = MONDAY.plusSeconds(3600L * told.size());
        Told one = new Told(
                UUID.randomUUID(),
                kind,
                customer,
                LI,
                LI,
                at,
                at,
                null,
                day(old),
                day(next),
                null,
                kind.equals("RESCHEDULED") ? reason : null,
                kind.equals("FOLLOW_UP_RECORDED") ? reason : null,
                cause);
        told.add(one);
        return one;
    }

    private static LocalDate day(int ofMarch) {
        return ofMarch == 0 ? null : LocalDate.of(2026, 3, 1).plusDays(ofMarch - 1L);
    }

    private DateLedger ledger() {
        return DateLedger.of(told, one -> true, 3);
    }

    private static String said(Change change) {
        return change.way() + " " + change.oldDate().getDayOfMonth() + "→"
                + change.newDate().getDayOfMonth() + " " + change.reason();
    }

    private List<String> changes() {
        return ledger().changes().stream().map(DateLedgerTest::said).toList();
    }

    @Test
    void every_way_of_changing_a_date_says_why() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        tell("RESCHEDULED", 3, 5, "客户出差", null);
        tell("FOLLOW_UP_RECORDED", 5, 9, "ROUTINE", null);
        tell("RESCHEDULED", 9, 6, null, "REGRADED");
        tell("REACTIVATED", 0, 12, null, null);

        assertThat(changes())
                .containsExactly("HAND 3→5 客户出差", "CONTACT 5→9 ROUTINE", "RULE 9→6 REGRADED", "RULE 6→12 REACTIVATED");
        assertThat(ledger().changes()).allMatch(Change::hasReason);
    }

    @Test
    void a_promise_kept_for_the_same_day_is_no_change() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        tell("FOLLOW_UP_RECORDED", 3, 3, "ROUTINE", null);
        tell("LEAD_REPEATED", 0, 3, null, null);

        assertThat(changes()).isEmpty();
    }

    @Test
    void a_break_in_the_chain_is_a_change_that_nobody_told() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        tell("FOLLOW_UP_RECORDED", 8, 9, "ROUTINE", null);

        assertThat(changes()).containsExactly("UNTOLD 3→8 null", "CONTACT 8→9 ROUTINE");
        assertThat(ledger().changes()).filteredOn(change -> !change.hasReason()).hasSize(1);
    }

    @Test
    void what_was_written_at_one_moment_is_read_in_the_order_in_which_it_links() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        Told later = tell("RESCHEDULED", 12, 10, null, "REACTIVATED");
        Told sooner = tell("REACTIVATED", 3, 12, null, null);
        Told again = tell("LEAD_REPEATED", 0, 10, null, null);
        told.removeAll(List.of(sooner, again));
        told.add(together(sooner, later));
        told.add(together(again, later));

        assertThat(changes()).containsExactly("RULE 3→12 REACTIVATED", "RULE 12→10 REACTIVATED");
    }

    private static Told together(Told one, Told with) {
        return new Told(
                one.id(),
                one.kind(),
                one.prospect(),
                one.actor(),
                one.owner(),
                with.recordedAt(),
                with.recordedAt(),
                null,
                one.oldDate(),
                one.nextDate(),
                null,
                one.reason(),
                one.nextReason(),
                one.cause());
    }

    @Test
    void a_move_without_a_word_has_no_reason() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        tell("RESCHEDULED", 3, 5, " ", null);

        assertThat(ledger().changes()).noneMatch(Change::hasReason);
    }

    @Test
    void three_moves_without_a_contact_between_are_a_row_and_a_contact_ends_it() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        tell("RESCHEDULED", 3, 4, "忙", null);
        tell("RESCHEDULED", 4, 5, "忙", null);
        tell("FOLLOW_UP_RECORDED", 5, 6, "ROUTINE", null);
        tell("RESCHEDULED", 6, 7, "忙", null);
        tell("RESCHEDULED", 7, 5, null, "REGRADED");
        tell("RESCHEDULED", 5, 8, "忙", null);
        tell("RESCHEDULED", 8, 9, "出差", null);

        assertThat(ledger().rows()).hasSize(1);
        assertThat(ledger().rows().get(0).moves())
                .extracting(DateLedgerTest::said)
                .containsExactly("HAND 6→7 忙", "HAND 5→8 忙", "HAND 8→9 出差");
    }

    @Test
    void what_lies_before_the_period_is_known_and_not_counted() {
        tell("PROSPECT_OPENED", 0, 3, null, null);
        tell("RESCHEDULED", 3, 4, "忙", null);
        tell("RESCHEDULED", 4, 5, "忙", null);
        Told last = tell("RESCHEDULED", 5, 6, "忙", null);

        DateLedger ledger = DateLedger.of(told, one -> one.equals(last), 3);
        assertThat(ledger.changes()).extracting(Change::found).containsExactly(last);
        assertThat(ledger.rows())
                .extracting(Row::last)
                .extracting(Change::found)
                .containsExactly(last);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_ledger_replayed_leads_from_the_first_promise_to_the_last(long seed) {
        Random chance = new Random(seed);
        List<UUID> customers = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        int untold = 0;
        int[] promised = new int[3];
        for (int step = 0; step < 60; step++) {
            int who = chance.nextInt(3);
            int next = 1 + chance.nextInt(28);
            if (promised[who] == 0) {
                tell(customers.get(who), "PROSPECT_OPENED", 0, next, null, null);
            } else {
                int found = promised[who];
                if (chance.nextInt(10) == 0) {
                    found = 1 + chance.nextInt(28);
                    untold += found == promised[who] ? 0 : 1;
                }
                boolean contact = chance.nextBoolean();
                tell(customers.get(who), contact ? "FOLLOW_UP_RECORDED" : "RESCHEDULED", found, next, "理由", null);
            }
            promised[who] = next;
        }

        DateLedger ledger = ledger();
        for (int who = 0; who < 3; who++) {
            UUID customer = customers.get(who);
            List<Change> own = ledger.changes().stream()
                    .filter(change -> change.found().prospect().equals(customer))
                    .toList();
            for (int place = 1; place < own.size(); place++) {
                assertThat(own.get(place).oldDate())
                        .isEqualTo(own.get(place - 1).newDate());
            }
            if (!own.isEmpty()) {
                assertThat(own.get(own.size() - 1).newDate()).isEqualTo(day(promised[who]));
            }
        }
        assertThat(ledger.changes())
                .filteredOn(change -> change.way() == Way.UNTOLD)
                .hasSize(untold);
        assertThat(ledger.changes()).filteredOn(change -> !change.hasReason()).hasSize(untold);
    }
}
