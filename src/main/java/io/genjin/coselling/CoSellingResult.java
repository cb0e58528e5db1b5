package io.genjin.coselling;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of a partner's introductions, read from the journal: visit, order, delivery, and the reward. */
@Component
public class CoSellingResult {

    /** How far a customer came. */
    public enum Step {
        VISITED,
        ORDERED,
        DELIVERED
    }

    /** An introduction and what came of it. */
    public record Line(
            Introduction introduction,
            Set<Step> steps,
            @Nullable Reward reward) {

        public boolean has(Step step) {
            return steps.contains(step);
        }
    }

    private final Introductions introductions;
    private final JdbcClient jdbc;

    CoSellingResult(Introductions introductions, JdbcClient jdbc) {
        this.introductions = introductions;
        this.jdbc = jdbc;
    }

    /** A partner's introductions, newest first. */
    @Transactional(readOnly = true)
    public List<Line> of(CoSellerId id, StaffMember reader) {
        return lines(reader.dealership(), introductions.by(reader.dealership(), id));
    }

    /** What came of these. */
    @Transactional(readOnly = true)
    public List<Line> of(List<Introduction> some, StaffMember reader) {
        return lines(reader.dealership(), some);
    }

    private List<Line> lines(DealershipId in, List<Introduction> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        Map<ProspectId, Set<Step>> steps = steps(in, some);
        Map<IntroductionId, Reward> rewards =
                introductions.rewards(in, some.stream().map(Introduction::id).toList()).stream()
                        .collect(Collectors.toMap(Reward::introduction, reward -> reward));
        return some.stream()
                .map(one -> new Line(
                        one,
                        one.direction() == Introduction.Direction.TO_US
                                ? steps.getOrDefault(one.prospect(), Set.of())
                                : Set.of(),
                        rewards.get(one.id())))
                .toList();
    }

    private Map<ProspectId, Set<Step>> steps(DealershipId in, List<Introduction> some) {
        Map<ProspectId, Set<Step>> steps = new HashMap<>();
        jdbc.sql("""
                        select e.prospect_id, e.kind
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                           and e.kind in ('VISIT_RECORDED', 'VISIT_ARRIVED', 'ORDERED', 'ORDER_CANCELLED', 'DELIVERED')
                         order by e.recorded_at, e.id
                        """)
                .param("dealership", in.value())
                .param(
                        "prospects",
                        some.stream()
                                .map(one -> one.prospect().value())
                                .distinct()
                                .toList())
                .query((row, number) ->
                        Map.entry(new ProspectId(row.getObject("prospect_id", UUID.class)), row.getString("kind")))
                .list()
                .forEach(entry -> {
                    Set<Step> his = steps.computeIfAbsent(entry.getKey(), none -> EnumSet.noneOf(Step.class));
                    switch (entry.getValue()) {
                        case "ORDERED" -> his.add(Step.ORDERED);
                        case "ORDER_CANCELLED" -> his.remove(Step.ORDERED);
                        case "DELIVERED" -> his.add(Step.DELIVERED);
                        default -> his.add(Step.VISITED);
                    }
                });
        return steps;
    }
}
