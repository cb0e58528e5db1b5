package io.genjin;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** The dealership CRM that never drops a customer. */
@SpringBootApplication
public class Genjin {

    public static void main(String[] args) {
        SpringApplication.run(Genjin.class, args);
    }

    /** The business clock; a demo brings one that can be moved. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }
}
