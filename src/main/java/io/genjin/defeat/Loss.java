package io.genjin.defeat;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lost customer (战败分析, 3.9): how, why, to whom, and whether anything could still save the deal.
 *
 * @param competitorPrice yuan, with fen at most
 */
public record Loss(
        @Nullable DefeatOutcome outcome,
        Set<DefeatReason> reasons,
        @Nullable String competitorBrand,
        @Nullable String competitorModel,
        @Nullable BigDecimal competitorPrice,
        @Nullable String competitorDealer,
        @Nullable StageReached stageReached,
        boolean couldSave,
        @Nullable String rescueAction) {

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_TEXT = 1000;
    private static final BigDecimal LARGEST_PRICE = new BigDecimal("9999999999.99");

    public Loss {
        reasons = reasons.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(reasons));
    }

    /** As little as a form or a system may say at first. */
    public static Loss of(@Nullable DefeatOutcome outcome, @Nullable Collection<DefeatReason> reasons) {
        return new Loss(
                outcome, reasons == null ? Set.of() : Set.copyOf(reasons), null, null, null, null, null, false, null);
    }

    /**
     * The same without control marks and blanks.
     *
     * @throws FieldsRefused naming each field that is missing or breaks its rule, all at once
     */
    Loss checked() {
        List<Field> wrong = new ArrayList<>();
        if (outcome == null) {
            wrong.add(Field.of("outcome", "field.required"));
        }
        if (reasons.isEmpty()) {
            wrong.add(Field.of("reasons", "field.required"));
        }
        if (stageReached == null) {
            wrong.add(Field.of("stageReached", "field.required"));
        }
        String brand = PlainText.line(competitorBrand, LONGEST_LINE, "competitorBrand", wrong);
        String model = PlainText.line(competitorModel, LONGEST_LINE, "competitorModel", wrong);
        if (outcome != null && outcome.namesCompetitor() && brand == null) {
            wrong.add(Field.of("competitorBrand", "field.competitorBrand"));
        }
        if (competitorPrice != null
                && (competitorPrice.signum() < 0
                        || competitorPrice.scale() > 2
                        || competitorPrice.compareTo(LARGEST_PRICE) > 0)) {
            wrong.add(Field.of("competitorPrice", "field.money"));
        }
        String rescue = PlainText.text(rescueAction, LONGEST_TEXT, "rescueAction", wrong);
        if (couldSave && rescue == null) {
            wrong.add(Field.of("rescueAction", "field.rescueAction"));
        }
        String dealer = PlainText.line(competitorDealer, LONGEST_LINE, "competitorDealer", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Loss(outcome, reasons, brand, model, competitorPrice, dealer, stageReached, couldSave, rescue);
    }
}
