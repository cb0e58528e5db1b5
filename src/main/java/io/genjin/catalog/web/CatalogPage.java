package io.genjin.catalog.web;

import io.genjin.catalog.SellingPointCard;
import io.genjin.catalog.SkillCard;
import io.genjin.catalog.SkillCardKind;
import io.genjin.catalog.SkillCardText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All cards of the dealership.
 *
 * @param builtIn the built-in card of each kind
 * @param model   the model whose selling points are asked for; empty for all
 */
public record CatalogPage(
        List<SkillCard> skillCards,
        Map<SkillCardKind, SkillCardText> builtIn,
        List<SellingPointCard> sellingPoints,
        String model) {

    public List<SkillCard> inUse(SkillCardKind kind) {
        return skillCards.stream()
                .filter(card -> card.kind() == kind && !card.edition().retired())
                .toList();
    }

    public List<SkillCard> retiredSkillCards() {
        return skillCards.stream().filter(card -> card.edition().retired()).toList();
    }

    public List<SellingPointCard> retiredSellingPoints() {
        return sellingPoints.stream().filter(card -> card.edition().retired()).toList();
    }

    /** Names of the models that have cards in use. */
    public List<String> models() {
        return sellingPoints.stream()
                .filter(card -> !card.edition().retired())
                .map(card -> card.point().model().text())
                .distinct()
                .toList();
    }

    /** The selling points in use, model by model, of the model asked for or of all. */
    public Map<String, List<SellingPointCard>> byModel() {
        return sellingPoints.stream()
                .filter(card -> !card.edition().retired())
                .filter(card -> model.isEmpty() || card.point().model().text().equals(model))
                .collect(Collectors.groupingBy(
                        card -> card.point().model().text(), LinkedHashMap::new, Collectors.toList()));
    }
}
