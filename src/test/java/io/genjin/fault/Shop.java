package io.genjin.fault;

import io.genjin.database.FaultServer;
import io.genjin.staff.QuickPasswords;
import io.genjin.testing.TestStores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The dealership that the writers work in, looked at past everything that Genjin says: in its tables. */
final class Shop {

    private final FaultServer server;

    Shop(FaultServer server) {
        this.server = server;
    }

    /** Its people, all with the password of tests. */
    void found() throws SQLException {
        change("insert into dealership (id, code, name, region, zone) values (1, 'T1', '测试店', '华东', 'Asia/Shanghai')");
        person("li", "李娜", "SALES_CONSULTANT");
        person("wang", "王磊", "SALES_CONSULTANT");
        person("zhao", "赵敏", "SALES_CONSULTANT");
        person("chen", "陈浩", "SHOWROOM_MANAGER");
        person("zhou", "周强", "SALES_MANAGER");
        person("sun", "孙燕", "CUSTOMER_ADMINISTRATOR");
        person("wu", "吴静", "HQ_LEAD_RESPONSIBLE");
        person("admin", "管理员", "SYSTEM_ADMINISTRATOR");
    }

    private void person(String name, String chinese, String role) throws SQLException {
        UUID id = UUID.randomUUID();
        change(
                "insert into staff_member (dealership_id, id, username, name, roles, active, created_at, updated_at, version)"
                        + " values (1, ?::uuid, ?, ?, ?, true, now(), now(), 1)",
                id.toString(),
                name,
                chinese,
                role);
        change(
                "insert into account (username, dealership_id, staff_id, password_hash, failures, created_at)"
                        + " values (?, 1, ?::uuid, ?, 0, now())",
                name,
                id.toString(),
                QuickPasswords.hash(TestStores.PASSWORD));
    }

    String idOf(String username) throws SQLException {
        return ask("select id from staff_member where username = ?", username).get(0);
    }

    int change(String statement, String... values) throws SQLException {
        try (Connection connection = server.enter();
                PreparedStatement change = connection.prepareStatement(statement)) {
            for (int place = 0; place < values.length; place++) {
                change.setString(place + 1, values[place]);
            }
            return change.executeUpdate();
        }
    }

    List<String> ask(String question, String... values) throws SQLException {
        try (Connection connection = server.enter();
                PreparedStatement asked = connection.prepareStatement(question)) {
            for (int place = 0; place < values.length; place++) {
                asked.setString(place + 1, values[place]);
            }
            List<String> answer = new ArrayList<>();
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    answer.add(rows.getString(1));
                }
            }
            return answer;
        }
    }

    long count(String question, String... values) throws SQLException {
        return Long.parseLong(ask(question, values).get(0));
    }
}
