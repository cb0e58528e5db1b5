package io.genjin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.OpenDatabase;
import io.genjin.privacy.AuditFinding.Fault;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The records that only grow, sealed and read again (S-R72, S-R75). */
@GenjinTest
class AuditChainTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    AuditChain chain;

    @Autowired
    OpenDatabase database;

    @LocalServerPort
    int port;

    TestStores.Store store;
    DealershipId here;
    String customer;

    @BeforeEach
    void aDayInTheHouse() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        here = store.dealership().id();
        Api li = Api.as(store.li().username(), port);
        customer = li.post(
                        "/api/v1/prospects",
                        Map.of(
                                "customerName", "张伟",
                                "mobile", "1370000" + (1000 + here.value()),
                                "source", "INBOUND_CALL",
                                "grade", "N",
                                "nextFollowUpDate", "2026-03-05",
                                "nextFollowUpReason", "ROUTINE"))
                .text("/id");
        PlainBrowser browser = PlainBrowser.of(store.li().username(), port);
        browser.get("/prospects/" + customer);
        browser.post("/prospects/" + customer + "/mobile-reveals", Map.of());
    }

    @Test
    @DisplayName("S-R75: what is sealed is whole until one byte is flipped, and then the entry is named")
    void flipped() throws SQLException {
        sealed();
        AuditState whole = chain.verify(here);
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.records())
                .allSatisfy(record -> assertThat(record.entries()).isPositive());
        PlainBrowser.of(store.wang().username(), port);
        sealed();
        assertThat(chain.verify(here).isWhole()).isTrue();
        assertThat(chain.verify(here).records().get(2).blocks()).isEqualTo(2);

        UUID look = one("select id from access_record where dealership_id = " + here.value());
        byOwner("update access_record set customers = 2 where dealership_id = %d".formatted(here.value()));
        assertThat(chain.verify(here).findings())
                .containsExactly(new AuditFinding(AuditRecord.LOOKS, 1, look, Fault.CHANGED));
        byOwner("update access_record set customers = 1 where dealership_id = %d".formatted(here.value()));
        assertThat(chain.verify(here).isWhole()).as("put back").isTrue();
    }

    @Test
    @DisplayName("S-R75: an entry taken out, one slipped in, and a block that was written anew are found")
    void takenOutAndSlippedIn() throws SQLException {
        sealed();
        UUID look = one("select id from access_record where dealership_id = " + here.value());
        UUID slipped = new UUID(look.getMostSignificantBits() - 1, look.getLeastSignificantBits());
        byOwner("""
                insert into access_record (dealership_id, id, looked_at, staff_id, look, prospect_id, what, customers)
                select dealership_id, '%s', looked_at, staff_id, look, prospect_id, what, customers
                  from access_record where dealership_id = %d""".formatted(slipped, here.value()));
        byOwner("delete from access_record where id = '%s'".formatted(look));
        assertThat(chain.verify(here).findings())
                .containsExactlyInAnyOrder(
                        new AuditFinding(AuditRecord.LOOKS, 1, slipped, Fault.ADDED),
                        new AuditFinding(AuditRecord.LOOKS, 1, look, Fault.REMOVED));

        byOwner("update audit_block set seal = sha256(seal) where record = 'DOOR' and dealership_id = %d"
                .formatted(here.value()));
        assertThat(chain.verify(here).findings())
                .contains(new AuditFinding(AuditRecord.DOOR, 1, null, Fault.CHAIN_BROKEN));
        PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
        assertThat(admin.get("/audit").body()).doesNotContain("alert-danger");
        assertThat(admin.post("/audit/verification", Map.of()).body())
                .contains("alert-danger", look.toString(), slipped.toString());
    }

    @Test
    @DisplayName(
            "S-R69, S-R75: erasing a customer leaves the record whole and is counted; a change by hand is found before and after, also"
                    + " one that calls itself an erasure")
    void erased() throws SQLException {
        UUID entry = givenUp();
        sealed();
        assertThat(chain.verify(here).isWhole()).isTrue();
        String of = " where id = '%s'".formatted(entry);
        String other = "update journal_entry set details = details || '{\"by\": \"hand\"}'";
        AuditFinding changed = new AuditFinding(AuditRecord.JOURNAL, 1, entry, Fault.CHANGED);

        byOwner("update journal_entry set erased_digest = sha256(convert_to(details::text, 'UTF8'))" + of);
        assertThat(chain.verify(here).findings()).containsExactly(changed);
        byOwner(other + of);
        assertThat(chain.verify(here).findings()).as("called an erasure").containsExactly(changed);
        byOwner("update journal_entry set erased_digest = null" + of);
        assertThat(chain.verify(here).findings()).as("by hand").containsExactly(changed);
        byOwner("update journal_entry set details = details - 'by'" + of);
        assertThat(chain.verify(here).isWhole()).as("put back").isTrue();

        String erasure = Api.as(store.zhou().username(), port)
                .post("/api/v1/prospects/" + customer + "/erasures", Map.of("reason", "CUSTOMER_ASKED"))
                .text("/id");
        assertThat(Api.as(store.sun().username(), port)
                        .post("/api/v1/erasures/" + erasure + "/confirmation", Map.of())
                        .text("/status"))
                .isEqualTo("DONE");
        AuditState after = chain.verify(here);
        assertThat(after.findings()).isEmpty();
        assertThat(after.erased()).isPositive();
        assertThat(PlainBrowser.of(store.admin().username(), port).get("/audit").body())
                .contains("随客户个人信息一并删除了文字的日志：" + after.erased() + " 条");

        byOwner(other + of);
        assertThat(chain.verify(here).findings()).as("by hand, after").containsExactly(changed);
        byOwner("update journal_entry set erased_digest = null" + of);
        assertThat(chain.verify(here).findings()).as("its digest taken").containsExactly(changed);
    }

    /** @return the entry that holds the words of the review */
    private UUID givenUp() throws SQLException {
        Api.Answer reached = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + customer + "/follow-ups",
                        Map.of(
                                "way", "PHONE",
                                "outcome", "REACHED",
                                "content", "谈了购车时间和预算",
                                "nextDate", "2026-03-03",
                                "nextReason", "ROUTINE"));
        assertThat(reached.status()).as(reached.json().toString()).isEqualTo(201);
        Api.Answer reviewed = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + customer + "/reviews",
                        Map.of(
                                "summary", "住在龙华路，太太姓欧阳",
                                "reasons", List.of("PRICE"),
                                "revisit", "NO",
                                "applies", true,
                                "outcome", "GAVE_UP",
                                "stageReached", "VISITED"));
        assertThat(reviewed.status()).as(reviewed.json().toString()).isEqualTo(200);
        String defeat =
                Api.as(store.zhou().username(), port).get("/api/v1/defeats").text("/items/0/id");
        assertThat(Api.as(store.chen().username(), port)
                        .post("/api/v1/defeats/" + defeat + "/approval", Map.of())
                        .status())
                .isEqualTo(200);
        return one("select id from journal_entry where dealership_id = %d and details::text like '%%龙华路%%'"
                .formatted(here.value()));
    }

    @Test
    @DisplayName("S-R75: what may still land is not sealed yet")
    void notYet() {
        chain.seal(here, chain.horizon());
        assertThat(chain.verify(here).records())
                .allSatisfy(record -> assertThat(record.entries()).isZero());
        sealed();
        assertThat(chain.verify(here).records())
                .allSatisfy(record -> assertThat(record.entries()).isPositive());
    }

    @Test
    @DisplayName("S-R72: who saw this customer, and what did this person see, between two days")
    void whoSaw() {
        PlainBrowser zhou = PlainBrowser.of(store.zhou().username(), port);
        String of = "/access-log?prospect=" + customer;
        assertThat(zhou.get(of + "&from=2026-03-02&to=2026-03-02").body()).contains("<td>李娜</td>");
        assertThat(zhou.get(of + "&from=2026-03-03").body()).doesNotContain("<td>李娜</td>");
        assertThat(zhou.get(of + "&to=2026-03-01").body()).doesNotContain("<td>李娜</td>");
        assertThat(zhou.get("/access-log?person=" + store.li().username()).body())
                .contains("<td>李娜</td>");
        assertThat(zhou.get("/access-log?person=" + store.wang().username()).body())
                .doesNotContain("<td>李娜</td>");
        assertThat(zhou.get("/access-log?person=nobody").statusCode()).isEqualTo(404);
        assertThat(zhou.get("/access-log?prospect=x").statusCode()).isEqualTo(404);
        assertThat(zhou.get("/access-log?from=2026-02-30").statusCode()).isBetween(400, 422);
    }

    @Test
    @DisplayName(
            "S-R75: a whole record rings nobody by night; a missing block rings the administrator and no consultant")
    void bell() throws SQLException {
        sealed();
        chain.verifyAndTell(store.dealership());
        assertThat(bell(store.admin())).doesNotContain("AUDIT_BROKEN");

        byOwner("update audit_block set no = 2 where record = 'LOOKS' and dealership_id = " + here.value());
        assertThat(chain.verify(here).findings())
                .containsExactly(new AuditFinding(AuditRecord.LOOKS, 1, null, Fault.CHAIN_BROKEN));
        chain.verifyAndTell(store.dealership());
        assertThat(bell(store.admin())).contains("AUDIT_BROKEN");
        assertThat(bell(store.li())).doesNotContain("AUDIT_BROKEN");
    }

    private String bell(StaffMember who) {
        return Api.as(who.username(), port).get("/api/v1/notices").json().toString();
    }

    private void sealed() {
        chain.seal(here, Instant.now().plusSeconds(60));
    }

    private UUID one(String sql) throws SQLException {
        try (Connection connection = database.enterAsOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getObject(1, UUID.class);
        }
    }

    private void byOwner(String sql) throws SQLException {
        try (Connection connection = database.enterAsOwner();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
