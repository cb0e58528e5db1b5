package io.genjin.subscription;

import io.genjin.staff.StaffMember;
import java.time.Instant;

/**
 * A page that can be had by e-mail. The module that owns the page registers a bean, or this module does for those that come before it;
 * its name is the text {@code subscribable.<CODE>}.
 */
public interface Subscribable {

    /** Stable, and unique among all. */
    String code();

    /** Who may not perform this operation cannot subscribe, and gets nothing any more when the right has gone. */
    String operation();

    /** Where it stands among the others. */
    int position();

    /** What the reader may know of it, as far as it is told in a letter that is due at {@code due}. */
    Digest digest(Instant due, StaffMember reader);

    /** How a page is told in a letter. */
    @FunctionalInterface
    interface Teller {
        Digest tell(Instant due, StaffMember reader);
    }

    static Subscribable of(String code, String operation, int position, Teller teller) {
        return new Subscribable() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public String operation() {
                return operation;
            }

            @Override
            public int position() {
                return position;
            }

            @Override
            public Digest digest(Instant due, StaffMember reader) {
                return teller.tell(due, reader);
            }
        };
    }
}
