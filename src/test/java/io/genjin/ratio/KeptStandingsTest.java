package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.DealershipId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How cases stood is kept, and what is kept is exactly what the journal tells, however it is dated and whatever is merged; what
 * was written since is read from the journal until it is kept.
 */
class KeptStandingsTest extends WildStage {

    @Autowired
    private StandingKeeping keeping;

    @Autowired
    private Standings standings;

    @Test
    @DisplayName(
            "S-R15: kept while people write, kept in one go and read from the journal are the same stretches of every case")
    void keptIsWhatTheJournalTells() {
        Random chance = new Random(11);
        keeping.keep(dealership());
        live(new Random(1), () -> {
            if (chance.nextInt(4) == 0) {
                keeping.keep(dealership());
            }
            if (chance.nextInt(9) == 0) {
                assertThat(relation(Standings.DEFINITION)).isEqualTo(relation(0));
            }
        });
        keeping.keep(dealership());
        List<Standings.Stretch> told = here(() -> standings.told(dealership()));
        assertThat(told).isNotEmpty();
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(keeping.compare(dealership())).isZero();
        assertThat(here(() -> standings.isComplete(dealership()))).isTrue();
        keeping.rebuild(dealership());
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    @DisplayName("a kept standing that somebody spoilt is found by the nightly comparison and mended")
    void mended() {
        live(new Random(2));
        keeping.keep(dealership());
        List<Standings.Stretch> before = stored();
        int spoilt = here(() -> jdbc.sql("""
                        delete from case_standing
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                        """)
                .param("dealership", dealership().value())
                .param("prospect", before.get(0).prospect())
                .update());
        assertThat(spoilt).isPositive();
        assertThat(keeping.compare(dealership())).isEqualTo(1);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(keeping.compare(dealership())).isZero();
    }

    @Test
    @DisplayName("what was kept by another definition is not believed, and read anew")
    void otherDefinition() {
        live(new Random(7));
        keeping.keep(dealership());
        List<Standings.Stretch> before = stored();
        here(() -> {
            standings.forget(dealership());
            standings.keeps(1, dealership());
            return 0;
        });
        assertThat(relation(1)).hasSize(before.size());
        keeping.keep(dealership());
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @DisplayName("every kind of entry that a standing is read from marks its case")
    void kinds() {
        assertThat(new HashSet<>(Pattern.compile("'([A-Z_]+)'")
                        .matcher(Standings.STRETCHES)
                        .results()
                        .map(match -> match.group(1))
                        .filter(word -> !List.of("OPEN", "CLOSED", "RESTING").contains(word))
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(Standings.KINDS);
    }

    private DealershipId dealership() {
        return store.dealership().id();
    }

    private List<Standings.Stretch> stored() {
        return here(() -> standings.stored(dealership()));
    }

    /** What a report reads when the keeper names this definition; the keeper's own word stays. */
    private HashSet<List<Object>> relation(long definition) {
        return here(() -> {
            long own = jdbc.sql("select definition from standing_keeper where dealership_id = :dealership")
                    .param("dealership", dealership().value())
                    .query(Long.class)
                    .single();
            standings.keeps(definition, dealership());
            String sql =
                    "with " + Standings.MERGED + ", " + standings.relation(dealership()) + " select * from standing";
            standings.keeps(own, dealership());
            List<List<Object>> rows = jdbc.sql(sql)
                    .param("dealership", dealership().value())
                    .param("firstBegin", OffsetDateTime.parse("2000-01-01T00:00:00+08:00"))
                    .query((row, number) -> {
                        List<Object> values = new ArrayList<>();
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            values.add(String.valueOf(row.getObject(column)));
                        }
                        return values;
                    })
                    .list();
            HashSet<List<Object>> set = new HashSet<>(rows);
            assertThat(rows).hasSameSizeAs(set);
            return set;
        });
    }
}
