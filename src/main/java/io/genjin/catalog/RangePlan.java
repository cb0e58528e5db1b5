package io.genjin.catalog;

import io.genjin.shared.Refusal.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a range sheet would change: step by step in the order in which they are done, and the rows that are refused with all
 * that is wrong with each.
 */
public record RangePlan(List<Step> steps, List<RefusedRow> refused) {

    public RangePlan {
        steps = List.copyOf(steps);
        refused = List.copyOf(refused);
    }

    /** What becomes of a thing that the sheet names. */
    public enum Effect {
        NEW,
        CHANGED,
        SAME
    }

    /** Which thing of the range a step is about. */
    public enum What {
        MODEL,
        TRIM,
        COLOUR,
        COMPARISON
    }

    /** One thing that changes from one wording to another; nothing before for what is new. */
    public record Change(RangeColumn column, @Nullable String before, String after) {}

    /** A row that is not taken over, and why. */
    public record RefusedRow(int number, String title, List<Field> wrong) {

        public RefusedRow {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * One thing that the sheet names.
     *
     * @param rows  the rows that name it
     * @param model the model it belongs to, or is
     * @param title how people call it
     * @param wish  what is done when the sheet is taken over
     */
    public record Step(
            What what,
            Effect effect,
            List<Integer> rows,
            ModelKey model,
            String title,
            List<Change> changes,
            Wish wish) {

        public Step {
            rows = List.copyOf(rows);
            changes = List.copyOf(changes);
        }
    }

    /** A model by brand and name, as sheets name it. */
    public record ModelKey(String brand, String name) {

        static ModelKey of(CarModel model) {
            return new ModelKey(model.text().brand(), model.name().text());
        }
    }

    /** What a step asks of the desks. */
    public sealed interface Wish {

        /** @param seen the edition that is changed; nothing for a new one */
        record OfModel(@Nullable CarModelId id, int seen, CarModelDesk.ModelDraft draft) implements Wish {}

        record OfTrim(@Nullable TrimId id, int seen, CarModelDesk.TrimDraft draft) implements Wish {}

        record OfColour(@Nullable ColourId id, int seen, CarModelDesk.ColourDraft draft) implements Wish {}

        record OfComparison(@Nullable ComparisonId id, int seen, ComparisonDesk.Draft draft) implements Wish {}
    }

    public long count(Effect effect) {
        return steps.stream().filter(step -> step.effect() == effect).count();
    }

    public List<Step> steps(Effect effect) {
        return steps.stream().filter(step -> step.effect() == effect).toList();
    }

    public boolean changesAnything() {
        return steps.stream().anyMatch(step -> step.effect() != Effect.SAME);
    }

    /** The same plan has the same sign; another sign says that the range changed since somebody looked. */
    public String sign() {
        String all = steps + " " + refused;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
