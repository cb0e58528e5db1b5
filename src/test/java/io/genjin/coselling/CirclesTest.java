package io.genjin.coselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.coselling.Circles.Link;
import io.genjin.coselling.Circles.Verdict;
import io.genjin.shared.Money;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** introductions are a tree, promises are not rewritten, and three people see to a reward. */
class CirclesTest {

    private static final StaffId LI = new StaffId(TypedId.newValue());
    private static final StaffId ZHOU = new StaffId(TypedId.newValue());
    private static final StaffId TAN = new StaffId(TypedId.newValue());
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void nobody_introduces_himself() {
        assertThat(Circles.judge(List.of(), new Link("a", "a"))).isEqualTo(Verdict.THEMSELVES);
    }

    @Test
    @DisplayName("A introduced B: B does not introduce A, nor does anybody whom B brought")
    void circles() {
        List<Link> links = List.of(new Link("a", "b"), new Link("b", "c"), new Link("a", "d"), new Link("x", "y"));

        assertThat(Circles.judge(links, new Link("b", "a"))).isEqualTo(Verdict.CIRCLE);
        assertThat(Circles.judge(links, new Link("c", "a"))).isEqualTo(Verdict.CIRCLE);
        assertThat(Circles.judge(links, new Link("c", "e"))).isEqualTo(Verdict.FINE);
        assertThat(Circles.judge(links, new Link("d", "x"))).isEqualTo(Verdict.FINE);
        assertThat(Circles.judge(links, new Link("d", "c")))
                .as("two ways to one person are no circle")
                .isEqualTo(Verdict.FINE);
    }

    static IntStream anyHistories() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anyHistories")
    @DisplayName("whatever is tried, what was let in has no circle, and what was refused would have closed one")
    void invariant(int seed) {
        Random chance = new Random(seed);
        List<Link> links = new ArrayList<>();
        for (int tried = 0; tried < 40; tried++) {
            Link further = new Link("p" + chance.nextInt(9), "p" + chance.nextInt(9));
            Verdict verdict = Circles.judge(links, further);
            List<Link> with = new ArrayList<>(links);
            with.add(further);
            assertThat(verdict == Verdict.FINE).isEqualTo(isTree(with));
            if (verdict == Verdict.FINE) {
                links = with;
            }
        }
    }

    /** Takes away people whom nobody introduced until nobody is left; a circle never empties. */
    private static boolean isTree(List<Link> links) {
        Map<String, Set<String>> introducedBy = new HashMap<>();
        links.forEach(link -> {
            introducedBy
                    .computeIfAbsent(link.introduced(), none -> new HashSet<>())
                    .add(link.introducer());
            introducedBy.computeIfAbsent(link.introducer(), none -> new HashSet<>());
        });
        boolean moved = true;
        while (moved) {
            Set<String> first = new HashSet<>();
            introducedBy.forEach((person, by) -> {
                if (by.isEmpty()) {
                    first.add(person);
                }
            });
            moved = !first.isEmpty();
            introducedBy.keySet().removeAll(first);
            introducedBy.values().forEach(by -> by.removeAll(first));
        }
        return introducedBy.isEmpty();
    }

    private static Agreement promise(String reward, LocalDate from, Instant at) {
        return new Agreement(new CoSellerId(TypedId.newValue()), Money.of(reward), from, ZHOU, at);
    }

    @Test
    @DisplayName("the promise that began last counts, from its first day; of the same day the one agreed last")
    void promises() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        List<Agreement> all = List.of(
                promise("300", monday, NOON),
                promise("500", monday.plusDays(7), NOON),
                promise("600", monday.plusDays(7), NOON.plusSeconds(60)));

        assertThat(Agreement.on(monday.minusDays(1), all)).isEmpty();
        assertThat(Agreement.on(monday.plusDays(6), all).orElseThrow().reward()).isEqualTo(Money.of("300"));
        assertThat(Agreement.on(monday.plusDays(7), all).orElseThrow().reward()).isEqualTo(Money.of("600"));
    }

    @Test
    @DisplayName(
            "who looked after the sale neither approves nor pays, who approved does not pay, and nothing is paid twice")
    void threePeople() {
        Reward due = Reward.due(IntroductionId.next(), Money.of("500"), LI, NOON);

        assertThatThrownBy(() -> due.decided(true, null, LI, NOON)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> due.paid(TAN, NOON)).isInstanceOf(RewardNotInState.class);
        Reward approved = due.decided(true, null, ZHOU, NOON);
        assertThatThrownBy(() -> approved.paid(ZHOU, NOON)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> approved.paid(LI, NOON)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> approved.decided(false, "x", ZHOU, NOON)).isInstanceOf(RewardNotInState.class);
        Reward paid = approved.paid(TAN, NOON);
        assertThat(paid.state()).isEqualTo(Reward.State.PAID);
        assertThatThrownBy(() -> paid.paid(TAN, NOON)).isInstanceOf(RewardNotInState.class);
        Reward rejected = due.decided(false, "重复介绍", ZHOU, NOON);
        assertThatThrownBy(() -> rejected.paid(TAN, NOON)).isInstanceOf(RewardNotInState.class);
    }
}
