package io.genjin.handover;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares a leaver's customers out (R-204: no disorderly competition). The hottest go first, each H and A to whoever got the
 * fewest of them, each other one to whoever carries the least; so everybody gets a fair part of the hot ones and of the load.
 */
final class Distribution {

    /** Somebody who may get customers, and how many they answer for already. */
    record Successor(StaffId who, String username, int open) {}

    /** A customer to be given. */
    record Customer(ProspectId id, Grade grade) {}

    private Distribution() {}

    /** Who gets whom; nobody gets anybody when there is no successor. */
    static Map<ProspectId, StaffId> of(List<Customer> customers, List<Successor> successors) {
        Map<ProspectId, StaffId> given = new LinkedHashMap<>();
        if (successors.isEmpty()) {
            return given;
        }
        Map<StaffId, Integer> load = new HashMap<>();
        Map<StaffId, Integer> hot = new HashMap<>();
        successors.forEach(one -> load.put(one.who(), one.open()));
        List<Customer> hottestFirst = new ArrayList<>(customers);
        hottestFirst.sort(Comparator.comparing(Customer::grade)
                .thenComparing(customer -> customer.id().value()));
        for (Customer customer : hottestFirst) {
            boolean isHot = customer.grade().isAbove(Grade.B);
            StaffId next = successors.stream()
                    .min(Comparator.comparing((Successor one) -> isHot ? hot.getOrDefault(one.who(), 0) : 0)
                            .thenComparing(one -> load.getOrDefault(one.who(), 0))
                            .thenComparing(Successor::username))
                    .map(Successor::who)
                    .orElseThrow();
            given.put(customer.id(), next);
            load.merge(next, 1, Integer::sum);
            if (isHot) {
                hot.merge(next, 1, Integer::sum);
            }
        }
        return given;
    }
}
