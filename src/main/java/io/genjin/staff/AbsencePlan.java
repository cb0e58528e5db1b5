package io.genjin.staff;

import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days away as somebody wants to record them. A consultant who is away more than one day needs a deputy, or the due contacts
 * of that time would fall to nobody (domain 5, Absence).
 *
 * @param deputy sign-in name of the colleague who stands in
 */
public record AbsencePlan(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String deputy,
        @Nullable String reason) {

    static final int LONGEST_DAYS = 366;

    private static final int LONGEST_REASON = 200;

    boolean namesDeputy() {
        return deputy != null && !deputy.isBlank();
    }

    /** The reason without marks that do not belong into text. */
    String statedReason() {
        String stated = PlainText.line(reason, LONGEST_REASON, "reason", new ArrayList<>());
        return stated == null ? "" : stated;
    }

    /**
     * What is wrong with it, each at its field.
     *
     * @param known absences already recorded, of everybody
     */
    List<Field> wrongFor(StaffMember who, @Nullable StaffMember standIn, Collection<Absence> known, LocalDate today) {
        List<Field> wrong = new ArrayList<>();
        if (PlainText.line(reason, LONGEST_REASON, "reason", wrong) == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (from == null) {
            wrong.add(Field.of("from", "field.required"));
        }
        if (to == null) {
            wrong.add(Field.of("to", "field.required"));
        }
        if (from == null || to == null) {
            return wrong;
        }
        if (to.isBefore(from)) {
            wrong.add(Field.of("to", "absence.order"));
        } else if (to.isBefore(today)) {
            wrong.add(Field.of("to", "absence.past"));
        } else if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            wrong.add(Field.of("to", "absence.long", LONGEST_DAYS));
        } else if (known.stream().anyMatch(absence -> absence.who().equals(who.id()) && meets(absence, from, to))) {
            wrong.add(Field.of("from", "absence.overlaps"));
        }
        deputyRefused(who, standIn, known, from, to).ifPresent(wrong::add);
        return wrong;
    }

    private Optional<Field> deputyRefused(
            StaffMember who, @Nullable StaffMember standIn, Collection<Absence> known, LocalDate from, LocalDate to) {
        if (!namesDeputy()) {
            return from.isBefore(to) && who.is(Role.SALES_CONSULTANT)
                    ? Optional.of(Field.of("deputy", "absence.deputyNeeded"))
                    : Optional.empty();
        }
        if (standIn == null || !standIn.active() || standIn.id().equals(who.id()) || !canDeputise(standIn, who)) {
            return Optional.of(Field.of("deputy", "absence.deputyUnfit"));
        }
        return known.stream().anyMatch(absence -> absence.who().equals(standIn.id()) && meets(absence, from, to))
                ? Optional.of(Field.of("deputy", "absence.deputyAway", standIn.name()))
                : Optional.empty();
    }

    /** Who may stand in for a consultant: another one, or a manager of theirs; for other duties, any colleague. */
    public static boolean canDeputise(StaffMember standIn, StaffMember who) {
        return !who.is(Role.SALES_CONSULTANT)
                || standIn.isAnyOf(Role.SALES_CONSULTANT, Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
    }

    private static boolean meets(Absence absence, LocalDate from, LocalDate to) {
        return !absence.to().isBefore(from) && !absence.from().isAfter(to);
    }
}
