package io.genjin.bench;

import io.genjin.shared.Command;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How large the database is that the benchmark fills. A dealership keeps twenty thousand customers; more of them are more
 * dealerships, as a group or a brand grows.
 */
enum Scale {
    S100K("100k", 5),
    S1M("1m", 50),
    S10M("10m", 500);

    static final int CUSTOMERS = 20_000;

    private final String word;
    private final int dealerships;

    Scale(String word, int dealerships) {
        this.word = word;
        this.dealerships = dealerships;
    }

    static Scale of(String word) {
        return Arrays.stream(values())
                .filter(scale -> scale.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Command.NotUnderstood("--scale is one of "
                        + Arrays.stream(values()).map(scale -> scale.word).collect(Collectors.joining(", "))
                        + ", not " + word));
    }

    String word() {
        return word;
    }

    int dealerships() {
        return dealerships;
    }
}
