package io.genjin.owner;

import io.genjin.owner.QuestionSet.Question;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a dealership words what its owners are asked; each change is a new version, asked from now on. */
@Service
public class QuestionDesk {

    private static final int MOST = 12;
    private static final int LONGEST = 200;

    private final QuestionSets sets;
    private final Clock clock;

    QuestionDesk(QuestionSets sets, Clock clock) {
        this.sets = sets;
        this.clock = clock;
    }

    /** One line of the form: a question in words, or the built-in one of {@code code}. */
    public record Line(@Nullable String code, @Nullable String text, QuestionSet.@Nullable Kind kind, boolean alarm) {}

    @Transactional(readOnly = true)
    public QuestionSet current(StaffMember reader) {
        return sets.current(reader.dealership());
    }

    /** The version that was answered once. */
    @Transactional(readOnly = true)
    public QuestionSet version(int version, StaffMember reader) {
        return sets.all(reader.dealership()).stream()
                .filter(set -> set.version() == version)
                .findFirst()
                .orElseGet(QuestionSet::builtIn);
    }

    @Transactional(readOnly = true)
    public List<QuestionSet> all(StaffMember reader) {
        return sets.all(reader.dealership());
    }

    /**
     * Sets the next version.
     *
     * @param from the version that the lines were made from
     * @throws FileChanged when a colleague set one meanwhile
     */
    @Transactional
    public QuestionSet set(List<Line> lines, @Nullable Integer unhappyBelow, @Nullable Integer from, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            String text = PlainText.line(line.text(), LONGEST, "text-" + place, wrong);
            Question builtIn =
                    line.code() == null ? null : QuestionSet.builtIn().question(line.code());
            boolean asBuiltIn = builtIn != null && text == null;
            if (text == null && !asBuiltIn) {
                continue;
            }
            if (line.kind() == null) {
                wrong.add(Field.of("kind-" + place, "field.required"));
                continue;
            }
            String code = builtIn == null ? "Q" + (place + 1) : builtIn.code().toUpperCase(Locale.ROOT);
            questions.add(new Question(code, text, line.kind(), line.alarm()));
        }
        if (questions.isEmpty() || questions.size() > MOST) {
            wrong.add(Field.of("questions", "field.questions", MOST));
        }
        if (unhappyBelow == null || unhappyBelow < 1 || unhappyBelow > QuestionSet.BEST) {
            wrong.add(Field.of("unhappyBelow", "field.mark", QuestionSet.BEST));
        }
        if (!wrong.isEmpty() || unhappyBelow == null) {
            throw new FieldsRefused(wrong);
        }
        QuestionSet now = sets.current(by.dealership());
        if (from == null || from != now.version()) {
            throw new FileChanged();
        }
        QuestionSet next = new QuestionSet(now.version() + 1, unhappyBelow, questions);
        if (!sets.add(by.dealership(), next, by.id(), clock.instant())) {
            throw new FileChanged();
        }
        return next;
    }
}
