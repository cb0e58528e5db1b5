package io.genjin.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.ratio.Course;
import io.genjin.ratio.Course.Amount;
import io.genjin.ratio.Course.Compared;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Measure;
import io.genjin.ratio.Past;
import io.genjin.ratio.Ratio;
import io.genjin.report.Figure;
import io.genjin.target.SellingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is frozen is stored as text and read again years later. */
class FrozenReportsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Days MARCH = new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 8));

    private static FrozenReports reports() {
        Amount half = new Amount(null, new Fraction(1, 2));
        Course ratio = new Course(
                new Measure(null, Ratio.K15),
                half,
                Arrays.asList(
                        null,
                        null,
                        new Compared(
                                Past.YEAR_BEFORE,
                                half,
                                Days.of(YearMonth.of(2025, 3)),
                                new BigDecimal("0.5000"),
                                BigDecimal.ZERO,
                                null),
                        null),
                List.of());
        Course contacts = new Course(
                new Measure(Figure.TOTAL_CONTACTS, null),
                new Amount(7L, null),
                Arrays.asList(null, null, null, null),
                List.of());
        return new FrozenReports(
                MARCH.from(),
                MARCH.until(),
                MARCH.from(),
                MARCH.until(),
                new SellingDays(31, 8, 23),
                List.of(new FrozenReports.Line(null, Map.of(Figure.ORDERS, 3L), Map.of(), Map.of())),
                new FrozenHistory(
                        MARCH,
                        LocalDate.of(2025, 1, 2),
                        8,
                        Map.of(Past.SAME_DAYS, 7),
                        Set.of("春节"),
                        List.of(contacts, ratio)));
    }

    @Test
    @DisplayName("the four pasts are read as they were stored")
    void asStored() {
        FrozenReports again = JSON.readValue(JSON.writeValueAsString(reports()), FrozenReports.class);
        assertThat(again).isEqualTo(reports());
        assertThat(again.history().five())
                .extracting(one -> one.measure().code())
                .containsExactly("TOTAL_CONTACTS");
        assertThat(again.history().ratios())
                .extracting(one -> one.measure().code())
                .containsExactly("K15");
    }

    @Test
    @DisplayName("a review from before the four pasts were frozen is read without them")
    void fromBefore() {
        ObjectNode older = (ObjectNode) JSON.valueToTree(reports());
        older.remove("history");
        FrozenReports again = JSON.treeToValue(older, FrozenReports.class);
        assertThat(again.history()).isNull();
        assertThat(again.dealership().of(Figure.ORDERS)).isEqualTo(3);
    }
}
