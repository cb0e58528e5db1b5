package io.genjin.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What owners answer, and when it makes a complaint. */
class QuestionSetTest {

    private static Map<String, String> content() {
        Map<String, String> answers = new HashMap<>();
        QuestionSet.builtIn()
                .questions()
                .forEach(one -> answers.put(one.code(), one.kind() == QuestionSet.Kind.MARK ? "9" : "YES"));
        return answers;
    }

    @Test
    void a_content_owner_complains_of_nothing() {
        assertThat(QuestionSet.builtIn().unhappy(content(), 9)).isEmpty();
    }

    @Test
    void a_mark_below_the_threshold_is_unhappy_and_the_threshold_itself_is_not() {
        assertThat(QuestionSet.builtIn().unhappy(content(), 7)).isEmpty();
        assertThat(QuestionSet.builtIn().unhappy(content(), 6)).containsExactly("SATISFACTION");
        Map<String, String> answers = content();
        answers.put("CONSULTANT", "4");
        assertThat(QuestionSet.builtIn().unhappy(answers, 9)).containsExactly("CONSULTANT");
    }

    @Test
    void a_no_is_unhappy_only_where_it_alarms() {
        Map<String, String> answers = content();
        answers.put("DELIVERY_TIME", "NO");
        answers.put("TEST_DRIVE", "NO");
        assertThat(QuestionSet.builtIn().unhappy(answers, 9)).containsExactly("DELIVERY_TIME");
    }

    @Test
    void every_missing_or_wrong_answer_is_named() {
        List<Field> wrong = new ArrayList<>();
        Map<String, String> answers = content();
        answers.remove("CONSULTANT");
        answers.put("FACILITIES", "11");
        answers.put("TEST_DRIVE", "maybe");
        QuestionSet.builtIn().checked(answers, wrong);
        assertThat(wrong)
                .extracting(Field::name)
                .containsExactlyInAnyOrder("answer-CONSULTANT", "answer-FACILITIES", "answer-TEST_DRIVE");
    }
}
