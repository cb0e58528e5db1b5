package io.genjin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static CommandLine line(String... typed) {
        return CommandLine.of(typed);
    }

    @Test
    void words_options_and_settings_are_told_apart() {
        CommandLine line = line(
                "backup", "a file.zip", "--with-keys", "--data=/srv/my data", "--genjin.connections=4", "--as=li.na");

        assertThat(line.command()).isEqualTo("backup");
        assertThat(line.words()).containsExactly("a file.zip");
        assertThat(line.settings()).containsExactly("--genjin.data=/srv/my data", "--genjin.connections=4");
        assertThat(line.has("with-keys")).isTrue();
        assertThat(line.option("as")).hasValue("li.na");
        assertThat(line.option("to")).isEmpty();
    }

    @Test
    void a_command_for_one_file_refuses_none_several_and_unknown_options() {
        assertThat(line("restore", "a").file(Set.of())).isEqualTo("a");
        assertThatThrownBy(() -> line("restore").file(Set.of()))
                .isInstanceOf(Command.NotUnderstood.class)
                .hasMessage("restore needs a FILE");
        assertThatThrownBy(() -> line("restore", "a", "b").file(Set.of())).hasMessage("restore takes one FILE");
        assertThatThrownBy(() -> line("restore", "a", "--with-keys").file(Set.of()))
                .hasMessage("unknown option --with-keys for restore");
    }

    @Test
    void commands_are_found_by_name() {
        assertThat(Command.named("backup")).isPresent();
        assertThat(Command.named("restore")).isPresent();
        assertThat(Command.named("sell")).isEmpty();
    }
}
