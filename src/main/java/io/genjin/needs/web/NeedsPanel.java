package io.genjin.needs.web;

import io.genjin.needs.CardField;
import io.genjin.needs.CardProposal;
import io.genjin.needs.NeedsDeadline;
import io.genjin.needs.NeedsFile;
import io.genjin.needs.NeedsSheet;
import io.genjin.prospect.web.Choices;
import io.genjin.prospect.web.People;
import io.genjin.shared.Money;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer needs, on their page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record NeedsPanel(NeedsFile.Opened file, People people, Fields form, boolean asPart) {

    public String here() {
        return "/prospects/" + file.prospect().id() + "/needs";
    }

    public static String words(Screen s, String kind, Collection<? extends Enum<?>> codes) {
        return codes.stream().map(code -> s.code(kind, code)).collect(Collectors.joining(s.t("list.separator")));
    }

    public static String yesNo(Screen s, @Nullable Boolean answer) {
        return answer == null ? "" : s.t(answer ? "needs.yes" : "needs.no");
    }

    /** {@code ¥150,000.00 – ¥200,000.00}; one amount alone with the word that says which end it is. */
    public static String budget(Screen s, NeedsSheet sheet) {
        Money from = sheet.budgetFrom();
        Money to = sheet.budgetTo();
        if (to == null) {
            return from == null ? "" : s.t("needs.budget.from", from.shown());
        }
        if (from == null) {
            return s.t("needs.budget.upTo", to.shown());
        }
        return from.equals(to) ? to.shown() : from.shown() + " – " + to.shown();
    }

    /** What the card says or would say, as a person reads it. */
    public static String word(Screen s, CardProposal proposal, String value) {
        if (value.isEmpty()) {
            return s.t("needs.card.empty");
        }
        if (proposal.field() == CardField.BUDGET) {
            return Money.of(value).shown();
        }
        if (proposal.field() == CardField.TRADE_IN) {
            return s.t(value.equals("true") ? "needs.yes" : "needs.no");
        }
        return Choices.word(s, proposal.field().card(), value);
    }

    public static String tone(NeedsDeadline.State state) {
        return switch (state) {
            case ON_TIME -> "g-state-good";
            case OVERDUE, LATE -> "g-state-bad";
            case DUE -> "g-state-warn";
            case WAITING -> "";
        };
    }
}
