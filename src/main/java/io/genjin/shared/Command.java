package io.genjin.shared;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Something a person does with Genjin from the command line besides starting it. Modules name theirs in
 * {@code META-INF/services}, so that the door knows none of them.
 */
public interface Command {

    /** By which word it is called. */
    String name();

    /**
     * Does it, prints what was done, and returns the exit status: 0 done, 1 refused or failed.
     *
     * @param application opens the whole application for the time of the command: no pages, no jobs, beside a running Genjin
     *                    if there is one; to be closed by the command
     * @throws NotUnderstood when the words or options are none of this command
     */
    int run(CommandLine line, Supplier<ConfigurableApplicationContext> application);

    /** The command called {@code name}, if a module brings one. */
    static Optional<Command> named(String name) {
        return ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(command -> command.name().equals(name))
                .findFirst();
    }

    /** The line cannot be understood; the sentence says what is wrong with it. */
    final class NotUnderstood extends RuntimeException {

        public NotUnderstood(String sentence) {
            super(sentence);
        }
    }
}
