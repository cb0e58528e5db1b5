package io.genjin.shared.web;

import io.genjin.shared.DealershipId;
import java.time.ZoneId;
import java.util.List;

/** The signed-in person as the frame around a page needs to know them: whom it greets and what it may offer. */
public interface Reader {

    /** Request attribute under which the sign-in puts the reader. */
    String ATTRIBUTE = "io.genjin.reader";

    String name();

    /** Codes of the roles the person holds, hottest duty first. */
    List<String> roles();

    /** The dealership whose house this is. */
    DealershipId house();

    String dealershipName();

    /** The dealership's time zone, in which every date on the page is shown. */
    ZoneId zone();

    /** Whether the matrix of rights lets the person do {@code operation} at all. */
    boolean may(String operation);
}
