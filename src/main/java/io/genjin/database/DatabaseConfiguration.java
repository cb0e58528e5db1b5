package io.genjin.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens the database: migrations run as the owner of the tables, everything else as a role that owns nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** So long waits who asks for a connection: the answer that there is none must be there within five seconds (S-R60). */
    private static final int ACQUIRE_MILLIS = 4_000;

    /** So long may it take to open one, and to find out that one at hand is dead (S-R61). */
    private static final int CONNECT_SECONDS = 3;

    private static final int PROOF_MILLIS = 1_000;

    private static final int STATEMENT_SECONDS = 30;

    /** A server that says nothing at all for longer than any statement may take is not there any more. */
    private static final int SILENCE_SECONDS = STATEMENT_SECONDS + 5;

    private static final int LOCK_SECONDS = 5;

    /**
     * What the server itself holds us to: no statement, no wait for a lock, and no transaction left open by a node that sleeps or
     * is gone holds up the others; what such a node still wants to write when it wakes is refused (S-R57, S-R61, S-R79j).
     */
    private static final String LIMITS = "-c statement_timeout=" + STATEMENT_SECONDS * 1000
            + " -c lock_timeout=" + LOCK_SECONDS * 1000
            + " -c idle_in_transaction_session_timeout=" + STATEMENT_SECONDS * 1000
            + " -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    @Bean
    OpenDatabase openDatabase(DatabaseSettings settings) {
        OpenDatabase database = OpenDatabase.open(settings);
        try {
            database.migrations().requireKnown();
            return database;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    @Bean
    DataSource dataSource(OpenDatabase database, DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("genjin");
        pool.setJdbcUrl(database.app().url());
        pool.setUsername(database.app().user());
        pool.setPassword(database.app().password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(ACQUIRE_MILLIS);
        pool.setValidationTimeout(PROOF_MILLIS);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("stringtype", "unspecified");
        pool.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
        pool.addDataSourceProperty("loginTimeout", CONNECT_SECONDS);
        pool.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("options", LIMITS);
        // an error names the broken rule; the row itself, with a customer in it, goes into no log (S-R88)
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(OpenDatabase database) {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                database.owner().url(),
                database.owner().user(),
                database.owner().password());
    }

    /** Asks the way in that the work takes; the owner's is not asked, it would have to be opened each time. */
    @Bean
    DataSourceHealthIndicator dbHealthContributor(DataSource dataSource) {
        return new DataSourceHealthIndicator(dataSource);
    }

    /**
     * Names two states of PostgreSQL that Spring has no name for: somebody else holds the row for too long, and the server ended
     * what this node left open. Neither is a defect; who works through many goes on, and comes back to this one (S-R79j).
     */
    @Bean
    SQLExceptionTranslator refusals() {
        SQLExceptionSubclassTranslator refusals = new SQLExceptionSubclassTranslator();
        refusals.setCustomTranslator((task, statement, thrown) -> switch (String.valueOf(thrown.getSQLState())) {
            case "55P03" -> new CannotAcquireLockException(task, thrown);
            case "25P03" -> new DataAccessResourceFailureException(task, thrown);
            default -> null;
        });
        return refusals;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }
}
