package io.genjin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String LI = "100,200 180,90 260,310;300,300 420,120 520,310";

    private final List<Field> wrong = new ArrayList<>();

    private @Nullable Signature read(@Nullable String strokes, @Nullable String name) {
        return Signature.read(strokes, name, "signature", wrong);
    }

    private void refusedAs(String key) {
        assertThat(wrong).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("signature");
            assertThat(field.messageKey()).isEqualTo(key);
        });
    }

    @Test
    @DisplayName("drawn strokes are kept as they are and drawn again as a path of digits")
    void drawn() {
        Signature signature = read(LI, "");

        assertThat(wrong).isEmpty();
        assertThat(signature).isNotNull();
        assertThat(signature.isDrawn()).isTrue();
        assertThat(signature.text()).isEqualTo(LI);
        assertThat(signature.path()).isEqualTo("M100 200L180 90L260 310 M300 300L420 120L520 310");
        assertThat(Signature.of(signature.text())).isEqualTo(signature);
    }

    @Test
    @DisplayName("who cannot draw types the name; drawn strokes count before it")
    void typed() {
        Signature signature = read("", " 李\u202e娜 ");

        assertThat(signature).isNotNull();
        assertThat(signature.isDrawn()).isFalse();
        assertThat(signature.name()).isEqualTo("李娜");
        assertThat(Signature.of(signature.text())).isEqualTo(signature);
        assertThat(read(LI, "李娜")).isEqualTo(Signature.of(LI));
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_no_signature() {
        assertThat(read(null, " ")).isNull();
        refusedAs("signature.required");
    }

    @Test
    void a_name_that_is_too_long_is_refused_once() {
        assertThat(read("", "李".repeat(61))).isNull();
        refusedAs("field.tooLong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500,200",
                "500,200 504,200",
                "500,200 540,230 500,200 540,230 500,200 540,230 500,200 540,230 500,200 540,230",
                "100,100;900,300"
            })
    @DisplayName("a dot, a slip, a small knot, two dots far apart: no signature")
    void scribble(String strokes) {
        assertThat(read(strokes, "")).isNull();
        refusedAs("signature.tooSmall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg onload=alert(1)>",
                "1,2 3",
                "1,2;;3,4",
                "1,2 3,4;",
                "-1,2 3,4",
                "01,2 3,4",
                "1001,2 3,4",
                "1,401 3,4",
                "1.5,2 3,4",
                "1,2\n3,4",
                "１,２ 3,4",
                "name:x"
            })
    @DisplayName("anything but points on the sheet is refused, and shown nowhere")
    void unreadable(String strokes) {
        assertThat(read(strokes, "李娜")).isNull();
        refusedAs("signature.unreadable");
        assertThat(Signature.pathOf(strokes)).isEmpty();
    }

    @Test
    @DisplayName("4000 points are a signature, 4001 are not; neither are 201 strokes or a text without end")
    void bounds() {
        assertThat(read(points(4000), "")).isNotNull();
        assertThat(wrong).isEmpty();

        assertThat(read(points(4001), "")).isNull();
        assertThat(read("1,1 1,1;".repeat(200) + "1,1", "")).isNull();
        assertThat(read("1".repeat(Signature.LONGEST + 1), "")).isNull();
        assertThat(wrong)
                .extracting(Field::messageKey)
                .containsExactly("signature.unreadable", "signature.unreadable", "signature.unreadable");
    }

    private static String points(int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> place % 1000 + "," + place % 400)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("whatever a pen draws comes back the same from its text")
    void thereAndBack(long seed) {
        Random chance = new Random(seed);
        String strokes = IntStream.rangeClosed(0, chance.nextInt(8) + 1)
                .mapToObj(stroke -> IntStream.rangeClosed(0, chance.nextInt(60) + 20)
                        .mapToObj(point ->
                                chance.nextInt(Signature.WIDTH + 1) + "," + chance.nextInt(Signature.HEIGHT + 1))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
        Signature signature = read(strokes, null);

        assertThat(signature).isNotNull();
        assertThat(Signature.of(signature.text()).path()).isEqualTo(Signature.pathOf(strokes));
        assertThat(signature.toString()).doesNotContainPattern("[0-9]");
    }

    @Test
    void a_text_that_is_no_signature_is_a_defect() {
        assertThatThrownBy(() -> Signature.of("<b>")).isInstanceOf(IllegalArgumentException.class);
    }
}
