package io.genjin.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.objection.Learned.Rate;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 2.7: what an objection is, when it is late, and which answers count as having worked. */
class ObjectionTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static Objection objection(ObjectionResult result, @Nullable LocalDate due, List<Answer> answers) {
        return new Objection(
                ObjectionId.next(),
                new DealershipId(1),
                new ProspectId(TypedId.newValue()),
                ObjectionType.PRICE,
                "比隔壁贵五千",
                null,
                "途观L",
                result,
                due,
                new StaffId(TypedId.newValue()),
                MONDAY,
                due == null ? MONDAY : null,
                answers);
    }

    private static Answer answer(ObjectionResult result, @Nullable Instant failedAt) {
        return new Answer(
                TypedId.newValue(),
                ObjectionId.next(),
                "配置不同",
                new StaffId(TypedId.newValue()),
                MONDAY,
                result,
                failedAt);
    }

    @Test
    @DisplayName("an open objection has the day of its answer, a settled one has none")
    void openHasItsDay() {
        assertThatThrownBy(() -> objection(ObjectionResult.OPEN, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objection(ObjectionResult.LOST, TUESDAY, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("an answer is on time on its day and late on the day after")
    void late() {
        Objection open = objection(ObjectionResult.OPEN, TUESDAY, List.of());
        assertThat(open.isOverdue(TUESDAY)).isFalse();
        assertThat(open.isOverdue(TUESDAY.plusDays(1))).isTrue();
        assertThat(objection(ObjectionResult.RESOLVED, null, List.of()).isOverdue(TUESDAY.plusDays(9)))
                .isFalse();
    }

    @Test
    @DisplayName("only an answer that convinced and held has worked")
    void worked() {
        assertThat(answer(ObjectionResult.RESOLVED, null).worked()).isTrue();
        assertThat(answer(ObjectionResult.RESOLVED, MONDAY.plusSeconds(60)).worked())
                .isFalse();
        assertThat(answer(ObjectionResult.OPEN, null).worked()).isFalse();
        assertThat(answer(ObjectionResult.LOST, null).worked()).isFalse();
        assertThat(objection(
                                ObjectionResult.OPEN,
                                TUESDAY,
                                List.of(answer(ObjectionResult.RESOLVED, MONDAY), answer(ObjectionResult.OPEN, null)))
                        .reopened())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the same words are one answer, however they are written")
    void plain() {
        assertThat(Answer.plain("配置不同：多了 ACC，还有全景天窗！")).isEqualTo(Answer.plain("配置不同:多了acc, 还有全景天窗"));
        assertThat(Answer.plain("多一年质保")).isNotEqualTo(Answer.plain("多两年质保"));
    }

    @Test
    @DisplayName("of nothing there is no rate")
    void rate() {
        assertThat(new Rate(0, 0).shown()).isEqualTo("–");
        assertThat(new Rate(2, 3).shown()).isEqualTo("67 %");
        assertThat(new Rate(0, 3).shown()).isEqualTo("0 %");
    }
}
