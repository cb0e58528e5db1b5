package io.genjin.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person typed after the name of a {@link Command}: words, and options as {@code --name=value} or {@code --name}. An
 * option with a dot in its name is a setting of Genjin; {@code --data} is short for the setting {@code genjin.data}.
 */
public record CommandLine(String command, List<String> words, Map<String, String> options, List<String> settings) {

    public CommandLine {
        words = List.copyOf(words);
        options = Map.copyOf(options);
        settings = List.copyOf(settings);
    }

    /** Reads what was typed; the first word is the command. */
    public static CommandLine of(String[] typed) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (String part : List.of(typed).subList(1, typed.length)) {
            if (!part.startsWith("--")) {
                words.add(part);
                continue;
            }
            String[] option = part.substring(2).split("=", 2);
            if (option[0].equals("data") && option.length == 2) {
                settings.add("--genjin.data=" + option[1]);
            } else if (option[0].contains(".")) {
                settings.add(part);
            } else {
                options.put(option[0], option.length == 2 ? option[1] : "");
            }
        }
        return new CommandLine(typed[0], words, options, settings);
    }

    /**
     * The one file that the line names.
     *
     * @throws Command.NotUnderstood when it names none or several, or has an option that is not among {@code known}
     */
    public String file(Set<String> known) {
        for (String option : options.keySet()) {
            if (!known.contains(option)) {
                throw new Command.NotUnderstood("unknown option --" + option + " for " + command);
            }
        }
        if (words.size() != 1) {
            throw new Command.NotUnderstood(command + (words.isEmpty() ? " needs a FILE" : " takes one FILE"));
        }
        return words.get(0);
    }

    /** Whether the option was given at all. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The value of an option, if it was given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
