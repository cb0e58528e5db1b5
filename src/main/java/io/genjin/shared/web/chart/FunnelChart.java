package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A funnel (漏斗图): how many reached each stage, centred one below the other, and beside them those who left. A stage may be wider than
 * the one before it where stages can be skipped.
 *
 * @param heads what the numbers beside a stage are: "of those who visited", "of all", "days"
 * @param exits those who left; drawn apart, for they are no stages
 */
public record FunnelChart(
        String title,
        @Nullable String note,
        String corner,
        String counted,
        List<String> heads,
        List<Stage> stages,
        List<Stage> exits) {

    public static final int LENGTH = 1_000;

    /** One stage: how many, and what is said beside it, in the order of the heads. */
    public record Stage(String name, Value reached, List<Value> beside) {

        public Stage {
            beside = List.copyOf(beside);
        }
    }

    public FunnelChart {
        heads = List.copyOf(heads);
        stages = List.copyOf(stages);
        exits = List.copyOf(exits);
    }

    private long most() {
        return Math.max(
                1,
                stages.stream()
                        .map(stage -> stage.reached().number())
                        .mapToLong(number -> number == null ? 0 : number.longValue())
                        .max()
                        .orElse(0));
    }

    /** How long a bar is; even one of thousands is seen, nothing is not. */
    public int length(Stage stage) {
        BigDecimal number = stage.reached().number();
        long count = number == null ? 0 : number.longValue();
        return count == 0 ? 0 : (int) Math.max(2, Math.min(LENGTH, count * LENGTH / most()));
    }

    /** Where a centred bar begins. */
    public int from(Stage stage) {
        return (LENGTH - length(stage)) / 2;
    }

    /** What narrows (or widens) from the how-manieth stage to the next: a quadrangle 10 high. */
    public String slope(int place) {
        Stage above = stages.get(place);
        Stage below = stages.get(place + 1);
        int left = from(above);
        int next = from(below);
        return "M" + left + " 0H" + (LENGTH - left) + "L" + (LENGTH - next) + " 10H" + next + "z";
    }

    public boolean isEmpty() {
        return stages.stream()
                .allMatch(stage -> stage.reached().number() == null
                        || stage.reached().number().signum() == 0);
    }
}
