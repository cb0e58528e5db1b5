package io.genjin.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as the database takes and gives them: bound with an offset, read back as instants. */
public final class Moments {

    private Moments() {}

    /** A moment to be bound. */
    public static OffsetDateTime bound(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** A moment to be bound that may be missing. */
    public static @Nullable OffsetDateTime boundOrNull(@Nullable Instant moment) {
        return moment == null ? null : bound(moment);
    }

    /** The moment in a column that always has one. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The moment in a column that may have none. */
    public static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
