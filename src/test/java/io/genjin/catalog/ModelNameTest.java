package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wishes are for which model, as dealerships write them. */
class ModelNameTest {

    @ParameterizedTest(name = "{0} is wished by {1}")
    @CsvSource({
        "途观L,途观L 330TSI",
        "途观l,途观Ｌ 330TSI 四驱",
        "途观,途观 1.8T",
        "朗逸,朗逸1.6 手动",
        "朗逸,朗逸",
        "朗逸 新锐,朗逸 新锐 1.5L",
        "朗逸新锐,朗逸 新锐 1.5L",
        "ID.4 X,ID.4 X 长续航",
        "帕萨特,帕萨特（豪华版）",
        "ID,ID.3 纯净版"
    })
    void fits(String model, String wish) {
        assertThat(new ModelName(model).isWishedBy(wish)).isTrue();
    }

    @ParameterizedTest(name = "{0} is not wished by {1}")
    @CsvSource({"途观,途观L 330TSI", "朗逸,新朗逸 1.6", "CS3,CS35 PLUS", "ID.3,ID.4 X", "帕萨特,帕萨特Pro", "途观L 330TSI,途观L", "A,A6"})
    void doesNotFit(String model, String wish) {
        assertThat(new ModelName(model).isWishedBy(wish)).isFalse();
    }
}
