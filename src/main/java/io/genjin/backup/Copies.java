package io.genjin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Tables as streams of text, row by row, in words that do not depend on who asks. */
final class Copies {

    private final Connection connection;
    private final CopyManager copies;

    /** Prepares the transaction that {@code connection} is in. */
    Copies(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local timezone = 'UTC'");
            statement.execute("set local datestyle = 'ISO, YMD'");
            statement.execute("set local intervalstyle = 'iso_8601'");
            statement.execute("set local bytea_output = 'hex'");
            statement.execute("set local extra_float_digits = 3");
            statement.execute("set local search_path = public");
        }
    }

    /** When the transaction began. */
    Instant begunAt() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select transaction_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    Manifest.Content write(Table table, OutputStream to) throws SQLException, IOException {
        DigestOutputStream digested = new DigestOutputStream(to, sha256());
        long rows = copies.copyOut(table.copyOut(), digested);
        return new Manifest.Content(table.name(), table.columns(), rows, hex(digested.getMessageDigest()));
    }

    Manifest.Content readAgain(Table table) throws SQLException, IOException {
        return write(table, OutputStream.nullOutputStream());
    }

    void load(Table table, InputStream from) throws SQLException, IOException {
        copies.copyIn(table.copyIn(), from);
    }

    List<Manifest.Position> positions(List<String> sequences) throws SQLException {
        List<Manifest.Position> positions = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String sequence : sequences) {
                try (ResultSet row = statement.executeQuery("select last_value, is_called from public." + sequence)) {
                    row.next();
                    positions.add(new Manifest.Position(sequence, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return positions;
    }

    static String checksum(InputStream of) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(of, sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return hex(digested.getMessageDigest());
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
