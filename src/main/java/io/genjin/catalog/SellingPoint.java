package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One argument for one model in the form feature, advantage, benefit (FAB): what it has, what that does, what this customer gains.
 *
 * @param focus which need it answers
 * @param proof how the customer sees or feels it for themselves, if there is a way
 */
public record SellingPoint(
        ModelName model,
        Focus focus,
        String feature,
        String advantage,
        String benefit,
        @Nullable String proof) {

    private static final int LONGEST_MODEL = 40;
    private static final int LONGEST_LINE = 200;

    /**
     * The argument as it may be kept.
     *
     * @throws FieldsRefused naming each field that is missing or too long
     */
    static SellingPoint checked(
            @Nullable String model,
            @Nullable Focus focus,
            @Nullable String feature,
            @Nullable String advantage,
            @Nullable String benefit,
            @Nullable String proof) {
        List<Field> wrong = new ArrayList<>();
        String cleanModel =
                SkillCardText.required(PlainText.line(model, LONGEST_MODEL, "model", wrong), "model", wrong);
        if (focus == null) {
            wrong.add(Field.of("focus", "field.required"));
        }
        String cleanFeature =
                SkillCardText.required(PlainText.line(feature, LONGEST_LINE, "feature", wrong), "feature", wrong);
        String cleanAdvantage =
                SkillCardText.required(PlainText.line(advantage, LONGEST_LINE, "advantage", wrong), "advantage", wrong);
        String cleanBenefit =
                SkillCardText.required(PlainText.line(benefit, LONGEST_LINE, "benefit", wrong), "benefit", wrong);
        String cleanProof = PlainText.line(proof, LONGEST_LINE, "proof", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new SellingPoint(
                new ModelName(Objects.requireNonNull(cleanModel)),
                Objects.requireNonNull(focus),
                Objects.requireNonNull(cleanFeature),
                Objects.requireNonNull(cleanAdvantage),
                Objects.requireNonNull(cleanBenefit),
                cleanProof);
    }
}
