package io.genjin.campaign;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to be: kind, name, days, place, money, and who answers for it.
 *
 * @param name   as cards name it in their source's detail; no two campaigns of a dealership share one
 * @param budget what may be spent
 * @param cost   what was spent so far
 */
public record CampaignPlan(
        CampaignKind kind,
        String name,
        LocalDate from,
        LocalDate until,
        @Nullable String place,
        Money budget,
        Money cost,
        StaffId responsible) {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_PLACE = 120;
    private static final int MOST_DAYS = 366;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** Cards are still opened from it for this long: leaflets are carried home. */
    static final int AFTERGLOW_DAYS = 14;

    public CampaignPlan {
        if (until.isBefore(from) || budget.isNegative() || cost.isNegative()) {
            throw new IllegalArgumentException("a campaign ends after it begins and costs money");
        }
    }

    /** A plan as it was typed, amounts and all. */
    public record Draft(
            @Nullable CampaignKind kind,
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String place,
            @Nullable String budget,
            @Nullable String cost,
            @Nullable String responsible) {

        /** @throws FieldsRefused naming every field that is missing or wrong */
        CampaignPlan checked(java.util.function.Function<String, Optional<StaffId>> people) {
            List<Field> wrong = new ArrayList<>();
            if (kind == null) {
                wrong.add(Field.of("kind", "field.required"));
            }
            String clean = PlainText.line(name, LONGEST_NAME, "name", wrong);
            if (clean == null) {
                wrong.add(Field.of("name", "field.required"));
            }
            boolean begins = isDay(from, "from", wrong);
            if (isDay(until, "until", wrong) && begins && from != null && until != null) {
                if (until.isBefore(from)) {
                    wrong.add(Field.of("until", "campaign.until.early"));
                } else if (until.isAfter(from.plusDays(MOST_DAYS))) {
                    wrong.add(Field.of("until", "campaign.until.late"));
                }
            }
            String where = PlainText.line(place, LONGEST_PLACE, "place", wrong);
            Money planned = amount(budget, "budget", wrong);
            Money spent = amount(cost, "cost", wrong);
            Optional<StaffId> person =
                    responsible == null || responsible.isBlank() ? Optional.empty() : people.apply(responsible.strip());
            if (person.isEmpty()) {
                wrong.add(Field.of("responsible", "campaign.responsible.nobody"));
            }
            if (!wrong.isEmpty()) {
                throw new FieldsRefused(wrong);
            }
            return new CampaignPlan(
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(clean),
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(until),
                    where,
                    planned,
                    spent,
                    person.orElseThrow());
        }

        private static boolean isDay(@Nullable LocalDate day, String field, List<Field> wrong) {
            if (day == null) {
                wrong.add(Field.of(field, "field.required"));
            } else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                wrong.add(Field.of(field, "field.unreadable"));
            } else {
                return true;
            }
            return false;
        }

        private static Money amount(@Nullable String typed, String field, List<Field> wrong) {
            if (typed == null || typed.isBlank()) {
                return Money.NOTHING;
            }
            Optional<Money> amount = Money.parse(typed).filter(money -> !money.isNegative());
            if (amount.isEmpty()) {
                wrong.add(Field.of(field, "field.money"));
            }
            return amount.orElse(Money.NOTHING);
        }
    }

    public boolean hasBegun(LocalDate today) {
        return !today.isBefore(from);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(until);
    }

    /** Whether a card opened today may come from it. */
    public boolean bringsCards(LocalDate today) {
        return hasBegun(today) && !today.isAfter(until.plusDays(AFTERGLOW_DAYS));
    }

    /** Whether the money spent is more than was planned; without a budget nothing is. */
    public boolean isOverBudget() {
        return budget.isPositive() && cost.isMoreThan(budget);
    }
}
