package io.genjin.owner;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the versions of the questions and adds new ones; none is ever changed. */
@Repository
class QuestionSets {

    private static final TypeReference<List<QuestionSet.Question>> QUESTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestionSets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All versions, the built-in one last. */
    List<QuestionSet> all(DealershipId dealership) {
        List<QuestionSet> sets = new ArrayList<>(jdbc.sql("""
                        select version, unhappy_below, questions::text as questions
                          from question_set
                         where dealership_id = :dealership
                         order by version desc
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new QuestionSet(
                        row.getInt("version"),
                        row.getInt("unhappy_below"),
                        json.readValue(row.getString("questions"), QUESTIONS)))
                .list());
        sets.add(QuestionSet.builtIn());
        return sets;
    }

    /** The one that is asked now. */
    QuestionSet current(DealershipId dealership) {
        return all(dealership).get(0);
    }

    /** Adds a version; false when somebody added it at this moment. */
    boolean add(DealershipId dealership, QuestionSet set, StaffId by, Instant at) {
        return jdbc.sql("""
                                insert into question_set (dealership_id, id, version, unhappy_below, questions, set_by, set_at)
                                values (:dealership, :id, :version, :below, :questions::jsonb, :by, :at)
                                    on conflict do nothing
                                """)
                        .param("dealership", dealership.value())
                        .param("id", TypedId.newValue())
                        .param("version", set.version())
                        .param("below", set.unhappyBelow())
                        .param("questions", json.writeValueAsString(set.questions()))
                        .param("by", by.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }
}
