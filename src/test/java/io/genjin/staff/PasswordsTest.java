package io.genjin.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new password must be (S-R4, S-R5). */
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"", "kurz", "elf-zeichen", "蓝色的车停在门口"})
    void shorter_than_twelve_characters_is_refused(String password) {
        assertThat(refused(password)).isEqualTo(Field.of("password", "password.short", 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Volkswagen2026!",
                "shanghaidazhong1",
                "PASSWORD-123456",
                "2026-genjin-2026",
                "1qaz2wsx1234",
                "ｐａｓｓｗｏｒｄ１２３４５"
            })
    void a_word_of_the_house_with_figures_around_it_is_refused(String password) {
        assertThat(refused(password).messageKey()).isEqualTo("password.common");
    }

    @Test
    @DisplayName(
            "S-R5: each of the commonest passwords that has letters is refused, also with a year and signs around it")
    void the_commonest_of_the_world_are_refused() throws Exception {
        List<String> commonest = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .limit(3_000)
                .toList();

        assertThat(commonest).hasSize(3_000);
        assertThat(commonest).allSatisfy(word -> assertThat(
                        refused(word + "!2026!2026!2026!").messageKey())
                .isEqualTo("password.common"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dr4g0n!!!!!!2026", "P@$$w0rd-2026-11", "L4v1d4 2026 2026", "5unsh1ne........9"})
    void figures_in_the_place_of_letters_hide_no_common_word(String password) {
        assertThat(refused(password).messageKey()).isEqualTo("password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "abababababababab", "123456789012", "2026-11-23 18"})
    void a_few_marks_repeated_or_a_short_number_is_refused(String password) {
        assertThat(refused(password).messageKey()).isEqualTo("password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"li.na mag Autos", "Meine-LiNa-faehrt", "x li_na 20261123"})
    void a_password_that_holds_the_sign_in_name_is_refused(String password) {
        assertThat(refused(password).messageKey()).isEqualTo("password.common");
    }

    @Test
    void more_than_128_characters_is_refused_at_the_field_and_128_is_not() {
        String sentence = "ein langer Satz, ".repeat(8);

        assertThat(refused(sentence)).isEqualTo(Field.of("password", "field.tooLong", 128));
        assertThatCode(() -> passwords.check(sentence.substring(0, 128), "li.na", "password", PasswordPreset.LONG))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kühle Brise im Mai", "门口那辆蓝色的车是她昨天买的", "vier Reifen & 1 Tank"})
    void a_sentence_is_a_password(String password) {
        assertThatCode(() -> passwords.check(password, "li.na", "password", PasswordPreset.LONG))
                .doesNotThrowAnyException();
    }

    @Test
    void two_long_passwords_that_differ_only_at_their_end_are_different() {
        String beginning = "门口那辆蓝色的车是她昨天买的".repeat(5);
        String hash = passwords.hash(beginning + "甲");

        assertThat(passwords.matches(beginning + "甲", hash)).isTrue();
        assertThat(passwords.matches(beginning + "乙", hash)).isFalse();
    }

    @Test
    void who_steals_the_hashes_needs_long_for_each_guess() {
        assertThat(passwords.hash("kühle Brise im Mai")).startsWith("$2a$12$");
    }

    private Field refused(String password) {
        FieldsRefused refused = catchThrowableOfType(
                FieldsRefused.class, () -> passwords.check(password, "li.na", "password", PasswordPreset.LONG));
        assertThat(refused).as("refusal of %s", password).isNotNull();
        assertThat(refused.fields()).hasSize(1);
        return refused.fields().get(0);
    }
}
