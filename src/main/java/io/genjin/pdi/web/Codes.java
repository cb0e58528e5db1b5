package io.genjin.pdi.web;

import io.genjin.shared.NothingHere;
import java.util.Locale;

/** Groups and items as addresses write them: {@code engine-bay}. */
public final class Codes {

    private Codes() {}

    public static String path(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(E[] all, String path) {
        for (E one : all) {
            if (path(one).equals(path) || one.name().equals(path)) {
                return one;
            }
        }
        throw new NothingHere(path);
    }
}
