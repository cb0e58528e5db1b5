package io.genjin.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index is read as a Chinese index is: by pinyin. */
class NameOrderTest {

    @Test
    void sorts_sign_by_sign() {
        List<String> names = List.of("张伟", "李芳", "阿明", "单雄", "梁静", "李安", "王磊", "Smith", "曾毅", "欧阳娜");
        assertThat(names.stream().sorted(NameOrder.BY_PINYIN).toList())
                .containsExactly("阿明", "李安", "李芳", "梁静", "欧阳娜", "单雄", "Smith", "王磊", "曾毅", "张伟");
    }

    @ParameterizedTest
    @CsvSource({"张伟,Z", "单雄,S", "曾毅,Z", "解晓东,X", "Smith,S", "吕布,L", "8号客户,#"})
    void stands_under_its_letter(String name, String letter) {
        assertThat(NameOrder.letter(name)).isEqualTo(letter);
    }
}
