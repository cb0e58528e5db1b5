package io.genjin.duplicate;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two cases of one customer beside each other: for every field both values and which one would be kept. Filled goes over empty,
 * the newer confirmed card over the older; models, competitors and remarks are joined. Pure: nothing is changed here.
 */
public record Comparison(Prospect survivor, Prospect absorbed) {

    private static final int LONGEST_REMARK = 2000;
    private static final int MOST_LINES = 10;
    private static final Set<String> JOINED = Set.of("intentModels", "competitors", "remark");

    /** One field of both cards, with what would be kept and what else could be. */
    public record Line(
            String field,
            @Nullable Object survivor,
            @Nullable Object absorbed,
            Choice chosen,
            List<Choice> options) {

        public boolean differs() {
            return !CardFields.same(survivor, absorbed);
        }
    }

    /** The same two with the case first that should go on: further in its life, followed already, confirmed, older. */
    public static Comparison of(Prospect one, Prospect other) {
        Comparator<Prospect> better = Comparator.<Prospect>comparingInt(p -> rank(p.status()))
                .thenComparing(p -> !p.deadline().firstPending())
                .thenComparing(p -> p.approval().status().isConfirmed())
                .thenComparing(Comparator.comparing(Prospect::receivedAt).reversed())
                .thenComparing(p -> p.id().toString(), Comparator.reverseOrder());
        return better.compare(one, other) >= 0 ? new Comparison(one, other) : new Comparison(other, one);
    }

    /** How far a case is in its life; the case that goes on is never behind the other, for a merge takes nothing back. */
    static int rank(ProspectStatus status) {
        return switch (status) {
            case ORDERED -> 5;
            case FOLLOWING, NOT_CLOSED_REVIEW, CAUSE_ANALYSIS, DEFEAT_PENDING -> 4;
            case ASSIGNED -> 3;
            case LEAD_RECEIVED -> 2;
            case DORMANT -> 1;
            case DEFEATED -> 0;
            case INVALID, DUPLICATE, DELIVERED -> -1;
        };
    }

    /**
     * Why these two cannot become one with the survivor going on; nothing when they can. A case about which a manager's word is
     * due is not closed by a merge (scenario 34).
     */
    public @Nullable NotMergeable hindrance() {
        ProspectStatus gone = absorbed.status();
        if (survivor.status() == ProspectStatus.DUPLICATE || gone == ProspectStatus.DUPLICATE) {
            return new NotMergeable(NotMergeable.Why.ALREADY);
        }
        if (rank(survivor.status()) < 0 || rank(gone) < 0 || gone == ProspectStatus.ORDERED) {
            return new NotMergeable(NotMergeable.Why.ENDED);
        }
        if (gone == ProspectStatus.CAUSE_ANALYSIS || gone == ProspectStatus.DEFEAT_PENDING) {
            return new NotMergeable(NotMergeable.Why.DECISION_DUE);
        }
        if (rank(survivor.status()) < rank(gone)) {
            return new NotMergeable(NotMergeable.Why.OTHER_FURTHER);
        }
        return null;
    }

    /** Whether the survivor's grade and promise are asked for: only a followed case has a rhythm. */
    public boolean isFollowed() {
        return survivor.status().isFollowed();
    }

    /** Whether the absorbed case's grade and promise weigh: only while it was followed. */
    private boolean bothFollowed() {
        return isFollowed() && absorbed.status().isFollowed();
    }

    public List<Line> lines() {
        return CardFields.names().stream().map(this::line).toList();
    }

    private Line line(String field) {
        Object mine = CardFields.value(survivor.content(), field);
        Object theirs = CardFields.value(absorbed.content(), field);
        List<Choice> options = new ArrayList<>(List.of(Choice.SURVIVOR, Choice.ABSORBED));
        if (JOINED.contains(field) && mine != null && theirs != null && fits(joined(field))) {
            options.add(Choice.BOTH);
        }
        if (field.equals("phone")
                && !survivor.content().mobile().equals(absorbed.content().mobile())) {
            options.add(Choice.OTHER_MOBILE);
        }
        return new Line(field, mine, theirs, chosen(field, mine, theirs, options), List.copyOf(options));
    }

