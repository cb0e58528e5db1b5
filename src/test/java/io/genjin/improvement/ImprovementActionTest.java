package io.genjin.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.improvement.ImprovementAction.Status;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImprovementActionTest {

    private static final StaffId LI = new StaffId(TypedId.newValue());
    private static final StaffId CHEN = new StaffId(TypedId.newValue());
    private static final LocalDate DEADLINE = LocalDate.of(2026, 3, 6);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private static ImprovementAction opened() {
        return ImprovementAction.opened(
                new ActionPlan("逾期未跟进", EvidenceReport.DAILY, "跟进及时率 72%", "晨会前核对", DEADLINE, LI),
                new DealershipId(1),
                CHEN,
                NOON);
    }

    @Test
    @DisplayName("overdue from the day after the deadline until verified, also while it waits for the look")
    void overdue() {
        ImprovementAction done = opened().done(LI);
        assertThat(opened().isOverdue(DEADLINE)).isFalse();
        assertThat(opened().isOverdue(DEADLINE.plusDays(1))).isTrue();
        assertThat(done.isOverdue(DEADLINE.plusDays(1))).isTrue();
        assertThat(done.verified(CHEN, NOON, DEADLINE.plusDays(1)).isOverdue(DEADLINE.plusDays(9)))
                .isFalse();
    }

    @Test
    @DisplayName("the responsible works, somebody else looks, and nothing is skipped")
    void hands() {
        assertThatThrownBy(() -> opened().done(CHEN)).isInstanceOf(ActionOfAnother.class);
        assertThatThrownBy(() -> opened().verified(CHEN, NOON, DEADLINE)).isInstanceOf(ActionNotThere.class);
        ImprovementAction done = opened().progressed(LI).done(LI);
        assertThatThrownBy(() -> done.verified(LI, NOON, DEADLINE)).isInstanceOf(VerifiedByResponsible.class);
        assertThatThrownBy(() -> done.givenTo(CHEN)).isInstanceOf(ActionNotThere.class);
        assertThat(done.reopened(CHEN).status()).isEqualTo(Status.IN_PROGRESS);
        ImprovementAction verified = done.verified(CHEN, NOON, DEADLINE);
        assertThat(verified.isClosed()).isTrue();
        assertThatThrownBy(() -> verified.reopened(CHEN)).isInstanceOf(ActionNotThere.class);
        assertThatThrownBy(() -> verified.progressed(LI)).isInstanceOf(ActionNotThere.class);
    }
}
