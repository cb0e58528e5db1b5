package io.genjin.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens the database: migrations run as the owner of the tables, everything else as a role that owns nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final int STATEMENT_TIMEOUT_SECONDS = 30;

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
        pool.setConnectionTimeout(5_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("stringtype", "unspecified");
        pool.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT_TIMEOUT_SECONDS * 1000);
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

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }
}
