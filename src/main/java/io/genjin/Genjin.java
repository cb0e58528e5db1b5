package io.genjin;

import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import java.time.Clock;
import java.util.Optional;
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
        Optional<Command> command = args.length == 0 ? Optional.empty() : Command.named(args[0]);
        if (command.isPresent()) {
            System.exit(run(command.get(), CommandLine.of(args)));
        }
        SpringApplication.run(Genjin.class, args);
    }

    private static int run(Command command, CommandLine line) {
        try {
            return command.run(line, () -> openFor(line));
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

    /** The business clock; a demo brings one that can be moved. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }
}
