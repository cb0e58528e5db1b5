package io.genjin.owner;

import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What owners are asked (3.8), in one version. Version 0 is built in; a dealership sets versions of its own, and what was
 * answered keeps the version it answered.
 *
 * @param unhappyBelow a mark below it opens a complaint
 */
public record QuestionSet(int version, int unhappyBelow, List<Question> questions) {

    static final int BEST = 10;

    /** How a question is answered. */
    public enum Kind {
        /** A mark from 1 to 10. */
        MARK,
        YES_NO
    }

    /**
     * One question.
     *
     * @param text  as the dealership words it; nothing when the built-in text of {@code code} is meant
     * @param alarm whether "no" makes the owner unhappy
     */
    public record Question(String code, @Nullable String text, Kind kind, boolean alarm) {}

    public QuestionSet {
        questions = List.copyOf(questions);
    }

    /** The questions that the process names, for a dealership that has set none. */
    public static QuestionSet builtIn() {
        return new QuestionSet(
                0,
                7,
                List.of(
                        new Question("DELIVERY_TIME", null, Kind.YES_NO, true),
                        new Question("CONSULTANT", null, Kind.MARK, false),
                        new Question("TEST_DRIVE", null, Kind.YES_NO, false),
                        new Question("PRICE_CLEAR", null, Kind.YES_NO, true),
                        new Question("EXPLAINED", null, Kind.MARK, false),
                        new Question("FACILITIES", null, Kind.MARK, false),
                        new Question("CALLED_BACK", null, Kind.YES_NO, false)));
    }

    /** The answers to these questions alone; what is missing or no answer is named in {@code wrong}. */
    Map<String, String> checked(Map<String, String> given, List<Field> wrong) {
        Map<String, String> answers = new TreeMap<>();
        for (Question question : questions) {
            String answer = given.getOrDefault(question.code(), "").strip();
            if (answer.isEmpty()) {
                wrong.add(Field.of("answer-" + question.code(), "field.required"));
            } else if (!allowed(question, answer)) {
                wrong.add(Field.of("answer-" + question.code(), "field.mark", BEST));
            } else {
                answers.put(question.code(), answer);
            }
        }
        return answers;
    }

    private static boolean allowed(Question question, String answer) {
        return question.kind() == Kind.YES_NO ? answer.matches("YES|NO") : answer.matches("[1-9]|10");
    }

    /** What makes the owner unhappy: the codes of the answers, and {@code SATISFACTION} for the mark of the whole. */
    List<String> unhappy(Map<String, String> answers, @Nullable Integer satisfaction) {
        List<String> codes = new ArrayList<>();
        if (satisfaction != null && satisfaction < unhappyBelow) {
            codes.add("SATISFACTION");
        }
        for (Question question : questions) {
            String answer = answers.get(question.code());
            boolean low = question.kind() == Kind.MARK && answer != null && Integer.parseInt(answer) < unhappyBelow;
            if (low || question.alarm() && "NO".equals(answer)) {
                codes.add(question.code());
            }
        }
        return codes;
    }

    /** The question of a code, for answers shown later. */
    public @Nullable Question question(String code) {
        return questions.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
