package io.genjin.testing;

import io.genjin.dealership.Dealerships;
import io.genjin.staff.Founding;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What tests have beside the application: a clock they set, and dealerships they found. */
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    public MutableClock testClock() {
        return new MutableClock();
    }

    @Bean
    public PassingTime passingTime() {
        return new PassingTime();
    }

    /** The mail server that letters leave by: a real one, on a port of its own, that keeps what it is given. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    public PostOffice postOffice() {
        return new PostOffice();
    }

    @Bean
    public DynamicPropertyRegistrar mailServer(PostOffice office) {
        return settings -> {
            settings.add("genjin.mail.host", () -> PostOffice.HOST);
            settings.add("genjin.mail.port", office::port);
            settings.add("genjin.mail.security", () -> "NONE");
            settings.add("genjin.mail.username", () -> PostOffice.USERNAME);
            settings.add("genjin.mail.password", () -> PostOffice.PASSWORD);
            settings.add("genjin.mail.from", () -> "crm@dealer.example");
            settings.add("genjin.mail.address", () -> "https://crm.dealer.example");
        };
    }

    @Bean
    @Lazy
    public TestStores testStores(Dealerships dealerships, Founding founding) {
        return new TestStores(dealerships, founding);
    }
}
