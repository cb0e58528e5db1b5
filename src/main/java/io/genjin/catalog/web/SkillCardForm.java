package io.genjin.catalog.web;

import io.genjin.catalog.SkillCardDesk;
import io.genjin.catalog.SkillCardKind;
import io.genjin.catalog.SkillCardText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a skill card as it was filled in; a list holds one item a line. */
record SkillCardForm(
        @Nullable SkillCardKind kind,
        @Nullable String title,
        @Nullable String goal,
        @Nullable String steps,
        @Nullable String phrases,
        @Nullable String pitfalls) {

    static SkillCardForm of(SkillCardKind kind, SkillCardText text) {
        return new SkillCardForm(
                kind,
                text.title(),
                text.goal(),
                String.join("\n", text.steps()),
                String.join("\n", text.phrases()),
                String.join("\n", text.pitfalls()));
    }

    SkillCardDesk.Draft draft() {
        return new SkillCardDesk.Draft(title, goal, lines(steps), lines(phrases), lines(pitfalls));
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null ? List.of() : typed.lines().toList();
    }
}
