package io.genjin.demo;

import io.genjin.followup.ContactWay;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** How keen the customers of the demo are, how that changes, and what consultants do about it. */
final class Grades {

    static final Set<Evidence> WARM = Set.of(Evidence.CONFIDENCE, Evidence.NEED);
    private static final Set<Evidence> HOT = Set.of(Evidence.values());

    private final Dice random;

    Grades(Dice random) {
        this.random = random;
    }

    Grade first(Source source) {
        int roll = random.nextInt(100);
        boolean keen = source == Source.WALK_IN || source == Source.REFERRAL;
        int[] limits = keen ? new int[] {12, 24, 52, 82} : new int[] {4, 11, 36, 70};
        for (Grade grade : List.of(Grade.H, Grade.A, Grade.B, Grade.C)) {
            if (roll < limits[grade.ordinal()]) {
                return grade;
            }
        }
        return Grade.N;
    }

    static PurchaseBand band(Grade grade) {
        return PurchaseBand.values()[grade.ordinal()];
    }

    static Set<Evidence> evidence(Grade grade) {
        return switch (grade) {
            case H, A -> HOT;
            case B, C -> WARM;
            case N -> Set.of();
        };
    }

    /** Days until the first call that a consultant promises: sooner than the limits demand. */
    static int firstCall(Grade grade) {
        return switch (grade) {
            case H -> 1;
            case A -> 2;
            case B -> 3;
            case C -> 5;
            case N -> 8;
        };
    }

    /** Days until the next contact at the latest; for A the answer may name an earlier one. */
    static int rhythm(Grade grade) {
        return switch (grade) {
            case H, A -> 2;
            case B -> 4;
            case C -> 7;
            case N -> 15;
        };
    }

    /** Customers warm up, cool down and put off; nobody stays hot for ever. */
    Grade after(Client client, ContactWay way, LocalDate day) {
        int days = (int) ChronoUnit.DAYS.between(client.gradedOn, day);
        if (!client.firstDone && client.card.source().isFromHq()) {
            int roll = random.nextInt(100);
            return roll < 8 ? Grade.A : roll < 38 ? Grade.B : roll < 78 ? Grade.C : Grade.N;
        }
        int warms = way == ContactWay.SHOWROOM ? 30 : 0;
        int roll = random.nextInt(100);
        return switch (client.grade) {
            case H -> days > 9 && roll < 55 || roll < 9 ? (random.chance(50) ? Grade.B : Grade.C) : Grade.H;
            case A -> roll < 9 + warms ? Grade.H : roll > 84 ? Grade.B : Grade.A;
            case B -> roll < 8 + warms ? (random.chance(45) ? Grade.A : Grade.H) : roll > 87 ? Grade.C : Grade.B;
            case C -> roll < 7 + warms ? Grade.B : roll > 89 ? Grade.N : Grade.C;
            case N -> roll < 17 ? Grade.C : Grade.N;
        };
    }

    NextStepReason next(Grade grade, ContactWay way, boolean visits) {
        if (way == ContactWay.SHOWROOM) {
            return NextStepReason.LEFT_SHOWROOM_CALLBACK;
        }
        if (visits) {
            return random.chance(50) ? NextStepReason.INVITE_TEST_DRIVE : NextStepReason.INVITE_TO_SHOWROOM;
        }
        List<NextStepReason> reasons =
                switch (grade) {
                    case H ->
                        List.of(
                                NextStepReason.QUOTE_FOLLOW_UP,
                                NextStepReason.FINANCE_FOLLOW_UP,
                                NextStepReason.DECISION_MAKER_VISIT);
                    case A ->
                        List.of(
                                NextStepReason.QUOTE_FOLLOW_UP,
                                NextStepReason.INVITE_TEST_DRIVE,
                                NextStepReason.STOCK_ARRIVED);
                    case B ->
                        List.of(
                                NextStepReason.INVITE_TO_SHOWROOM,
                                NextStepReason.INVITE_TEST_DRIVE,
                                NextStepReason.ROUTINE);
                    case C -> List.of(NextStepReason.ROUTINE, NextStepReason.EVENT_INVITATION, NextStepReason.ROUTINE);
                    case N ->
                        List.of(
                                NextStepReason.ROUTINE,
                                NextStepReason.HOLIDAY_GREETING,
                                NextStepReason.EVENT_INVITATION);
                };
        return reasons.get(random.nextInt(reasons.size()));
    }
}
