package io.genjin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Somebody signs in. Hashing the password is slow on purpose (S-R4), so the measure beside it is a hash of the same strength with
 * one look at the account: whatever the product adds to that is its own.
 */
final class SignIn implements Operation {

    private static final int CREATED = 201;
    private static final int STRENGTH = 12;
    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(STRENGTH);
    private static final String HASH = BCRYPT.encode("nobody's password");

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public byte[] request(Actor by, RandomGenerator random) {
        return Wire.signIn(by.username(), by.password());
    }

    @Override
    public int expected() {
        return CREATED;
    }

    @Override
    public void straight(Connection app, Actor by, RandomGenerator random) throws SQLException {
        Sql.read(app, "select dealership_id, staff_id, password_hash from account where username = ?", by.username());
        if (BCRYPT.matches("another password", HASH)) {
            throw new IllegalStateException("two passwords are one");
        }
    }
}
