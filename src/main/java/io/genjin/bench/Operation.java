package io.genjin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** One thing that people do all day, over HTTP and as the same statements straight on the database. */
interface Operation {

    String name();

    /** The duty of whoever does it. */
    default String duty() {
        return "SALES_CONSULTANT";
    }

    /** Whether it leaves something behind, so that it is done to a running product only when it is asked for by name. */
    default boolean writes() {
        return false;
    }

    /** Whether the same can be asked of the database in a statement or two. */
    default boolean isComparable() {
        return true;
    }

    /** The request as it goes over the wire. */
    byte[] request(Actor by, RandomGenerator random);

    /** What must come back; anything else is an error. */
    int expected();

    /** The same reading and writing in one transaction, without the product: what the database alone needs for it. */
    void straight(Connection app, Actor by, RandomGenerator random) throws SQLException;

    /** Takes away what {@link #straight} left and the product could not read. */
    default void tidyUp(Connection owner) throws SQLException {}
}
