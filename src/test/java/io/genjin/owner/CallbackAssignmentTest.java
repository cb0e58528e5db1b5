package io.genjin.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who makes which call on a day. */
class CallbackAssignmentTest {

    private final StaffMember li = member("li", Role.SALES_CONSULTANT);
    private final StaffMember wang = member("wang", Role.SALES_CONSULTANT);
    private final StaffMember zhou = member("zhou", Role.SALES_MANAGER);
    private final StaffMember chen = member("chen", Role.SHOWROOM_MANAGER);
    private final StaffMember xu = member("xu", Role.CUSTOMER_RELATIONS);
    private final StaffMember he = member("he", Role.CUSTOMER_RELATIONS);
    private final OwnerId owner = OwnerId.next();

    private static StaffMember member(String name, Role role) {
        return new StaffMember(new StaffId(TypedId.newValue()), new DealershipId(1), name, name, Set.of(role), true);
    }

    private CallbackAssignment assignment(Set<StaffId> away, Map<StaffId, StaffId> deputies) {
        return new CallbackAssignment(
                List.of(li, wang, zhou, chen, xu, he), away::contains, who -> Optional.ofNullable(deputies.get(who)));
    }

    @Test
    void the_consultant_in_charge_makes_the_third_days_call() {
        assertThat(assignment(Set.of(), Map.of()).of(CallbackType.D3, li.id(), owner))
                .isEqualTo(li.id());
    }

    @Test
    void a_deputy_calls_for_an_absent_consultant() {
        assertThat(assignment(Set.of(li.id()), Map.of(li.id(), wang.id())).of(CallbackType.D3, li.id(), owner))
                .isEqualTo(wang.id());
        assertThat(assignment(Set.of(li.id()), Map.of()).of(CallbackType.D3, li.id(), owner))
                .isEqualTo(li.id());
    }

    @Test
    void the_sales_manager_asks_the_questions_of_the_seventh_day() {
        assertThat(assignment(Set.of(), Map.of()).of(CallbackType.D7, li.id(), owner))
                .isEqualTo(zhou.id());
    }

    @Test
    void a_sales_manager_in_charge_does_not_ask_about_their_own_work() {
        StaffId asks = assignment(Set.of(), Map.of()).of(CallbackType.D7, zhou.id(), owner);
        assertThat(asks).isIn(xu.id(), he.id());
    }

    @Test
    void the_consultant_never_asks_the_questions_as_somebodys_deputy() {
        StaffId asks = assignment(Set.of(zhou.id()), Map.of(zhou.id(), li.id())).of(CallbackType.D7, li.id(), owner);
        assertThat(asks).isNotEqualTo(li.id());
    }

    @Test
    void customer_relations_share_the_thirtieth_days_calls() {
        CallbackAssignment all = assignment(Set.of(), Map.of());
        Set<StaffId> callers = new HashSet<>();
        for (int place = 0; place < 200; place++) {
            callers.add(all.of(CallbackType.D30, li.id(), OwnerId.next()));
        }
        assertThat(callers).containsExactlyInAnyOrder(xu.id(), he.id());
        assertThat(all.of(CallbackType.D30, li.id(), owner)).isEqualTo(all.of(CallbackType.D30, li.id(), owner));
    }

    @Test
    void when_customer_relations_are_away_a_manager_calls() {
        assertThat(assignment(Set.of(xu.id(), he.id()), Map.of()).of(CallbackType.D30, li.id(), owner))
                .isEqualTo(zhou.id());
        assertThat(assignment(Set.of(xu.id(), he.id(), zhou.id()), Map.of()).of(CallbackType.D30, li.id(), owner))
                .isEqualTo(chen.id());
    }
}
