package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./genjin} is the one door: it says what it does, and refuses what it does not know in one line with status 2. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("genjin").toAbsolutePath();

    @TempDir
    private Path elsewhere;

    private record Answer(int status, String out, String err) {}

    private Answer genjin(Path script, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command).directory(elsewhere.toFile()).start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            String complained = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Answer(process.exitValue(), said, complained);
        }
    }

    @ParameterizedTest(name = "genjin {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sell            | unknown command sell",
                "--fast          | unknown option --fast",
                "run --fast      | unknown option --fast for run",
                "run now         | run takes no now",
                "run --port      | --port needs a value",
                "run --port=     | --port needs a value",
                "run --port 80a  | --port needs a number from 1 to 65535",
                "run --port 0    | --port needs a number from 1 to 65535",
                "demo --port 65536 | --port needs a number from 1 to 65535",
                "demo --data     | --data needs a value",
                "backup          | backup needs a FILE",
                "backup a b      | backup takes one FILE",
                "backup a --as x | unknown option --as for backup",
                "run --url=http://127.0.0.1 | unknown option --url for run",
                "backup a --port 1 | unknown option --port for backup",
                "restore         | restore needs a FILE",
                "restore nowhere | there is no file",
                "restore a --with-keys | unknown option --with-keys for restore",
                "import          | import needs a FILE",
                "test --data x   | unknown option --data for test",
                "run --faults    | unknown option --faults for run",
                "fmt src         | fmt takes no src",
                "mutate nothing  | there is no list src/test/mutation/nothing",
                "twice a         | twice takes no a"
            })
    void unknown_input_gets_one_line_and_status_2(String line, String why) throws Exception {
        Answer answer = genjin(SCRIPT, line.split(" +"));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("genjin: " + why).endsWith("\n");
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void without_words_it_says_in_short_what_it_does() throws Exception {
        for (String[] words : new String[][] {{}, {"--help"}, {"help"}}) {
            Answer answer = genjin(SCRIPT, words);

            assertThat(answer.status()).isZero();
            assertThat(answer.err()).isEmpty();
            assertThat(answer.out().lines()).hasSizeLessThan(20);
            assertThat(answer.out())
                    .contains(
                            "demo",
                            "run",
                            "import FILE",
                            "backup FILE",
                            "restore FILE",
                            "test",
                            "fmt",
                            "--port",
                            "--data");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "run", "test", "mutate", "twice", "fmt", "import", "backup", "restore"})
    void each_command_explains_itself(String command) throws Exception {
        Answer answer = genjin(SCRIPT, command, "--help");

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("./genjin " + command);
    }

    @Test
    void it_works_through_a_link_in_a_path_with_spaces() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(elsewhere.resolve("跟进 and more")).resolve("gj"), SCRIPT);

        Answer answer = genjin(link, "backup");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("genjin: backup needs a FILE\n");
    }
}
