package io.genjin.delivery;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has been gone through with the customer so far (交车确认表, 3.7); kept section by section, so that leaving the page loses
 * nothing.
 *
 * @param serviceAdvisor by name, whom the customer met
 * @param manager        the sales manager who greeted the customer
 * @param satisfaction   1 to 10, as the customer said it
 * @param picture        the photograph of the ceremony
 * @param touched        when each section was last written to, in milliseconds
 */
public record HandoverSheet(
        Map<CheckItem, Check> checks,
        Set<Explanation> explained,
        @Nullable String serviceAdvisor,
        @Nullable UUID manager,
        @Nullable String plate,
        @Nullable Integer mileage,
        boolean ceremony,
        @Nullable Integer satisfaction,
        @Nullable String remarks,
        @Nullable UUID picture,
        Map<Section, Long> touched) {

    static final HandoverSheet BLANK =
            new HandoverSheet(Map.of(), Set.of(), null, null, null, null, false, null, null, null, Map.of());

    public HandoverSheet {
        checks = Map.copyOf(checks);
        explained = Set.copyOf(explained);
        touched = Map.copyOf(touched);
    }

    /** What is written down of the handover itself. */
    public record Notes(
            @Nullable String plate,
            @Nullable Integer mileage,
            boolean ceremony,
            @Nullable Integer satisfaction,
            @Nullable String remarks) {}

    HandoverSheet withChecks(Section section, Map<CheckItem, Check> found, long at) {
        Map<CheckItem, Check> all = new EnumMap<>(CheckItem.class);
        all.putAll(checks);
        CheckItem.of(section).forEach(all::remove);
        found.forEach((item, check) -> {
            if (item.section() == section) {
                all.put(item, check);
            }
        });
        return new HandoverSheet(
                all,
                explained,
                serviceAdvisor,
                manager,
                plate,
                mileage,
                ceremony,
                satisfaction,
                remarks,
                picture,
                touched(section, at));
    }

    HandoverSheet withExplained(Set<Explanation> now, @Nullable String advisor, @Nullable UUID salesManager, long at) {
        return new HandoverSheet(
                checks,
                now,
                advisor,
                salesManager,
                plate,
                mileage,
                ceremony,
                satisfaction,
                remarks,
                picture,
                touched(Section.EXPLANATIONS, at));
    }

    HandoverSheet withNotes(Notes notes, long at) {
        return new HandoverSheet(
                checks,
                explained,
                serviceAdvisor,
                manager,
                notes.plate(),
                notes.mileage(),
                notes.ceremony(),
                notes.satisfaction(),
                notes.remarks(),
                picture,
                touched(Section.HANDOVER, at));
    }

    HandoverSheet withPicture(UUID photograph) {
        return new HandoverSheet(
                checks,
                explained,
                serviceAdvisor,
                manager,
                plate,
                mileage,
                ceremony,
                satisfaction,
                remarks,
                photograph,
                touched);
    }

    private Map<Section, Long> touched(Section section, long at) {
        Map<Section, Long> all = new EnumMap<>(Section.class);
        all.putAll(touched);
        all.put(section, at);
        return all;
    }

    public Notes notes() {
        return new Notes(plate, mileage, ceremony, satisfaction, remarks);
    }

    public @Nullable Check check(CheckItem item) {
        return checks.get(item);
    }

    /** When a section was last written to, by which a second writer sees that a first was faster; 0 when never. */
    public long stamp(Section section) {
        return touched.getOrDefault(section, 0L);
    }

    public List<CheckItem> unchecked() {
        return Arrays.stream(CheckItem.values())
                .filter(item -> !checks.containsKey(item))
                .toList();
    }

    /** Papers the law demands that are not in the customer's hands. */
    public List<CheckItem> papersMissing() {
        return CheckItem.demandedByLaw().stream()
                .filter(item -> checks.containsKey(item) && checks.get(item).finding() != Check.Finding.OK)
                .toList();
    }

    public List<CheckItem> owed() {
        return Arrays.stream(CheckItem.values())
                .filter(item -> checks.containsKey(item) && checks.get(item).owes())
                .toList();
    }

    public Set<Explanation> unexplained() {
        Set<Explanation> left = EnumSet.allOf(Explanation.class);
        left.removeAll(explained);
        return left;
    }

    /** Everything in order, explained, and everybody introduced: what the checklist's completeness counts (2.9). */
    public boolean complete() {
        return unchecked().isEmpty()
                && owed().isEmpty()
                && unexplained().isEmpty()
                && serviceAdvisor != null
                && manager != null;
    }

    /** How many of a section's points are done, for the overview. */
    public int done(Section section) {
        return switch (section) {
            case CAR, DOCUMENTS ->
                (int) CheckItem.of(section).stream().filter(checks::containsKey).count();
            case EXPLANATIONS -> explained.size() + (serviceAdvisor == null ? 0 : 1) + (manager == null ? 0 : 1);
            case HANDOVER -> (mileage == null ? 0 : 1) + (satisfaction == null ? 0 : 1);
        };
    }

    public static int all(Section section) {
        return switch (section) {
            case CAR, DOCUMENTS -> CheckItem.of(section).size();
            case EXPLANATIONS -> Explanation.values().length + 2;
            case HANDOVER -> 2;
        };
    }
}
