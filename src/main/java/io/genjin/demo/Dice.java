package io.genjin.demo;

import java.util.List;
import java.util.Random;

/** What is left to chance in the demo's past; the same seed throws the same. */
final class Dice extends Random {

    private static final long serialVersionUID = 1L;

    Dice(long seed) {
        super(seed);
    }

    boolean chance(int percent) {
        return nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(nextInt(of.size()));
    }
}
