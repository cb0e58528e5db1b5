package io.genjin.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ten boxes of the core sales process (销售核心流程, R-005), in the manual's order, with the kinds of journal entries by which
 * each begins and is done.
 */
public enum Stage {
    PROSPECT_MANAGEMENT(
            Set.of("PROSPECT_OPENED", "LEAD_RECEIVED"),
            Set.of("CARD_ENTERED"),
            Set.of(
                    "LEAD_ALLOCATED",
                    "LEAD_REPEATED",
                    "LEAD_TAKEN_BACK",
                    "CARD_SUBMITTED",
                    "CARD_SIGNED",
                    "CARD_RETURNED",
                    "CARD_CHANGED",
                    "TRANSFERRED",
                    "GRADE_CHANGED")),
    PROSPECT_FOLLOW_UP(
            Set.of(), Set.of("FOLLOW_UP_RECORDED"), Set.of("RESCHEDULED", "REVIEWED", "VISIT_AGAIN", "RESUMED")),
    RECEPTION(
            Set.of("APPOINTMENT_MADE"),
            Set.of("VISIT_ARRIVED", "VISIT_FILED", "VISIT_RECORDED"),
            Set.of(
                    "APPOINTMENT_MOVED",
                    "APPOINTMENT_KEPT",
                    "APPOINTMENT_CANCELLED",
                    "NO_SHOW",
                    "VISIT_LEFT",
                    "VISIT_CLOSED",
                    "MANAGER_JOINED")),
    NEEDS_ANALYSIS(Set.of(), Set.of("NEEDS_ANALYSED"), Set.of()),
    VEHICLE_PRESENTATION(Set.of(), Set.of("PRESENTED"), Set.of()),
    TEST_DRIVE(
            Set.of("DRIVE_BOOKED", "DRIVE_AGREED", "DRIVE_STARTED"),
            Set.of("TEST_DRIVEN"),
            Set.of("DRIVE_CANCELLED", "DRIVE_EVALUATED", "DRIVE_REFUSED")),
    OBJECTION_HANDLING(Set.of("OBJECTION_RAISED"), Set.of("OBJECTION_ANSWERED"), Set.of()),
    DEAL(
            Set.of("QUOTED", "PRICE_ASKED", "ORDER_DRAFTED", "DEPOSIT_PAID"),
            Set.of("ORDERED"),
            Set.of("PRICE_APPROVED", "PRICE_REJECTED", "LOAN_CHANGED", "ORDER_CANCELLED", "REFUNDED")),
    DELIVERY(
            Set.of("VEHICLE_MATCHED", "PDI_RECORDED", "DELIVERY_SCHEDULED"),
            Set.of("DELIVERED"),
            Set.of("DELIVERY_MOVED", "PAID_IN_FULL")),
    OWNER_MANAGEMENT(
            Set.of("OWNER_FILED"),
            Set.of("CALLBACK_DONE"),
            Set.of("COMPLAINT_OPENED", "COMPLAINT_ANSWERED", "COMPLAINT_CLOSED", "REFERRAL_GIVEN", "REPURCHASE"));

    private final Set<String> begins;
    private final Set<String> completes;
    private final Set<String> belongs;

    Stage(Set<String> begins, Set<String> completes, Set<String> belongs) {
        this.begins = begins;
        this.completes = completes;
        this.belongs = belongs;
    }

    /** The number printed in the manual's chart. */
    public int number() {
        return ordinal() + 1;
    }

    boolean isBegunBy(String kind) {
        return begins.contains(kind);
    }

    boolean isDoneBy(String kind) {
        return completes.contains(kind);
    }

    /** Kinds of entries by which a case reaches this stage, begun or done. */
    Collection<String> reachedBy() {
        return Stream.concat(begins.stream(), completes.stream()).sorted().toList();
    }

    /** The stage to which an entry of this kind belongs; what is of the whole case belongs to none. */
    public static Optional<Stage> of(String kind) {
        return Arrays.stream(values())
                .filter(stage ->
                        stage.begins.contains(kind) || stage.completes.contains(kind) || stage.belongs.contains(kind))
                .findFirst();
    }

    /** Every kind by which some stage is reached. */
    static List<String> reaching() {
        return Arrays.stream(values())
                .flatMap(stage -> stage.reachedBy().stream())
                .toList();
    }

    /** A column that says the stage of an entry that reaches one: constants only. */
    static String column(String kind) {
        return Arrays.stream(values())
                .map(stage -> "when " + kind + " in ("
                        + stage.reachedBy().stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "))
                        + ") then " + stage.ordinal())
                .collect(Collectors.joining(" ", "case ", " end"));
    }
}
