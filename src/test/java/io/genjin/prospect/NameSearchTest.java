package io.genjin.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.OpenDatabase;
import io.genjin.database.Tenancy;
import io.genjin.shared.Grade;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Names are found by an index although row-level security stands before it (ADR 0008). */
@GenjinTest
class NameSearchTest {

    private static final int CUSTOMERS = 2_000;

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    ProspectDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OpenDatabase database;

    @Test
    @DisplayName("as the application's own role, a name is looked up through the index and not row by row")
    void usesTheIndex() throws SQLException {
        clock.set("2026-03-02T09:00");
        TestStores.Store store = stores.found();
        Instant now = clock.instant();
        List<ProspectDesk.Received> all = IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> new ProspectDesk.Received(
                        content(number), Grade.N, now, store.zhou().id(), false))
                .toList();
        Tenancy.within(
                store.dealership().id(),
                () -> desk.receiveAll(all, null, null, store.dealership().id()));
        try (Connection owner = database.enterAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze prospect_name_term");
        }
        String plan = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> String.join(
                        "\n",
                        jdbc.sql("""
                                        explain select t.prospect_id
                                          from prospect_name_term t
                                         where t.dealership_id = :dealership
                                           and t.term >= :from
                                           and t.term < :to
                                        """)
                                .param("dealership", store.dealership().id().value())
                                .param("from", "zhangwei")
                                .param("to", "zhangwej")
                                .query(String.class)
                                .list())));
        assertThat(plan).contains("prospect_name_term_pkey").contains("term >=").doesNotContain("Seq Scan");
        assertThat(plan)
                .as("the terms are compared inside the index")
                .contains("Index Cond")
                .contains("(term < 'zhangwej'");
    }

    private static CardContent content(int number) {
        String name = List.of("张伟", "王芳", "刘洋", "陈静", "杨帆", "赵磊").get(number % 6) + number;
        return CardContent.of(name, "134" + (10_000_000 + number), Source.OTHER, "测试", List.of(), null);
    }
}
