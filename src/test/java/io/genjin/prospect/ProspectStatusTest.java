package io.genjin.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of a prospect (domain 1.8) in code and in the database. */
class ProspectStatusTest {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/prospect/V202611241100__prospect_life_cycle.sql");

    @Test
    void code_and_database_know_the_same_moves() throws IOException {
        Set<String> inDatabase = new TreeSet<>();
        Matcher move = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)").matcher(allowedMoves());
        while (move.find()) {
            inDatabase.add(move.group(1) + " " + move.group(2));
        }

        assertThat(inDatabase)
                .isEqualTo(Arrays.stream(ProspectStatus.values())
                        .flatMap(from -> Arrays.stream(ProspectStatus.values())
                                .filter(from::mayBecome)
                                .map(to -> from + " " + to))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String allowedMoves() throws IOException {
        String sql = Files.readString(MIGRATION);
        int begin = sql.indexOf("status_change_move_check");
        return sql.substring(begin, sql.indexOf(";", begin));
    }

    @Test
    void nothing_but_a_managers_decision_ends_the_cause_analysis() {
        assertThat(Arrays.stream(ProspectStatus.values()).filter(ProspectStatus.CAUSE_ANALYSIS::mayBecome))
                .containsExactly(
                        ProspectStatus.FOLLOWING,
                        ProspectStatus.DEFEAT_PENDING,
                        ProspectStatus.DORMANT,
                        ProspectStatus.DUPLICATE,
                        ProspectStatus.ORDERED);
    }

    @Test
    void who_was_given_up_can_only_come_back_or_turn_out_to_be_somebody_on_file() {
        assertThat(Arrays.stream(ProspectStatus.values()).filter(ProspectStatus.DEFEATED::mayBecome))
                .containsExactly(ProspectStatus.FOLLOWING, ProspectStatus.DUPLICATE);
        assertThat(Arrays.stream(ProspectStatus.values()).filter(ProspectStatus.DELIVERED::mayBecome))
                .isEmpty();
    }
}
