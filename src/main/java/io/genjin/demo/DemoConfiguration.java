package io.genjin.demo;

import io.genjin.followup.Sweep;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What a demo has that a real start has not: its clock, and the work that is due when it is moved. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    DemoClock demoClock(@Value("${genjin.data:data}") Path data) {
        return new DemoClock(Clock.tickMillis(ZoneOffset.UTC), data.resolve("demo-clock"));
    }

    @Bean
    DueWork fallenClocks(Sweep sweep) {
        return sweep::settleFallen;
    }
}
