package io.genjin.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real PostgreSQL, listening on a free port. All such tests share one application; each makes a
 * dealership of its own, so that none sees another's rows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "genjin.data=${genjin.test.data:target/test-data}",
            "db-scheduler.enabled=false",
            "spring.main.banner-mode=off",
            "genjin.connections=8",
            "genjin.management.port=0",
            "genjin.second-factor=OPTIONAL",
            // tests ask faster than any showroom, all from one address
            "genjin.limit.api-calls=100000",
            "genjin.limit.searches=10000",
            "genjin.limit.exports=10000",
            "genjin.limit.reveals=10000",
            "genjin.limit.password-links=10000",
            "genjin.limit.wrong-passwords=10000",
            "genjin.limit.strangers=100000",
            "genjin.limit.tokens=10000"
        })
@Import(TestBeans.class)
@ExtendWith(QuietLogs.class)
public @interface GenjinTest {}
