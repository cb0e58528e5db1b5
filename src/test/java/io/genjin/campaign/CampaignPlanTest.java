package io.genjin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CampaignPlanTest {

    private static final StaffId ZHOU = new StaffId(TypedId.newValue());
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 8);
    private static final CampaignPlan SPRING = plan("20000", "18500.50");
    private static final Instant NOON = Instant.parse("2026-03-07T04:00:00Z");

    private static CampaignPlan plan(String budget, String cost) {
        return new CampaignPlan(
                CampaignKind.PROMOTION_EVENT,
                "春季车展",
                SATURDAY,
                SUNDAY,
                "国际会展中心",
                Money.of(budget),
                Money.of(cost),
                ZHOU);
    }

    private static CampaignPlan.Draft draft(@Nullable LocalDate from, @Nullable LocalDate until, String budget) {
        return new CampaignPlan.Draft(CampaignKind.FIELD_SALES, " 社区  行商 ", from, until, "", budget, "", "zhou");
    }

    private static Optional<StaffId> people(String name) {
        return name.equals("zhou") ? Optional.of(ZHOU) : Optional.empty();
    }

    @Test
    @DisplayName("everything missing is named at once")
    void missing() {
        var empty = new CampaignPlan.Draft(null, " ", null, null, null, "many", "-1", "nobody");

        assertThatThrownBy(() -> empty.checked(CampaignPlanTest::people))
                .asInstanceOf(InstanceOfAssertFactories.type(FieldsRefused.class))
                .satisfies(refused -> assertThat(refused.fields())
                        .extracting(Field::name)
                        .containsExactlyInAnyOrder("kind", "name", "from", "until", "budget", "cost", "responsible"));
    }

    @Test
    @DisplayName("amounts are exact, blanks in a name are one, and one day is enough")
    void clean() {
        CampaignPlan plan = draft(SATURDAY, SATURDAY, "￥12,000.50").checked(CampaignPlanTest::people);

        assertThat(plan.name()).isEqualTo("社区 行商");
        assertThat(plan.budget()).isEqualTo(Money.of("12000.50"));
        assertThat(plan.cost()).isEqualTo(Money.NOTHING);
        assertThat(plan.place()).isNull();
    }

    @Test
    @DisplayName("it does not end before it begins, nor last longer than a year")
    void days() {
        assertThatThrownBy(() -> draft(SUNDAY, SATURDAY, "").checked(CampaignPlanTest::people))
                .isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> draft(SATURDAY, SATURDAY.plusDays(367), "").checked(CampaignPlanTest::people))
                .isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> draft(LocalDate.MAX, LocalDate.MAX, "").checked(CampaignPlanTest::people))
                .as("a day that no calendar of ours knows")
                .isInstanceOf(FieldsRefused.class);
        assertThat(draft(SATURDAY, SATURDAY.plusDays(366), "").checked(CampaignPlanTest::people))
                .isNotNull();
    }

    @Test
    @DisplayName("cards come from it from its first day until two weeks after its last")
    void cards() {
        assertThat(SPRING.bringsCards(SATURDAY.minusDays(1))).isFalse();
        assertThat(SPRING.bringsCards(SATURDAY)).isTrue();
        assertThat(SPRING.bringsCards(SUNDAY.plusDays(14))).isTrue();
        assertThat(SPRING.bringsCards(SUNDAY.plusDays(15))).isFalse();
    }

    @Test
    @DisplayName("a cent more than the budget is over it; without a budget nothing is")
    void budget() {
        assertThat(plan("100", "100").isOverBudget()).isFalse();
        assertThat(plan("100", "100.01").isOverBudget()).isTrue();
        assertThat(plan("0", "100").isOverBudget()).isFalse();
    }

    @Test
    @DisplayName("who neither declined nor came was absent, from the day after; who came, came, whatever they had said")
    void states() {
        Invitation invited =
                Invitation.to(CampaignId.next(), new ProspectId(TypedId.newValue()), ZHOU, NOON.minusSeconds(900_000));

        assertThat(invited.state(SPRING, SUNDAY)).isEqualTo(Invitation.State.INVITED);
        assertThat(invited.state(SPRING, SUNDAY.plusDays(1))).isEqualTo(Invitation.State.ABSENT);
        Invitation accepted = invited.answered(Invitation.Answer.ACCEPTED);
        assertThat(accepted.state(SPRING, SUNDAY)).isEqualTo(Invitation.State.ACCEPTED);
        assertThat(accepted.state(SPRING, SUNDAY.plusDays(1))).isEqualTo(Invitation.State.ABSENT);
        Invitation declined = accepted.answered(Invitation.Answer.DECLINED);
        assertThat(declined.state(SPRING, SUNDAY.plusDays(9))).isEqualTo(Invitation.State.DECLINED);
        Invitation came = declined.attended(NOON);
        assertThat(came.state(SPRING, SUNDAY.plusDays(9))).isEqualTo(Invitation.State.ATTENDED);
        assertThat(came.attended(NOON.plusSeconds(60)).attendedAt())
                .as("said twice, it was once")
                .isEqualTo(NOON);
        assertThatThrownBy(() -> came.answered(Invitation.Answer.DECLINED)).isInstanceOf(CameAlready.class);
    }
}
