package io.genjin.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six figures of an authenticator (S-R8). */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    @DisplayName("S-R8: the codes are those of RFC 6238, appendix B")
    void rfc(long second, String code) {
        assertThat(Totp.codeAt(SECRET, Totp.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("S-R8: a telephone half a minute fast or slow is understood, one a minute off is not")
    void drift() {
        Instant now = Instant.ofEpochSecond(1_111_111_110);
        long step = Totp.stepAt(now);
        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, step - 1), now)).contains(step - 1);
        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, step + 1), now)).contains(step + 1);
        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    @DisplayName("the secret as people type it is what it was")
    void written() {
        String typed = Totp.written(SECRET);
        assertThat(typed).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Authenticator.secret(typed)).isEqualTo(SECRET);
    }
}
