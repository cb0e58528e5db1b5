package io.genjin.sheet;

import io.genjin.shared.Refusal;

/** A file that is not read at all, and why; nothing of it is kept. */
public class SheetRefused extends Refusal {

    /** What is wrong with the file as a whole. */
    public enum Why {
        EMPTY,
        /** Neither an xlsx sheet nor text. */
        KIND,
        /** The old xls, or one with a password. */
        OLD_OR_LOCKED,
        BROKEN,
        /** Unpacks to far more than a sheet would: a bomb. */
        UNPACKED,
        TOO_LARGE,
        TOO_MANY_ROWS,
        QUOTES
    }

    private final Why why;

    public SheetRefused(Why why, Object... args) {
        super(Kind.RULE, args);
        this.why = why;
        at(Field.of("file", "sheet." + why, args));
    }

    public Why why() {
        return why;
    }

    @Override
    public String messageKey() {
        return "sheet." + why;
    }
}
