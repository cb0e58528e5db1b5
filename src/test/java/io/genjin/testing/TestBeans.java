package io.genjin.testing;

import io.genjin.dealership.Dealerships;
import io.genjin.staff.Founding;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** What tests have beside the application: a clock they set, and dealerships they found. */
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    public MutableClock testClock() {
        return new MutableClock();
    }

    @Bean
    @Lazy
    public TestStores testStores(Dealerships dealerships, Founding founding) {
        return new TestStores(dealerships, founding);
    }
}
