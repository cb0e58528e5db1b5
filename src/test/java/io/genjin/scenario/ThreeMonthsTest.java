package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.defeat.DefeatOutcome;
import io.genjin.followup.NextStepAudit;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HitRate;
import io.genjin.hlist.ListWeek;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Thirteen customers of one dealership from Monday 2 March to Sunday 31 May 2026, lived day by day with the clock moved. Beside
 * each life stands what the journal must say of it; together the lines are all that the journal says of any day.
 */
class ThreeMonthsTest extends DaysOfAStore {

    @Autowired
    HListBook book;

    @Autowired
    NextStepAudit audit;

    @Test
    @DisplayName("three months of a dealership: each day says what must have happened, and that nothing else did")
    void threeMonths() {
        enter();
        zhaoIsForgottenForFiveDays();
        qianHasTwoContactsInThreeDays();
        fengGoesFromHandToHandAndRests();
        kongIsRaisedAndLoweredWhileOverdue();
        caoHasAMonth();
        yanIsGivenUpAndWonBack();
        huaIsCalledOneSecondLate();
        jinIsTakenBackAndBecomesImportant();
        weiComesBackAfterFortyDays();
        shenRestsAndCallsFirst();
        hanWasCalledThoughNobodyWroteItDown();
        jiangGoesThroughThePool();
        tangIsClaimedByTwo();
        everyWeekCloses();
        Stream.of("03-31", "04-30", "05-31").forEach(last -> diary.at(last + " 23:00", () -> monthEnds(last)));

        diary.live(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 31), clock, this::jobs);
        diary.compare(told());
        assertThat(monthEnds)
                .containsEntry("03-31", "H 1, B 1, N 3; owed: Feng")
                .containsEntry("04-30", "A 1, C 1, N 4; owed: Cao")
                .containsEntry("05-31", "H 1, C 1, N 4; owed: Jiang, Wei, Cao, Shen");
        assertThat(misses())
                .containsExactly(
                        "2026-03 li 5",
                        "2026-03 wang 6",
                        "2026-04 wang 1 and 1 excused",
                        "2026-05 li 2",
                        "2026-05 wang 2");
        assertThat(here(() -> book.read(new ListWeek(day("03-09")), null, chen)).rate())
                .as("K27 of the week in which Zhao ordered and Qian did not")
                .isEqualTo(new HitRate(1, 2));
        assertThat(audit.run(in()).differences()).isEmpty();
        assertThat(here(() -> sweep.recompute(in()))).isZero();
    }

    /** H, first contact on the second, then nobody: n-once misses add up, and the promise climbs. */
    private void zhaoIsForgottenForFiveDays() {
        opens("03-02 09:00", li, "Zhao", Grade.H, "03-03");
        contacts("03-03 09:00", li, "Zhao", "03-05");
        lists("03-09 09:30", li, "Zhao", "03-14");
        contacts("03-10 10:00", li, "Zhao", "03-12");
        contacts("03-12 10:00", li, "Zhao", Contact.APPOINTMENT, "03-14");
        orders("03-14 10:00", li, "Zhao");
        diary.expect(
                "Zhao",
                "03-02 09:00:00 PROSPECT_OPENED H by li",
                "03-03 09:00:00 FOLLOW_UP_RECORDED kept, next 03-05 by li",
                "03-05 23:59:59 RHYTHM_MISSED of li",
                "03-06 00:00:00 ESCALATED OWNER of li",
                "03-07 23:59:59 RHYTHM_MISSED of li",
                "03-08 00:00:00 ESCALATED SHOWROOM_MANAGER of li",
                "03-09 09:30:00 H_LIST_ENTRY_ADDED by chen",
                "03-09 23:59:59 RHYTHM_MISSED of li",
                "03-10 00:00:00 ESCALATED SALES_MANAGER of li",
                "03-10 10:00:00 FOLLOW_UP_RECORDED broken, next 03-12 by li",
                "03-12 10:00:00 FOLLOW_UP_RECORDED APPOINTMENT kept, next 03-14 by li",
                "03-14 10:00:00 ORDERED by li",
                "03-15 23:59:59 H_LIST_RESULT ORDERED of li");
    }

    /** A, two in three: 2–4 kept, 5–7 one short, 8–10 kept, 11–13 both missed at its end, 14–16 kept. */
    private void qianHasTwoContactsInThreeDays() {
        opens("03-02 09:30", wang, "Qian", Grade.A, "03-04");
        contacts("03-02 15:00", wang, "Qian", "03-04");
        contacts("03-04 15:00", wang, "Qian", "03-06");
        contacts("03-06 15:00", wang, "Qian", "03-07");
        lists("03-09 09:40", wang, "Qian", "03-15");
        contacts("03-09 15:00", wang, "Qian", "03-10");
        contacts("03-10 15:00", wang, "Qian", "03-12");
        contacts("03-14 15:00", wang, "Qian", "03-16");
        contacts("03-16 15:00", wang, "Qian", "03-18");
        orders("03-18 10:00", wang, "Qian");
        diary.expect(
                "Qian",
                "03-02 09:30:00 PROSPECT_OPENED A by wang",
                "03-02 15:00:00 FOLLOW_UP_RECORDED kept, next 03-04 by wang",
                "03-04 15:00:00 FOLLOW_UP_RECORDED kept, next 03-06 by wang",
                "03-06 15:00:00 FOLLOW_UP_RECORDED kept, next 03-07 by wang",
                "03-07 23:59:59 RHYTHM_MISSED of wang",
                "03-08 00:00:00 ESCALATED OWNER of wang",
                "03-09 09:40:00 H_LIST_ENTRY_ADDED by chen",
                "03-09 15:00:00 FOLLOW_UP_RECORDED broken, next 03-10 by wang",
                "03-10 15:00:00 FOLLOW_UP_RECORDED kept, next 03-12 by wang",
                "03-13 00:00:00 ESCALATED OWNER of wang",
                "03-13 23:59:59 RHYTHM_MISSED of wang",
                "03-13 23:59:59 RHYTHM_MISSED of wang",
                "03-14 15:00:00 FOLLOW_UP_RECORDED broken, next 03-16 by wang",
                "03-15 23:59:59 H_LIST_RESULT SLIPPED of wang",
                "03-16 15:00:00 FOLLOW_UP_RECORDED kept, next 03-18 by wang",
                "03-18 10:00:00 ORDERED by wang");
    }

    /** B: a transfer restarts nothing and the miss is the new owner's; visit again; own rhythm; a rest that wakes by itself. */
    private void fengGoesFromHandToHandAndRests() {
        opens("03-03 10:00", li, "Feng", Grade.B, "03-06");
        contacts("03-09 16:00", li, "Feng", "03-13");
        transfers("03-11 10:00", zhou, "Feng", wang);
        contacts("03-16 10:00", wang, "Feng", "03-20");
        contacts("03-20 10:00", wang, "Feng", "03-24");
        contacts("03-24 10:00", wang, "Feng", "03-28");
        reviews("03-24 11:00", wang, "Feng", "03-26", null);
        contacts("03-26 10:00", wang, "Feng", Contact.VISIT, "03-30");
        reviews("03-27 10:00", wang, "Feng", null, null);
        givesOwnRhythm("03-28 10:00", chen, "Feng", 3, "03-29");
        contacts("04-01 10:00", wang, "Feng", "04-04");
        contacts("04-04 10:00", wang, "Feng", "04-07");
        reviews("04-04 11:00", wang, "Feng", null, null);
        letsRest("04-04 12:30", chen, "Feng", "05-04");
        contacts("05-04 15:00", wang, "Feng", "05-07");
        contacts("05-07 10:00", wang, "Feng", Contact.andNow(Grade.H), "05-09");
        orders("05-09 10:00", wang, "Feng");
        diary.expect(
                "Feng",
                "03-03 10:00:00 PROSPECT_OPENED B by li",
                "03-07 00:00:00 ESCALATED OWNER of li",
                "03-09 16:00:00 FOLLOW_UP_RECORDED broken, next 03-13 by li",
                "03-11 10:00:00 TRANSFERRED to wang by zhou",
                "03-13 23:59:59 RHYTHM_MISSED of wang",
                "03-14 00:00:00 ESCALATED OWNER of wang",
                "03-16 10:00:00 FOLLOW_UP_RECORDED broken, next 03-20 by wang",
                "03-20 10:00:00 FOLLOW_UP_RECORDED kept, next 03-24 by wang",
                "03-24 10:00:00 FOLLOW_UP_RECORDED kept, next 03-28 by wang",
                "03-24 11:00:00 REVIEWED by wang",
                "03-24 11:00:00 VISIT_AGAIN by wang",
                "03-24 11:00:00 RESCHEDULED 03-28 to 03-26 by wang",
                "03-26 10:00:00 VISIT_RECORDED FILED_FIRST by wang",
                "03-26 10:00:00 FOLLOW_UP_RECORDED kept, next 03-30 by wang",
                "03-27 10:00:00 REVIEWED by wang",
                "03-27 10:00:00 CAUSE_ANALYSIS_OPENED by wang",
                "03-28 10:00:00 RESUMED by chen",
                "03-28 10:00:00 RHYTHM_CHANGED 1 in 3 days by chen",
                "03-28 10:00:00 RESCHEDULED 03-30 to 03-29 by chen",
                "03-30 00:00:00 ESCALATED OWNER of wang",
                "03-30 23:59:59 RHYTHM_MISSED of wang",
                "04-01 10:00:00 FOLLOW_UP_RECORDED broken, next 04-04 by wang",
                "04-04 10:00:00 FOLLOW_UP_RECORDED kept, next 04-07 by wang",
                "04-04 11:00:00 REVIEWED by wang",
                "04-04 11:00:00 CAUSE_ANALYSIS_OPENED by wang",
                "04-04 12:30:00 SET_DORMANT until 05-04 by chen",
                "05-04 00:00:30 WOKEN of wang",
                "05-04 15:00:00 FOLLOW_UP_RECORDED kept, next 05-07 by wang",
                "05-07 10:00:00 GRADE_CHANGED B to H by wang",
                "05-07 10:00:00 FOLLOW_UP_RECORDED kept, next 05-09 by wang",
                "05-09 10:00:00 ORDERED by wang");
    }

    /** A card returned and entered a day late; C raised to H; H lowered to N while overdue, which wants a signature. */
    private void kongIsRaisedAndLoweredWhileOverdue() {
        opens("03-03 11:00", li, "Kong", Grade.C, "03-10");
        confirms("03-03 14:30", "Kong", id -> cards.submit(id, li));
        confirms("03-03 15:00", "Kong", id -> cards.giveBack(id, "请补预算", chen));
        confirms("03-03 16:30", "Kong", id -> cards.submit(id, li));
        confirms("03-03 17:50", "Kong", id -> cards.sign(id, null, chen));
        confirms("03-04 09:00", "Kong", id -> cards.enter(id, sun));
        contacts("03-10 10:00", li, "Kong", "03-17");
        regrades("03-12 10:00", li, "Kong", Grade.H);
        regrades("03-16 10:00", li, "Kong", Grade.N);
        confirms("03-17 09:00", "Kong", id -> cards.sign(id, null, chen));
        confirms("03-17 10:00", "Kong", id -> cards.enter(id, sun));
        contacts("03-20 10:00", li, "Kong", "04-04");
        contacts("04-04 10:00", li, "Kong", "04-19");
        reschedules("04-15 10:00", li, "Kong", "04-17");
        contacts("04-17 10:00", li, "Kong", "05-02");
        contacts("05-02 10:00", li, "Kong", "05-17");
        contacts("05-17 10:00", li, "Kong", "06-01");
        diary.expect(
                "Kong",
                "03-03 11:00:00 PROSPECT_OPENED C by li",
                "03-03 14:30:00 CARD_SUBMITTED by li",
                "03-03 15:00:00 CARD_RETURNED by chen",
                "03-03 16:30:00 CARD_SUBMITTED by li",
                "03-03 17:50:00 CARD_SIGNED by chen",
                "03-04 09:00:00 CARD_ENTERED late by sun",
                "03-10 10:00:00 FOLLOW_UP_RECORDED kept, next 03-17 by li",
                "03-12 10:00:00 GRADE_CHANGED C to H by li",
                "03-12 10:00:00 RESCHEDULED 03-17 to 03-14 by li",
                "03-14 23:59:59 RHYTHM_MISSED of li",
                "03-15 00:00:00 ESCALATED OWNER of li",
                "03-16 10:00:00 GRADE_CHANGED H to N by li",
                "03-16 10:00:00 CARD_SUBMITTED LOWERED_WHILE_OVERDUE by li",
                "03-17 09:00:00 CARD_SIGNED by chen",
                "03-17 10:00:00 CARD_ENTERED same day by sun",
                "03-20 10:00:00 FOLLOW_UP_RECORDED broken, next 04-04 by li",
                "04-04 10:00:00 FOLLOW_UP_RECORDED kept, next 04-19 by li",
                "04-15 10:00:00 RESCHEDULED 04-19 to 04-17 by li",
                "04-17 10:00:00 FOLLOW_UP_RECORDED kept, next 05-02 by li",
                "05-02 10:00:00 FOLLOW_UP_RECORDED kept, next 05-17 by li",
                "05-17 10:00:00 FOLLOW_UP_RECORDED kept, next 06-01 by li");
    }

    /** N received on 31 March has until the end of 30 April; the first limit is missed once, the promise climbs to the top. */
    private void caoHasAMonth() {
        opens("03-31 14:30", wang, "Cao", Grade.N, "04-30");
        diary.expect(
                "Cao",
                "03-31 14:30:00 PROSPECT_OPENED N by wang",
                "04-30 23:59:59 FIRST_FOLLOW_UP_MISSED of wang",
                "05-01 00:00:00 ESCALATED OWNER of wang",
                "05-16 00:00:00 ESCALATED SHOWROOM_MANAGER of wang",
                "05-31 00:00:00 ESCALATED SALES_MANAGER of wang");
    }

    /** HQ, on time to the second; three attempts are a contact; a defeat with two people, woken, refused; handover of an A. */
    private void yanIsGivenUpAndWonBack() {
        receives("03-09 10:00", "Yan");
        allocates("03-09 11:00", "Yan", li);
        contacts("03-10 10:00", li, "Yan", Contact.andNow(Grade.B), "03-14");
        contacts("03-11 10:00", li, "Yan", Contact.NO_ANSWER, "03-12");
        contacts("03-12 10:00", li, "Yan", Contact.NO_ANSWER, "03-13");
        contacts("03-13 10:00", li, "Yan", Contact.NO_ANSWER, "03-17");
        contacts("03-17 10:00", li, "Yan", "03-21");
        reviews("03-20 11:00", li, "Yan", null, DefeatOutcome.LOST_CONTACT);
        sendsToVerify("03-20 12:30", zhou, "Yan", chen);
        verifies("03-20 14:30", chen, "Yan");
        approves("03-20 16:30", zhou, "Yan", "04-19", "03-20 16:30:00 COURTESY_CALL_DRAWN of li");
        contacts("04-19 10:00", li, "Yan", "04-23");
        contacts("04-23 10:00", li, "Yan", "04-27");
        reviews("04-23 11:00", li, "Yan", null, DefeatOutcome.GAVE_UP);
        rejects("04-24 10:00", zhou, "Yan", wang, "04-25");
        contacts("04-25 10:00", wang, "Yan", "04-29");
        contacts("04-29 10:00", wang, "Yan", Contact.andNow(Grade.A), "05-01");
        contacts("05-01 10:00", wang, "Yan", "05-03");
        transfers("05-02 10:00", zhou, "Yan", li);
        contacts("05-03 15:00", li, "Yan", "05-04");
        orders("05-04 10:00", li, "Yan");
        diary.expect(
                "Yan",
                "03-09 10:00:00 LEAD_RECEIVED by wu",
                "03-09 11:00:00 LEAD_ALLOCATED to li by wu",
                "03-09 22:00:00 HQ_LEAD_WARNED FIRST of li",
                "03-10 06:00:00 HQ_LEAD_WARNED SECOND of li",
                "03-10 10:00:00 GRADE_CHANGED N to B by li",
                "03-10 10:00:00 FOLLOW_UP_RECORDED kept, next 03-14 by li",
                "03-11 10:00:00 FOLLOW_UP_RECORDED NOT_REACHED kept, next 03-12 by li",
                "03-12 10:00:00 FOLLOW_UP_RECORDED NOT_REACHED kept, next 03-13 by li",
                "03-13 10:00:00 FOLLOW_UP_RECORDED NOT_REACHED kept, next 03-17 by li",
                "03-17 10:00:00 FOLLOW_UP_RECORDED kept, next 03-21 by li",
                "03-20 11:00:00 REVIEWED by li",
                "03-20 11:00:00 CAUSE_ANALYSIS_OPENED by li",
                "03-20 11:00:00 DEFEAT_APPLIED LOST_CONTACT by li",
                "03-20 12:30:00 DEFEAT_SENT_TO_VERIFY to chen by zhou",
                "03-20 14:30:00 DEFEAT_VERIFIED CONFIRMED by chen",
                "03-20 16:30:00 DEFEATED LOST_CONTACT until 04-19 by zhou",
                "04-19 00:00:30 WOKEN of li",
                "04-19 10:00:00 FOLLOW_UP_RECORDED kept, next 04-23 by li",
                "04-23 10:00:00 FOLLOW_UP_RECORDED kept, next 04-27 by li",
                "04-23 11:00:00 REVIEWED by li",
                "04-23 11:00:00 CAUSE_ANALYSIS_OPENED by li",
                "04-23 11:00:00 DEFEAT_APPLIED GAVE_UP by li",
                "04-24 10:00:00 TRANSFERRED to wang by zhou",
                "04-24 10:00:00 DEFEAT_REJECTED GAVE_UP by zhou",
                "04-24 10:00:00 RESCHEDULED 04-27 to 04-25 by zhou",
                "04-25 10:00:00 FOLLOW_UP_RECORDED kept, next 04-29 by wang",
                "04-29 10:00:00 GRADE_CHANGED B to A by wang",
                "04-29 10:00:00 FOLLOW_UP_RECORDED kept, next 05-01 by wang",
                "05-01 10:00:00 FOLLOW_UP_RECORDED kept, next 05-03 by wang",
                "05-02 10:00:00 TRANSFERRED to li by zhou",
                "05-03 10:00:01 ESCALATED OWNER of li",
                "05-03 15:00:00 FOLLOW_UP_RECORDED kept, next 05-04 by li",
                "05-04 10:00:00 ORDERED by li");
    }

    /** HQ, unallocated for five and a half hours and called one second late; then a plan after the latest day, with its reason. */
    private void huaIsCalledOneSecondLate() {
        receives("03-16 09:00", "Hua");
        allocates("03-16 14:30", "Hua", wang);
        contacts("03-17 09:00:01", wang, "Hua", "04-01");
        contacts("04-01 10:30", wang, "Hua", Contact.untilLate("客户出国到 24 日"), "04-25");
        contacts("04-25 10:30", wang, "Hua", "05-10");
        contacts("05-10 10:00", wang, "Hua", "05-25");
        contacts("05-25 10:00", wang, "Hua", "06-09");
        diary.expect(
                "Hua",
                "03-16 09:00:00 LEAD_RECEIVED by wu",
                "03-16 13:00:00 HQ_LEAD_WARNED UNALLOCATED of wu",
                "03-16 14:30:00 LEAD_ALLOCATED to wang by wu",
                "03-16 21:00:00 HQ_LEAD_WARNED FIRST of wang",
                "03-17 05:00:00 HQ_LEAD_WARNED SECOND of wang",
                "03-17 09:00:00 FIRST_FOLLOW_UP_MISSED of wang",
                "03-17 09:00:01 FOLLOW_UP_RECORDED broken, next 04-01 by wang",
                "04-01 10:30:00 FOLLOW_UP_RECORDED kept, next 04-25 by wang",
                "04-16 23:59:59 RHYTHM_MISSED excused of wang",
                "04-25 10:30:00 FOLLOW_UP_RECORDED kept, next 05-10 by wang",
                "05-10 10:00:00 FOLLOW_UP_RECORDED kept, next 05-25 by wang",
                "05-25 10:00:00 FOLLOW_UP_RECORDED kept, next 06-09 by wang");
    }

    /** HQ, never followed: breach, taken back, given again; then H from hand to hand, each called within the 24 hours. */
    private void jinIsTakenBackAndBecomesImportant() {
        receives("03-23 10:00", "Jin");
        allocates("03-23 10:30", "Jin", li);
        takesBack("03-24 15:00", zhou, "Jin");
        allocates("03-24 16:30", "Jin", wang);
        contacts("03-25 10:00", wang, "Jin", Contact.andNow(Grade.H), "03-27");
        transfers("03-26 10:00", zhou, "Jin", li);
        contacts("03-27 10:00", li, "Jin", "03-29");
        contacts("03-29 10:00", li, "Jin", "03-31");
        marksImportant("03-29 11:00", zhou, "Jin");
        contacts("03-30 10:00", zhou, "Jin", "04-01");
        orders("04-01 10:00", zhou, "Jin");
        diary.expect(
                "Jin",
                "03-23 10:00:00 LEAD_RECEIVED by wu",
                "03-23 10:30:00 LEAD_ALLOCATED to li by wu",
                "03-23 22:00:00 HQ_LEAD_WARNED FIRST of li",
                "03-24 06:00:00 HQ_LEAD_WARNED SECOND of li",
                "03-24 10:00:00 FIRST_FOLLOW_UP_MISSED of li",
                "03-24 10:00:01 ESCALATED OWNER of li",
                "03-24 15:00:00 LEAD_TAKEN_BACK to wu by zhou",
                "03-24 16:30:00 LEAD_ALLOCATED to wang by wu",
                "03-25 10:00:00 GRADE_CHANGED N to H by wang",
                "03-25 10:00:00 FOLLOW_UP_RECORDED broken, next 03-27 by wang",
                "03-26 10:00:00 TRANSFERRED to li by zhou",
                "03-27 10:00:00 FOLLOW_UP_RECORDED kept, next 03-29 by li",
                "03-29 10:00:00 FOLLOW_UP_RECORDED kept, next 03-31 by li",
                "03-29 11:00:00 TRANSFERRED to zhou by zhou",
                "03-29 11:00:00 IMPORTANT_CHANGED to zhou by zhou",
                "03-30 10:00:00 FOLLOW_UP_RECORDED kept, next 04-01 by zhou",
                "04-01 10:00:00 ORDERED by zhou");
    }

    /** Given up without an end; forty days later the customer stands in the showroom, and the same case goes on. */
    private void weiComesBackAfterFortyDays() {
        opens("03-04 10:00", wang, "Wei", Grade.A, Source.WALK_IN, "03-06");
        contacts("03-06 10:00", wang, "Wei", "03-08");
        contacts("03-08 10:00", wang, "Wei", "03-10");
        reviews("03-09 10:00", wang, "Wei", null, DefeatOutcome.BOUGHT_COMPETITOR);
        approves("03-09 17:00", chen, "Wei", null, "03-09 17:00:00 COURTESY_CALL_DRAWN of wang");
        opens("04-18 10:00", li, "Wei", Grade.B, Source.WALK_IN, "04-20");
        contacts("04-20 10:00", li, "Wei", "04-24");
        contacts("04-24 10:00", li, "Wei", Contact.andNow(Grade.C), "05-01");
        contacts("05-01 10:00", li, "Wei", "05-08");
        contacts("05-08 10:00", li, "Wei", "05-15");
        contacts("05-15 10:00", li, "Wei", "05-22");
        contacts("05-22 10:00", li, "Wei", "05-29");
        diary.expect(
                "Wei",
                "03-04 10:00:00 PROSPECT_OPENED A by wang",
                "03-04 10:00:00 VISIT_RECORDED FIRST by wang",
                "03-06 10:00:00 FOLLOW_UP_RECORDED kept, next 03-08 by wang",
                "03-08 10:00:00 FOLLOW_UP_RECORDED kept, next 03-10 by wang",
                "03-09 10:00:00 REVIEWED by wang",
                "03-09 10:00:00 CAUSE_ANALYSIS_OPENED by wang",
                "03-09 10:00:00 DEFEAT_APPLIED BOUGHT_COMPETITOR by wang",
                "03-09 17:00:00 DEFEATED BOUGHT_COMPETITOR by chen",
                "04-18 10:00:00 GRADE_CHANGED A to B by li",
                "04-18 10:00:00 REACTIVATED to li by li",
                "04-18 10:00:00 VISIT_RECORDED RETURN by li",
                "04-20 10:00:00 FOLLOW_UP_RECORDED kept, next 04-24 by li",
                "04-24 10:00:00 GRADE_CHANGED B to C by li",
                "04-24 10:00:00 FOLLOW_UP_RECORDED kept, next 05-01 by li",
                "05-01 10:00:00 FOLLOW_UP_RECORDED kept, next 05-08 by li",
                "05-08 10:00:00 FOLLOW_UP_RECORDED kept, next 05-15 by li",
                "05-15 10:00:00 FOLLOW_UP_RECORDED kept, next 05-22 by li",
                "05-22 10:00:00 FOLLOW_UP_RECORDED kept, next 05-29 by li",
                "05-29 23:59:59 RHYTHM_MISSED of li",
                "05-30 00:00:00 ESCALATED OWNER of li");
    }

    /** Rests until June, but calls in April. */
    private void shenRestsAndCallsFirst() {
        opens("03-05 10:00", wang, "Shen", Grade.B, "03-09");
        contacts("03-09 11:00", wang, "Shen", "03-13");
        reviews("03-10 11:00", wang, "Shen", null, null);
        letsRest("03-10 15:30", chen, "Shen", "06-15");
        comesBack("04-10 10:00", wang, "Shen", "04-12");
        contacts("04-12 10:00", wang, "Shen", Contact.andNow(Grade.N), "04-27");
        contacts("04-27 10:00", wang, "Shen", "05-12");
        contacts("05-12 10:00", wang, "Shen", "05-27");
        diary.expect(
                "Shen",
                "03-05 10:00:00 PROSPECT_OPENED B by wang",
                "03-09 11:00:00 FOLLOW_UP_RECORDED kept, next 03-13 by wang",
                "03-10 11:00:00 REVIEWED by wang",
                "03-10 11:00:00 CAUSE_ANALYSIS_OPENED by wang",
                "03-10 15:30:00 SET_DORMANT until 06-15 by chen",
                "04-10 10:00:00 REACTIVATED to wang by wang",
                "04-12 10:00:00 GRADE_CHANGED B to N by wang",
                "04-12 10:00:00 FOLLOW_UP_RECORDED kept, next 04-27 by wang",
                "04-27 10:00:00 FOLLOW_UP_RECORDED kept, next 05-12 by wang",
                "05-12 10:00:00 FOLLOW_UP_RECORDED kept, next 05-27 by wang",
                "05-27 23:59:59 RHYTHM_MISSED of wang",
                "05-28 00:00:00 ESCALATED OWNER of wang");
    }

    /** A contact written down the morning after withdraws the miss; an order is cancelled, made again, and delivered. */
    private void hanWasCalledThoughNobodyWroteItDown() {
        opens("03-05 11:00", li, "Han", Grade.B, "03-09");
        contacts("03-05 15:00", li, "Han", "03-09");
        contacts("03-10 09:00", li, "Han", Contact.made("03-09 20:00"), "03-13");
        contacts("03-13 11:00", li, "Han", "03-17");
        orders("03-17 11:00", li, "Han");
        cancels("03-20 10:00", zhou, "Han", "03-22");
        contacts("03-22 10:00", li, "Han", "03-26");
        orders("03-26 11:00", li, "Han");
        delivers("04-08 10:00", li, "Han");
        diary.expect(
                "Han",
                "03-05 11:00:00 PROSPECT_OPENED B by li",
                "03-05 15:00:00 FOLLOW_UP_RECORDED kept, next 03-09 by li",
                "03-09 20:00:00 FOLLOW_UP_RECORDED kept, next 03-13 by li told 03-10 09:00",
                "03-09 23:59:59 RHYTHM_MISSED of li",
                "03-09 23:59:59 MISS_WITHDRAWN of li told 03-10 09:00",
                "03-10 00:00:00 ESCALATED OWNER of li",
                "03-13 11:00:00 FOLLOW_UP_RECORDED kept, next 03-17 by li",
                "03-17 11:00:00 ORDERED by li",
                "03-20 10:00:00 ORDER_CANCELLED by zhou",
                "03-22 10:00:00 FOLLOW_UP_RECORDED kept, next 03-26 by li",
                "03-26 11:00:00 ORDERED by li",
                "04-08 10:00:00 DELIVERED by li");
    }

    /** H that nobody calls: one first limit and no more, every step of the climb, the pool, and a claim with its 24 hours. */
    private void jiangGoesThroughThePool() {
        opens("05-20 09:00", li, "Jiang", Grade.H, "05-20");
        confirms("05-26 10:00", "Jiang", id -> pool.release(id, "没人跟进", zhou));
        confirms("05-27 11:00", "Jiang", id -> pool.claim(id, wang));
        contacts("05-28 11:00", wang, "Jiang", "05-30");
        diary.expect(
                "Jiang",
                "05-20 09:00:00 PROSPECT_OPENED H by li",
                "05-21 00:00:00 ESCALATED OWNER of li",
                "05-21 09:00:00 FIRST_FOLLOW_UP_MISSED of li",
                "05-23 00:00:00 ESCALATED SHOWROOM_MANAGER of li",
                "05-25 00:00:00 ESCALATED SALES_MANAGER of li",
                "05-26 10:00:00 RELEASED to zhou by zhou",
                "05-27 11:00:00 CLAIMED to wang by wang",
                "05-28 11:00:00 FOLLOW_UP_RECORDED broken, next 05-30 by wang",
                "05-30 23:59:59 RHYTHM_MISSED of wang",
                "05-31 00:00:00 ESCALATED OWNER of wang");
    }

    /** Two consultants and one unsigned card: nobody decides in two days, so the sales manager must. */
    private void tangIsClaimedByTwo() {
        opens("05-11 09:00", li, "Tang", Grade.C, "05-18");
        opens("05-11 15:00", wang, "Tang", Grade.C, "05-18");
        decidesFor("05-14 10:00", zhou, "Tang", wang);
        contacts("05-15 10:00", wang, "Tang", "05-22");
        orders("05-20 10:00", wang, "Tang");
        diary.expect(
                "Tang",
                "05-11 09:00:00 PROSPECT_OPENED C by li",
                "05-11 15:00:00 COURTESY_RECEPTION by wang",
                "05-11 15:00:00 COLLISION_OPENED by wang",
                "05-14 00:00:30 COLLISION_LATE of li",
                "05-14 10:00:00 TRANSFERRED to wang by zhou",
                "05-14 10:00:00 COLLISION_DECIDED to wang by zhou",
                "05-15 10:00:00 FOLLOW_UP_RECORDED kept, next 05-22 by wang",
                "05-20 10:00:00 ORDERED by wang");
    }

    /** Each week's lists close with its Sunday, held or not; only one week's were held. */
    private void everyWeekCloses() {
        diary.expect("the lists of li", "03-09 09:30:00 H_LIST_HELD by chen");
        diary.expect("the lists of wang", "03-09 09:40:00 H_LIST_HELD by chen");
        for (LocalDate sunday = day("03-08"); !sunday.isAfter(day("05-31")); sunday = sunday.plusDays(7)) {
            String held = sunday.equals(day("03-15")) ? "2 of 2" : "0 of 2";
            diary.expect("the lists", sunday.toString().substring(5) + " 23:59:59 H_LIST_CLOSED " + held);
        }
    }
}
