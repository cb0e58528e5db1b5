package io.genjin.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.FieldsRefused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** S-R38: what arrives is known by its content, and what is kept holds a picture and nothing else. */
class PhotoTest {

    private static void refused(byte[] bytes, String key) {
        assertThatThrownBy(() -> Photo.read(bytes, "photo"))
                .asInstanceOf(InstanceOfAssertFactories.type(FieldsRefused.class))
                .satisfies(
                        refusal -> assertThat(refusal.fields()).singleElement().satisfies(field -> {
                            assertThat(field.name()).isEqualTo("photo");
                            assertThat(field.messageKey()).isEqualTo(key);
                        }));
    }

    private static byte[] joined(byte[] first, String more) {
        byte[] tail = more.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + tail.length);
        System.arraycopy(tail, 0, all, first.length, tail.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"jpg", "png"})
    void a_small_photo_keeps_its_size_and_becomes_jpeg(String format) {
        Photo photo = Photo.read(Photographs.of(format, 640, 480), "photo");

        assertThat(photo.width()).isEqualTo(640);
        assertThat(photo.height()).isEqualTo(480);
        assertThat(photo.jpeg()).startsWith(0xff, 0xd8, 0xff);
        assertThat(isNear(Photographs.seen(photo.jpeg()), 10, 10, Color.RED)).isTrue();
    }

    @Test
    void a_large_photo_is_made_smaller_and_keeps_its_shape() {
        Photo photo = Photo.read(Photographs.of("jpg", 6000, 4000), "photo");

        assertThat(photo.width()).isEqualTo(Photo.LONGEST_SIDE);
        assertThat(photo.height()).isEqualTo(1280);
    }

    static Stream<Arguments> strangers() {
        String html = "<html><script>alert(1)</script></html>";
        return Stream.of(
                Arguments.of("a programme", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0}),
                Arguments.of("a page", html.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a drawing with script", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a sheet", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("a moving picture", Photographs.of("gif", 64, 64)),
                Arguments.of("a bitmap", Photographs.of("bmp", 64, 64)),
                Arguments.of("one byte", new byte[] {(byte) 0xff}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void what_is_no_photo_is_refused_at_the_field(String what, byte[] bytes) {
        refused(bytes, "picture.notAPicture");
    }

    @Test
    @DisplayName("a page that begins like a photo is refused; a photo with a page behind it loses the page")
    void polyglots() {
        refused(
                joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, "<script>alert(1)</script>"),
                "picture.damaged");

        Photo photo = Photo.read(joined(Photographs.of("jpg", 320, 240), "<script>alert(1)</script>PK"), "photo");
        assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @Test
    void a_photo_cut_off_in_its_head_is_refused() {
        refused(Arrays.copyOf(Photographs.of("png", 640, 480), 30), "picture.damaged");
        refused(Arrays.copyOf(Photographs.of("jpg", 640, 480), 30), "picture.damaged");
    }

    @Test
    @DisplayName("a few bytes that would unfold to 900 million points are refused before they unfold")
    void bomb() {
        byte[] bomb = Photographs.bomb(30_000);

        assertThat(bomb.length).isLessThan(1000);
        refused(bomb, "picture.tooManyPoints");
    }

    @Test
    void nothing_too_much_and_too_little_are_refused() {
        refused(new byte[0], "field.required");
        refused(new byte[Photo.MOST_BYTES + 1], "picture.tooLarge");
        refused(Photographs.of("png", 15, 200), "picture.tooSmall");
    }

    @ParameterizedTest(name = "turn {0}")
    @CsvSource({
        "1, 200, 100, 20, 50, 180, 50",
        "2, 200, 100, 180, 50, 20, 50",
        "3, 200, 100, 180, 50, 20, 50",
        "4, 200, 100, 20, 50, 180, 50",
        "5, 100, 200, 50, 20, 50, 180",
        "6, 100, 200, 50, 20, 50, 180",
        "7, 100, 200, 50, 180, 50, 20",
        "8, 100, 200, 50, 180, 50, 20",
        "9, 200, 100, 20, 50, 180, 50"
    })
    @DisplayName("a telephone's photo is turned as it was held, and says no longer where it was taken")
    void upright(int turn, int width, int height, int redX, int redY, int blueX, int blueY) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] taken = Photographs.fromATelephone(200, 100, turn, order);
            assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("121.4737E");

            Photo photo = Photo.read(taken, "photo");

            BufferedImage seen = Photographs.seen(photo.jpeg());
            assertThat(seen.getWidth()).isEqualTo(width);
            assertThat(seen.getHeight()).isEqualTo(height);
            assertThat(isNear(seen, redX, redY, Color.RED))
                    .as("red of %s", order)
                    .isTrue();
            assertThat(isNear(seen, blueX, blueY, Color.BLUE))
                    .as("blue of %s", order)
                    .isTrue();
            assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "121.4737E");
        }
    }

    private static boolean isNear(BufferedImage image, int x, int y, Color wanted) {
        Color is = new Color(image.getRGB(x, y));
        return Math.abs(is.getRed() - wanted.getRed())
                        + Math.abs(is.getGreen() - wanted.getGreen())
                        + Math.abs(is.getBlue() - wanted.getBlue())
                < 60;
    }
}
