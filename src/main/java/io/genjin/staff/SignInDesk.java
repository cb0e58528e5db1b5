package io.genjin.staff;

import io.genjin.database.Tenancy;
import io.genjin.staff.Accounts.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checks sign-in names and passwords; wrong ones lock an account for a while, and a name that nobody has answers alike. */
@Service
public class SignInDesk {

    /** What came of a try to sign in. */
    public record Outcome(@Nullable StaffMember member, boolean locked) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffDirectory staff;
    private final SignInRecords records;
    private final Clock wallClock = Clock.systemUTC();

    SignInDesk(Accounts accounts, Passwords passwords, StaffDirectory staff, SignInRecords records) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.staff = staff;
        this.records = records;
    }

    /** The person, when name and password belong together and the account neither rests nor was closed. */
    public Outcome signIn(String typedName, String password, String address) {
        String username = typedName.strip().toLowerCase(Locale.ROOT);
        Instant now = wallClock.instant();
        Optional<Account> account = accounts.find(username);
        if (account.isEmpty() || account.get().passwordHash() == null) {
            passwords.pretend(password);
            return new Outcome(null, false);
        }
        Account known = account.get();
        if (!accounts.takeTry(username, now)) {
            passwords.pretend(password);
            records.write(known.dealership(), known.staff(), SignInRecords.What.LOCKED_OUT, address, now);
            return new Outcome(null, true);
        }
        if (!passwords.matches(password, Objects.requireNonNull(known.passwordHash()))) {
            records.write(known.dealership(), known.staff(), SignInRecords.What.FAILED, address, now);
            return new Outcome(
                    null, accounts.lockedUntil(username).filter(now::isBefore).isPresent());
        }
        StaffMember member = Tenancy.within(known.dealership(), () -> staff.find(known.dealership(), known.staff()))
                .filter(StaffMember::active)
                .orElse(null);
        if (member == null) {
            records.write(known.dealership(), known.staff(), SignInRecords.What.CLOSED, address, now);
            return new Outcome(null, false);
        }
        accounts.succeeded(username, now);
        records.write(known.dealership(), known.staff(), SignInRecords.What.SIGNED_IN, address, now);
        return new Outcome(member, false);
    }
}
