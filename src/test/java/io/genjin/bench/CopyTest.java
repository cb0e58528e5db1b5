package io.genjin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A copy of a customer whose past was lived through")
class CopyTest {

    private static final String CUSTOMER = "01a20f99-06b7-7000-8ae3-18b8f4677366";
    private static final String CONSULTANT = "01a20f4c-aab8-7001-868f-27512b19fd30";
    private static final String MANAGER = "01a20f4c-aab8-7001-868f-27512b19fd31";
    private static final String OTHER = "01a20f4c-aab8-7001-868f-000000000000";

    private static final Row ROW = new Row(
            new String[] {
                "1",
                CUSTOMER,
                CONSULTANT,
                "2026-11-24 22:06:57.335+00",
                "\\N",
                "{\"cardNo\": \"1481\", \"nextDate\": \"2026-11-25\", \"by\": \"" + MANAGER + "\", \"x\": \"" + OTHER
                        + "\"}",
                "2027-01-31"
            },
            List.of("dealership_id", "id", "owner_id", "happened_at", "note", "details", "wake_up_date"),
            Set.of("dealership_id"),
            Set.of(CUSTOMER),
            Map.of(CONSULTANT, true, MANAGER, false));

    private static Copy copy(int dealership, int block, int daysEarlier) {
        return new Copy(
                dealership,
                block,
                block % Copy.VARIANTS,
                daysEarlier,
                2001,
                new Copy.Sealed("王伟", "wangwei", "", "", ""));
    }

    private static String[] written(Copy copy) {
        StringBuilder out = new StringBuilder();
        ROW.write(out, copy);
        assertThat(out).endsWith("\n");
        return out.toString().strip().split("\t");
    }

    @Test
    @DisplayName("is another customer of another dealership, with every mention of itself changed alike")
    void another() {
        String[] cells = written(copy(107, 5, 0));
        assertThat(cells[0]).isEqualTo("107");
        assertThat(cells[1]).isNotEqualTo(CUSTOMER).startsWith(CUSTOMER.substring(0, 18));
        assertThat(cells[3]).isEqualTo("2026-11-24 22:06:57.335+00");
        assertThat(cells[4]).isEqualTo("\\N");
        assertThat(cells[5]).contains("\"cardNo\": \"2001\"").contains(OTHER).doesNotContain(MANAGER);
        assertThat(written(copy(107, 5, 0))).isEqualTo(cells);
    }

    @Test
    @DisplayName("keeps one manager a dealership and shares the customers among several consultants")
    void people() {
        assertThat(written(copy(107, 1, 0))[2]).isNotEqualTo(written(copy(107, 2, 0))[2]);
        assertThat(written(copy(107, 1, 0))[2]).isEqualTo(written(copy(107, 5, 0))[2]);
        assertThat(copy(107, 1, 0).person(UUID.fromString(MANAGER), false))
                .isEqualTo(copy(107, 2, 0).person(UUID.fromString(MANAGER), false))
                .isNotEqualTo(copy(108, 2, 0).person(UUID.fromString(MANAGER), false));
    }

    @Test
    @DisplayName("lies in an earlier quarter with all its days")
    void earlier() {
        String[] cells = written(copy(107, 5, 91));
        assertThat(cells[3]).isEqualTo("2026-08-25 22:06:57.335+00");
        assertThat(cells[5]).contains("\"nextDate\": \"2026-08-26\"");
        assertThat(cells[6])
                .as("what rests since long ago is not all taken up again at once")
                .isEqualTo("\\N");
        assertThat(written(copy(107, 1, 0))[6]).isEqualTo("2027-01-31");
    }

    @Test
    @DisplayName("shares its identity with no other copy, whatever block or dealership")
    void identities() {
        Set<UUID> seen = new HashSet<>();
        UUID seed = UUID.fromString(CUSTOMER);
        for (int dealership = 101; dealership < 151; dealership++) {
            for (int block = 0; block < 200; block++) {
                assertThat(seen.add(copy(dealership, block, 0).own(seed))).isTrue();
            }
        }
    }
}
