package io.genjin.database;

import io.genjin.shared.DealershipId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Begins every transaction by entering the dealership it is for (database rule 3). */
final class TenantTransactions extends JdbcTransactionManager {

    TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Optional<DealershipId> dealership = Tenancy.current();
        if (dealership.isPresent()) {
            try (PreparedStatement enter = connection.prepareStatement("select enter(?)")) {
                enter.setInt(1, dealership.get().value());
                enter.execute();
            }
        }
    }
}
