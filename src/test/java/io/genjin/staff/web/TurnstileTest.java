package io.genjin.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.genjin.database.StartRefused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** So often within a while, and then a true word when it goes on (S-R6). */
class TurnstileTest {

    private static final int MOST = 3;

    private final AtomicLong time =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());
    private final Turnstile turnstile =
            new Turnstile(new LimitSettings(MOST, MOST, 0, MOST, MOST, MOST, MOST, MOST), time::get);

    private void after(Duration some) {
        time.addAndGet(some.toNanos());
    }

    /** The seconds after which to come again; nothing when it is let through. */
    private Long ask(Limit limit, String who) {
        TooOften refused = catchThrowableOfType(TooOften.class, () -> turnstile.pass(limit, who));
        return refused == null ? null : (Long) refused.args().get(0);
    }

    @Test
    @DisplayName("S-R6: so many pass, the next is told what is left of the while, and after that it goes on")
    void so_many() {
        assertThat(ask(Limit.REVEALS, "li")).isNull();
        after(Duration.ofMinutes(4));
        assertThat(ask(Limit.REVEALS, "li")).isNull();
        assertThat(ask(Limit.REVEALS, "li")).isNull();
        assertThat(ask(Limit.REVEALS, "li")).isEqualTo(360);
        after(Duration.ofSeconds(359).plusMillis(1));
        assertThat(ask(Limit.REVEALS, "li")).as("never a second too few").isEqualTo(1);
        after(Duration.ofSeconds(1));
        assertThat(ask(Limit.REVEALS, "li")).isNull();
    }

    @Test
    @DisplayName(
            "S-R6: asking on does not make anybody wait longer, and each is counted for themselves and for each thing")
    void each_for_themselves() {
        for (int time = 0; time < 50; time++) {
            ask(Limit.API_CALLS, "li");
        }
        assertThat(ask(Limit.API_CALLS, "li")).isEqualTo(60);
        assertThat(ask(Limit.API_CALLS, "wang")).isNull();
        assertThat(ask(Limit.SEARCHES, "li")).isNull();
        after(Duration.ofMinutes(1));
        assertThat(ask(Limit.API_CALLS, "li")).isNull();
    }

    @Test
    @DisplayName("S-R6: of many who come at once with one token no more pass than may")
    void at_once() {
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 5_000).parallel().forEach(one -> {
            if (ask(Limit.API_CALLS, "li") == null) {
                passed.incrementAndGet();
            }
        });
        assertThat(passed).hasValue(MOST);
    }

    @Test
    @DisplayName("S-R6: what has happened already is counted and only then asked for; 0 is without limit")
    void counted_afterwards() {
        for (int wrong = 0; wrong < MOST; wrong++) {
            assertThat(turnstile.secondsToWait(Limit.WRONG_PASSWORDS, "10.0.0.1"))
                    .isZero();
            turnstile.count(Limit.WRONG_PASSWORDS, "10.0.0.1");
        }
        after(Duration.ofMinutes(10));
        assertThat(turnstile.secondsToWait(Limit.WRONG_PASSWORDS, "10.0.0.1")).isEqualTo(300);
        for (int export = 0; export < 1_000; export++) {
            turnstile.pass(Limit.EXPORTS, "li");
        }
        assertThat(turnstile.secondsToWait(Limit.EXPORTS, "li")).isZero();
    }

    @Test
    @DisplayName("S-R6: an address counts as it is, one of the many of an IPv6 network as the network")
    void places() {
        assertThat(Origin.of("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(Origin.of("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(Origin.of("2001:db8:1:2::3"))
                .isEqualTo(Origin.of("2001:DB8:1:2:aaaa:bbbb:cccc:dddd"))
                .isNotEqualTo(Origin.of("2001:db8:1:3::3"));
        assertThat(List.of(Origin.of("no:address"), Origin.of(""))).containsExactly("no:address", "");
    }

    @Test
    @DisplayName("S-R86: a limit that is no number of times stops the start with a sentence that names it")
    void no_number() {
        assertThatThrownBy(() -> new LimitSettings(1, 1, 1, 1, -1, 1, 1, 1))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("genjin.limit.password-links: -1");
        assertThatCode(() -> new LimitSettings(0, 0, 0, 0, 0, 0, 0, 0)).doesNotThrowAnyException();
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("genjin.limit.api-calls=7")
                .run(context -> assertThat(context.getBean(LimitSettings.class))
                        .isEqualTo(new LimitSettings(7, 240, 120, 60, 300, 40, 600, 120)));
    }

    @EnableConfigurationProperties(LimitSettings.class)
    static final class Settings {}
}
