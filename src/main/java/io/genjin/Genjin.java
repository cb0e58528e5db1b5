package io.genjin;

import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** The dealership CRM that never drops a customer. */
@SpringBootApplication
public class Genjin {

    public static void main(String[] args) {
        if (args.length > 0 && !args[0].startsWith("-")) {
            System.exit(run(CommandLine.of(args)));
        }
        SpringApplication.run(Genjin.class, args);
    }

    /** Does what the line asks for and returns the exit status. */
    static int run(CommandLine line) {
        try {
            return Command.named(line.command())
                    .orElseThrow(() -> new Command.NotUnderstood("unknown command " + line.command()))
                    .run(line, () -> openFor(line));
        } catch (Command.NotUnderstood wrong) {
            System.err.println("genjin: " + wrong.getMessage());
            return 2;
        }
    }

    /** The application for one command: nobody can reach it from outside, and it runs no jobs. */
    private static ConfigurableApplicationContext openFor(CommandLine line) {
        Stream<String> fixed = Stream.of(
                "--genjin.beside=true",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--db-scheduler.enabled=false",
                "--logging.level.root=WARN");
        return SpringApplication.run(
                Genjin.class, Stream.concat(line.settings().stream(), fixed).toArray(String[]::new));
    }

    /** The business clock, as exact as what the database keeps; a demo brings one that can be moved. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
