package io.genjin.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.genjin.database.Tenancy;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.DoorRules.SecondFactorRule;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a dealership asks at its door besides a right password: a second factor, a young password (S-R5, S-R8, S-R15). */
@GenjinTest
class DoorRulesTest {

    private static final String FACTOR = "/account/second-factor";

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    DoorRulesDesk rules;

    @Autowired
    SecondFactorDesk factors;

    @Autowired
    SignInDesk door;

    @Autowired
    PasswordDesk passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
    }

    @Test
    @DisplayName(
            "S-R8: where it is required a manager sets up a factor before anything else, proves it at every sign-in, and no code counts twice")
    void required() {
        PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
        assertThat(admin.get("/door-rules").statusCode()).isEqualTo(200);
        assertThat(admin.post("/door-rules", Map.of("passwords", "LONG", "secondFactor", "REQUIRED", "graceDays", "91"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/door-rules", Map.of("passwords", "LONG", "secondFactor", "REQUIRED", "graceDays", "0"))
                        .body())
                .contains("alert-success");

        String chen = store.chen().username();
        assertThat(Api.stranger(port).post("/api/v1/tokens", tokenFor(chen)).text("/code"))
                .isEqualTo("sign-in-on-the-page");
        PlainBrowser in = PlainBrowser.of(chen, port);
        assertThat(in.get("/cards/waiting").uri().getPath())
                .as("nothing else first")
                .isEqualTo(FACTOR);
        HttpResponse<String> asked = in.post(FACTOR, Map.of());
        Authenticator telephone = new Authenticator(found("g-secret\">([A-Z2-7 ]+)<", asked.body()));
        assertThat(in.post(FACTOR + "/confirmation", Map.of("code", "12345")).statusCode())
                .isEqualTo(422);
        Instant setUp = Instant.now();
        HttpResponse<String> confirmed = in.post(FACTOR + "/confirmation", Map.of("code", telephone.shows(setUp)));
        List<String> recovery = Pattern.compile("<li>([a-z2-7]{8}-[a-z2-7]{8})</li>")
                .matcher(confirmed.body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(in.get(FACTOR).body()).as("shown once").doesNotContain(recovery.get(0));
        assertThat(in.get("/cards/waiting").uri().getPath()).isEqualTo("/cards/waiting");
        assertThat(in.post(FACTOR + "/end", Map.of("code", telephone.shows(setUp)))
                        .statusCode())
                .as("obliged")
                .isEqualTo(422);

        SignInDesk.Outcome half = door.signIn(chen, TestStores.PASSWORD, "127.0.0.8");
        assertThat(half.member()).as("a password alone lets nobody in").isNull();
        assertThat(half.waiting()).isEqualTo(store.chen());
        assertThat(proved(telephone.shows(setUp))).as("used at set-up").isNull();
        String next = telephone.shows(setUp.plusSeconds(30));
        assertThat(proved(next)).isEqualTo(store.chen());
        assertThat(proved(next)).as("replayed").isNull();

        assertThat(Api.stranger(port).post("/api/v1/tokens", tokenFor(chen)).text("/code"))
                .isEqualTo("code-missing");
        Map<String, String> withCode = Map.of(
                "username",
                chen,
                "password",
                TestStores.PASSWORD,
                "code",
                recovery.get(0).toUpperCase());
        assertThat(Api.stranger(port).post("/api/v1/tokens", withCode).status()).isEqualTo(201);
        assertThat(Api.stranger(port).post("/api/v1/tokens", withCode).status())
                .as("a recovery code counts once")
                .isEqualTo(401);
        assertThat(PlainBrowser.of(store.li().username(), port)
                        .get("/today")
                        .uri()
                        .getPath())
                .as("a consultant is not asked")
                .isEqualTo("/today");
    }

    @Test
    @DisplayName(
            "S-R2, S-R8: wrong codes count like wrong passwords, and a right password does not give the tries back")
    void throttled() {
        Authenticator telephone = setUp(store.zhou());
        String zhou = store.zhou().username();
        for (int guess = 0; guess < 3; guess++) {
            assertThat(door.signIn(zhou, TestStores.PASSWORD, "127.0.0.8").waiting())
                    .isNotNull();
            door.prove(store.dealership().id(), store.zhou().id(), "00000" + guess, "127.0.0.8");
        }
        assertThat(door.signIn(zhou, TestStores.PASSWORD, "127.0.0.8").locked()).isTrue();
        SignInDesk.Outcome right = door.prove(
                store.dealership().id(),
                store.zhou().id(),
                telephone.shows(Instant.now().plusSeconds(30)),
                "127.0.0.8");
        assertThat(right.member()).isNull();
        assertThat(right.locked()).isTrue();
    }

    @Test
    @DisplayName(
            "S-R8, S-R15: the sign-in page asks for the code, and an administrator ends a lost factor, which the journal tells")
    void lost() {
        Authenticator telephone = setUp(store.zhou());
        PlainBrowser zhou = PlainBrowser.halfway(store.zhou().username(), port);
        assertThat(zhou.get("/reports/daily").uri().getPath()).isEqualTo("/sign-in");
        assertThat(zhou.get("/sign-in/code").body()).contains("one-time-code");
        assertThat(zhou.post("/sign-in/code", Map.of("code", "000000")).statusCode())
                .isEqualTo(422);
        String code = telephone.shows(Instant.now().plusSeconds(30));
        assertThat(zhou.post("/sign-in/code", Map.of("code", code, "back", "/account"))
                        .uri()
                        .getPath())
                .isEqualTo("/account");

        PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
        String person = "/staff/" + store.zhou().id().value();
        assertThat(admin.get(person).body()).contains("/second-factor/end");
        admin.post(person + "/second-factor/end", Map.of());
        assertThat(zhou.get("/account").uri().getPath()).as("signed out").isEqualTo("/sign-in");
        assertThat(door.signIn(store.zhou().username(), TestStores.PASSWORD, "127.0.0.8")
                        .member())
                .isEqualTo(store.zhou());
        assertThat(told()).contains("SECOND_FACTOR_SET_UP", "SECOND_FACTOR_RESET");
    }

    @Test
    @DisplayName(
            "S-R5: the classified preset wants three kinds of characters, refuses the last five, and lets a password live ninety days")
    void classified() {
        here(() -> {
            rules.change(new DoorRules(PasswordPreset.CLASSIFIED, SecondFactorRule.OPTIONAL, 14), store.admin());
            return true;
        });
        assertThat(change(TestStores.PASSWORD, "lower case only")).isEqualTo("password.kinds");
        assertThat(change(TestStores.PASSWORD, "Mond-17x")).isNull();
        assertThat(change("Mond-17x", "Tau-2288y")).isNull();
        assertThat(change("Tau-2288y", "Mond-17x")).isEqualTo("password.had");
        Instant now = Instant.now();
        assertThat(here(() -> rules.owedBy(store.li(), now.plus(Duration.ofDays(89))))
                        .stops())
                .isFalse();
        assertThat(here(() -> rules.owedBy(store.li(), now.plus(Duration.ofDays(91))))
                        .password())
                .isTrue();
        assertThat(here(() -> rules.owedBy(store.wang(), now.plus(Duration.ofDays(91))))
                        .password())
                .as("a password older than the log counts from the rule")
                .isTrue();
        assertThat(told()).contains("DOOR_RULES_CHANGED");
    }

    @Test
    @DisplayName("S-R8: the days of grace count from the first time somebody was asked")
    void grace() {
        here(() -> {
            rules.change(new DoorRules(PasswordPreset.LONG, SecondFactorRule.REQUIRED, 14), store.admin());
            return true;
        });
        Instant now = Instant.now();
        assertThat(here(() -> rules.owedBy(store.chen(), now)).stops()).isFalse();
        assertThat(here(() -> rules.owedBy(store.chen(), now.plus(Duration.ofDays(13))))
                        .stops())
                .isFalse();
        assertThat(here(() -> rules.owedBy(store.chen(), now.plus(Duration.ofDays(15))))
                        .factorNow())
                .isTrue();
        assertThat(here(() -> rules.owedBy(store.li(), now.plus(Duration.ofDays(15))))
                        .stops())
                .isFalse();
    }

    private Authenticator setUp(StaffMember member) {
        return here(() -> {
            factors.begin(member);
            Authenticator telephone = new Authenticator(factors.shown(member).secret());
            factors.confirm(member, telephone.shows(Instant.now()), "", "127.0.0.8");
            return telephone;
        });
    }

    private StaffMember proved(String code) {
        return door.prove(store.dealership().id(), store.chen().id(), code, "127.0.0.8")
                .member();
    }

    private String change(String from, String to) {
        FieldsRefused refused = catchThrowableOfType(
                FieldsRefused.class,
                () -> here(() -> {
                    passwords.change(store.li(), from, to, to, "", "127.0.0.8");
                    return true;
                }));
        return refused == null ? null : refused.fields().get(0).messageKey();
    }

    private <T> T here(Supplier<T> act) {
        return Tenancy.within(store.dealership().id(), act);
    }

    private List<String> told() {
        return here(() -> transaction.execute(
                status -> jdbc.sql("select kind from journal_entry where dealership_id = :dealership")
                        .param("dealership", store.dealership().id().value())
                        .query(String.class)
                        .list()));
    }

    private static Map<String, String> tokenFor(String username) {
        return Map.of("username", username, "password", TestStores.PASSWORD);
    }

    private static String found(String pattern, String body) {
        Matcher hit = Pattern.compile(pattern).matcher(body);
        assertThat(hit.find()).as(pattern).isTrue();
        return hit.group(1);
    }
}