    private Choice chosen(String field, @Nullable Object mine, @Nullable Object theirs, List<Choice> options) {
        if (theirs == null && mine == null && options.contains(Choice.OTHER_MOBILE)) {
            return Choice.OTHER_MOBILE;
        }
        if (theirs == null || CardFields.same(mine, theirs)) {
            return Choice.SURVIVOR;
        }
        if (mine == null) {
            return Choice.ABSORBED;
        }
        if (options.contains(Choice.BOTH)) {
            return Choice.BOTH;
        }
        return absorbedIsNewer() ? Choice.ABSORBED : Choice.SURVIVOR;
    }

    private boolean absorbedIsNewer() {
        boolean mine = survivor.approval().status().isConfirmed();
        boolean theirs = absorbed.approval().status().isConfirmed();
        return mine == theirs ? knownSince(absorbed).isAfter(knownSince(survivor)) : theirs;
    }

    private static Instant knownSince(Prospect card) {
        Instant signed = card.approval().signedAt();
        return signed != null && card.approval().status().isConfirmed() ? signed : card.receivedAt();
    }

    private static boolean fits(Object joined) {
        return joined instanceof List<?> many
                ? many.size() <= MOST_LINES
                : joined.toString().length() <= LONGEST_REMARK;
    }

    private Object joined(String field) {
        Object mine = CardFields.value(survivor.content(), field);
        Object theirs = CardFields.value(absorbed.content(), field);
        if (mine instanceof List<?> one && theirs instanceof List<?> other) {
            Set<Object> all = new LinkedHashSet<>(one);
            all.addAll(other);
            return List.copyOf(all);
        }
        return CardFields.same(mine, theirs) ? String.valueOf(mine) : mine + "\n" + theirs;
    }

    /**
     * The card that goes on, by these choices; where none is given, by the rule.
     *
     * @throws FieldsRefused naming a field that is none of the card's, or a choice that it does not have
     */
    public CardContent combined(Map<String, Choice> choices) {
        List<Field> wrong = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> names = CardFields.names();
        choices.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> wrong.add(Field.of("fields." + name, "field.merge.unknown")));
        String unchosen = choice("mobile", choices) == Choice.ABSORBED
                ? survivor.content().mobile()
                : absorbed.content().mobile();
        for (Line line : lines()) {
            Choice choice = choices.getOrDefault(line.field(), line.chosen());
            if (!line.options().contains(choice)) {
                wrong.add(Field.of("fields." + line.field(), "field.merge.choice"));
                continue;
            }
            values.put(
                    line.field(),
                    switch (choice) {
                        case SURVIVOR -> line.survivor();
                        case ABSORBED -> line.absorbed();
                        case BOTH -> joined(line.field());
                        case OTHER_MOBILE -> unchosen;
                    });
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return CardFields.with(survivor.content(), values);
    }

    private Choice choice(String field, Map<String, Choice> choices) {
        return choices.getOrDefault(field, line(field).chosen());
    }

    /** The hotter of both grades: a merge alone cools nobody. */
    public Grade suggestedGrade() {
        return bothFollowed() && absorbed.grade().isAbove(survivor.grade()) ? absorbed.grade() : survivor.grade();
    }

    /** The earlier of both promises. */
    public NextStep suggestedStep() {
        return bothFollowed()
                        && absorbed.nextStep()
                                .date()
                                .isBefore(survivor.nextStep().date())
                ? absorbed.nextStep()
                : survivor.nextStep();
    }

    /** The last day that may be promised: a merge moves no promise back. */
    public LocalDate latest() {
        return suggestedStep().date();
    }
}
