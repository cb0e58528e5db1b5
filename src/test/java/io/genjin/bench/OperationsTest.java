package io.genjin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.Command.NotUnderstood;
import io.genjin.shared.CommandLine;
import io.genjin.shared.PhoneNumber;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the benchmark measures")
class OperationsTest {

    @Test
    @DisplayName("is chosen by name, in the order asked for")
    void named() {
        assertThat(Chosen.of("due,card").operations())
                .extracting(Operation::name)
                .containsExactly("due", "card");
        assertThat(Chosen.of("").operations()).hasSize(15);
        assertThat(Chosen.of("").imports()).isTrue();
        assertThat(Chosen.of("card,import").imports()).isTrue();
        assertThatThrownBy(() -> Chosen.of("card,dinner"))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageContaining("dinner")
                .hasMessageContaining("follow-up")
                .hasMessageContaining("import");
    }

    @Test
    @DisplayName("leaves nothing behind in a running product unless it is asked for by name")
    void reads() {
        assertThat(Chosen.of("").reads().operations())
                .extracting(Operation::name)
                .contains("card", "daily")
                .doesNotContain("create", "follow-up", "sign-in");
        assertThat(Chosen.of("").reads().imports()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--scale=2m",
        "--seconds=0",
        "--seconds=soon",
        "--only=dinner",
        "--faster",
        "--url=",
        "--url=ftp://127.0.0.1",
        "--url=http://127.0.0.1/x",
        "--url=http://127.0.0.1:8080"
    })
    @DisplayName("is refused before anything is started when the line cannot be understood")
    void refused(String option) {
        CommandLine line = CommandLine.of(new String[] {"bench", option, "--data=/nowhere"});
        assertThatThrownBy(() -> new BenchCommand().run(line, () -> {
                    throw new AssertionError("nothing is opened");
                }))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    @DisplayName("is done to customers with numbers that are real ones, and each of their own")
    void numbers() {
        assertThat(LongStream.of(0, 1, 999_999, 9_999_999, 450_000_000)
                        .mapToObj(People::mobile)
                        .map(PhoneNumber::normalised))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("\\+8613\\d{9}"));
        assertThat(LongStream.range(0, 20_000).mapToObj(People::name).distinct().count())
                .isGreaterThan(10_000);
    }
}
