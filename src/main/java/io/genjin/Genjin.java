package io.genjin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The dealership CRM that never drops a customer. */
@SpringBootApplication
public class Genjin {

    public static void main(String[] args) {
        SpringApplication.run(Genjin.class, args);
    }
}
