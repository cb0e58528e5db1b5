package io.genjin.staff;

/** Hashes that are compared in a moment, for people of tests: signing in costs as much as the hash it is compared with. */
public final class QuickPasswords {

    private static final int WEAKEST = 4;

    private QuickPasswords() {}

    public static String hash(String password) {
        return new Passwords(WEAKEST).hash(password);
    }
}
