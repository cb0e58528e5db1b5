package io.genjin.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.handover.Distribution.Customer;
import io.genjin.handover.Distribution.Successor;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final StaffId LI = StaffId.next();
    private static final StaffId WANG = StaffId.next();

    private static List<Customer> customers(Grade grade, int count) {
        List<Customer> all = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            all.add(new Customer(ProspectId.next(), grade));
        }
        return all;
    }

    private static Map<StaffId, Long> counts(Map<ProspectId, StaffId> given) {
        return given.values().stream().collect(Collectors.groupingBy(who -> who, Collectors.counting()));
    }

    @Test
    @DisplayName("the hot ones are shared evenly whatever the load, the others go to whoever carries less")
    void weighed() {
        List<Successor> both = List.of(new Successor(LI, "li", 40), new Successor(WANG, "wang", 10));
        assertThat(counts(Distribution.of(customers(Grade.H, 6), both)))
                .containsEntry(LI, 3L)
                .containsEntry(WANG, 3L);
        assertThat(counts(Distribution.of(customers(Grade.C, 20), both))).containsOnly(Map.entry(WANG, 20L));
        assertThat(counts(Distribution.of(customers(Grade.C, 40), both)))
                .containsEntry(WANG, 35L)
                .containsEntry(LI, 5L);
    }

    @Test
    @DisplayName("without a successor nobody gets anybody")
    void nobody() {
        assertThat(Distribution.of(customers(Grade.H, 2), List.of())).isEmpty();
    }
}
