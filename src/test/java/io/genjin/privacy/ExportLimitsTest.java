package io.genjin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** How much leaves the house (S-R32, S-R33). */
@GenjinTest
class ExportLimitsTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    AccessLog log;

    @Autowired
    ExportDesk desk;

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
        here(() -> desk.change(new ExportLimits(10, 20, 2, 3), store.admin()));
    }

    @Test
    @DisplayName(
            "S-R32: above the day's limit nothing leaves and nothing is logged, until a manager gives more, never to themselves")
    void limit() {
        here(() -> log.downloaded(store.li(), "worklist.xlsx", 6));
        here(() -> log.printed(store.li(), null, "index-card", 4));
        assertThatThrownBy(() -> here(() -> log.downloaded(store.li(), "worklist.xlsx", 1)))
                .isInstanceOf(ExportLimitReached.class);
        assertThat(looks()).as("refused means unwritten").isEqualTo(2);
        here(() -> log.downloadedUncounted(store.li(), "process-events.xes", 5_000));

        PlainBrowser li = PlainBrowser.of(store.li().username(), port);
        HttpResponse<String> refused = li.get("/prospects/" + customer() + "/print");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("今天将达到 11 位客户，您最多可带出 10 位");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                .as("the day is over at midnight")
                .isBetween(53_000L, 54_000L);
        assertThat(looks()).isEqualTo(3);
        li.get("/exports");
        assertThat(li.post("/exports/requests", Map.of("customers", "x", "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(li.post("/exports/requests", Map.of("customers", "5", "reason", "车展邀请"))
                        .body())
                .contains("alert-success", "车展邀请");
        UUID request = here(() -> desk.requests(store.li())).get(0).id();
        assertThat(li.post("/exports/requests/" + request + "/decision", Map.of("granted", "true"))
                        .statusCode())
                .as("a consultant decides nothing")
                .isEqualTo(403);
        PlainBrowser zhou = PlainBrowser.of(store.zhou().username(), port);
        assertThat(zhou.get("/exports").body()).contains("车展邀请");
        assertThat(zhou.post("/exports/requests/" + request + "/decision", Map.of("granted", "true"))
                        .statusCode())
                .isEqualTo(200);
        assertThatCode(() -> here(() -> log.downloaded(store.li(), "worklist.xlsx", 5)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> here(() -> desk.decide(request, false, store.zhou())))
                .isInstanceOf(ExportDecided.class);

        UUID own = here(() -> desk.ask(5, "for me", store.zhou()));
        assertThatThrownBy(() -> here(() -> desk.decide(own, true, store.zhou())))
                .isInstanceOf(OwnExport.class);
        clock.set("2026-03-03T09:00");
        assertThatCode(() -> here(() -> log.downloaded(store.li(), "worklist.xlsx", 10)))
                .doesNotThrowAnyException();
        assertThat(told()).contains("EXPORT_LIMITS_CHANGED", "EXPORT_ASKED", "EXPORT_GRANTED");
    }

    @Test
    @DisplayName(
            "S-R32: with several duties the widest limit counts, and limits that make no sense are refused at their fields")
    void whichLimit() {
        assertThatCode(() -> here(() -> log.downloaded(store.chen(), "worklist.xlsx", 20)))
                .doesNotThrowAnyException();
        StaffMember both =
                stores.member(store.dealership(), "both", "郭涛", Role.SALES_CONSULTANT, Role.TEST_DRIVE_SPECIALIST);
        assertThatCode(() -> here(() -> log.downloaded(both, "worklist.xlsx", 20)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> here(() -> log.downloaded(both, "worklist.xlsx", 1)))
                .isInstanceOf(ExportLimitReached.class);
        assertThatThrownBy(() -> new ExportLimits(-1, 1_000_001, 4, 3))
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.fields())
                        .extracting(Refusal.Field::name)
                        .containsExactly("consultant", "manager", "revealAlarm"));
        assertThatThrownBy(() -> new ExportLimits(0, 0, 1, 0)).isInstanceOf(FieldsRefused.class);
    }

    @Test
    @DisplayName(
            "S-R33: unusually many numbers in full tell the managers and the administrator once, and too many are refused")
    void reveals() {
        UUID customer = UUID.randomUUID();
        for (int look = 0; look < 3; look++) {
            here(() -> log.revealed(store.li(), customer, "mobile"));
        }
        assertThatThrownBy(() -> here(() -> log.revealed(store.li(), customer, "mobile")))
                .isInstanceOf(RevealLimitReached.class);
        assertThat(told().stream().filter("REVEALS_UNUSUAL"::equals)).hasSize(1);
        for (StaffMember one : List.of(store.chen(), store.zhou(), store.admin())) {
            assertThat(Api.as(one.username(), port)
                            .get("/api/v1/notices")
                            .json()
                            .toString())
                    .contains("REVEALS_UNUSUAL");
        }
        assertThat(Api.as(store.wang().username(), port)
                        .get("/api/v1/notices")
                        .json()
                        .toString())
                .doesNotContain("REVEALS_UNUSUAL");
    }

    @Test
    @DisplayName("S-R32: a sheet and a print bear who took them and when")
    void watermark() throws IOException {
        PlainBrowser zhou = PlainBrowser.of(store.zhou().username(), port);
        assertThat(parts(zhou.file("/reports/daily.xlsx").body()))
                .contains("<oddFooter>", store.dealership().name() + " · 周强 · ");
        assertThat(zhou.get("/daily-sheet/print").body())
                .contains("data-mark=\"" + store.dealership().name() + " · 周强 打印于 ");
        assertThat(zhou.post("/exports/limits", Map.of()).statusCode())
                .as("not a sales manager's")
                .isEqualTo(403);
    }

    private String customer() {
        return Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects",
                        Map.of(
                                "customerName", "张伟",
                                "mobile",
                                        "1370000"
                                                + (1000
                                                        + store.dealership()
                                                                .id()
                                                                .value()),
                                "source", "INBOUND_CALL",
                                "grade", "N",
                                "nextFollowUpDate", "2026-03-05",
                                "nextFollowUpReason", "ROUTINE"))
                .text("/id");
    }

    private static String parts(byte[] xlsx) throws IOException {
        Path file = Files.write(Files.createTempFile("daily", ".xlsx"), xlsx);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return HtmlUtils.htmlUnescape(all.toString());
    }

    private void here(Runnable act) {
        Tenancy.within(store.dealership().id(), act);
    }

    private <T> T here(Supplier<T> act) {
        return Tenancy.within(store.dealership().id(), act);
    }

    private long looks() {
        return here(() -> transaction.execute(
                status -> jdbc.sql("select count(*) from access_record where dealership_id = :dealership")
                        .param("dealership", store.dealership().id().value())
                        .query(Long.class)
                        .single()));
    }

    private List<String> told() {
        return here(() -> transaction.execute(
                status -> jdbc.sql("select kind from journal_entry where dealership_id = :dealership")
                        .param("dealership", store.dealership().id().value())
                        .query(String.class)
                        .list()));
    }
}
