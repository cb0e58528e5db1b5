package io.genjin.staff;

import io.genjin.database.Tenancy;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Accounts.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Checks sign-in names, passwords and second factors; wrong ones lock an account for a while, and a name that nobody has answers
 * alike.
 */
@Service
public class SignInDesk {

    /**
     * What came of a try to sign in.
     *
     * @param member  who came in
     * @param waiting whose password was right and whose second factor is still to be proved (S-R8)
     */
    public record Outcome(
            @Nullable StaffMember member,
            boolean locked,
            @Nullable StaffMember waiting) {

        static Outcome in(StaffMember member) {
            return new Outcome(member, false, null);
        }

        static Outcome refused(boolean locked) {
            return new Outcome(null, locked, null);
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffDirectory staff;
    private final SignInRecords records;
    private final SecondFactorDesk factors;
    private final Clock wallClock = Clock.systemUTC();

    SignInDesk(
            Accounts accounts,
            Passwords passwords,
            StaffDirectory staff,
            SignInRecords records,
            SecondFactorDesk factors) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.staff = staff;
        this.records = records;
        this.factors = factors;
    }

    /**
     * The person, when name and password belong together and the account neither rests nor was closed. Whoever has a second factor
     * is not in yet, and a right password does not give the tries back.
     */
    public Outcome signIn(String typedName, String password, String address) {
        String username = typedName.strip().toLowerCase(Locale.ROOT);
        Instant now = wallClock.instant();
        Optional<Account> account = accounts.find(username);
        if (account.isEmpty() || account.get().passwordHash() == null) {
            passwords.pretend(password);
            return Outcome.refused(false);
        }
        Account known = account.get();
        if (!accounts.takeTry(username, now)) {
            passwords.pretend(password);
            records.write(known.dealership(), known.staff(), SignInRecords.What.LOCKED_OUT, address, now);
            return Outcome.refused(true);
        }
        if (!passwords.matches(password, Objects.requireNonNull(known.passwordHash()))) {
            records.write(known.dealership(), known.staff(), SignInRecords.What.FAILED, address, now);
            return Outcome.refused(isLocked(username, now));
        }
        StaffMember member = Tenancy.within(known.dealership(), () -> staff.find(known.dealership(), known.staff()))
                .filter(StaffMember::active)
                .orElse(null);
        if (member == null) {
            records.write(known.dealership(), known.staff(), SignInRecords.What.CLOSED, address, now);
            return Outcome.refused(false);
        }
        if (Tenancy.within(known.dealership(), () -> factors.isOn(member))) {
            return new Outcome(null, false, member);
        }
        accounts.succeeded(username, now);
        records.write(known.dealership(), known.staff(), SignInRecords.What.SIGNED_IN, address, now);
        return Outcome.in(member);
    }

    /** The second step of somebody whose password was right a moment ago; wrong codes count like wrong passwords (S-R2). */
    public Outcome prove(DealershipId dealership, StaffId id, String code, String address) {
        Instant now = wallClock.instant();
        return Tenancy.within(dealership, () -> {
            StaffMember member =
                    staff.find(dealership, id).filter(StaffMember::active).orElse(null);
            if (member == null) {
                return Outcome.refused(false);
            }
            if (!accounts.takeTry(member.username(), now)) {
                records.write(dealership, id, SignInRecords.What.LOCKED_OUT, address, now);
                return Outcome.refused(true);
            }
            if (!factors.takes(member, code, now, address)) {
                return Outcome.refused(isLocked(member.username(), now));
            }
            accounts.succeeded(member.username(), now);
            records.write(dealership, id, SignInRecords.What.SIGNED_IN, address, now);
            return Outcome.in(member);
        });
    }

    private boolean isLocked(String username, Instant now) {
        return accounts.lockedUntil(username).filter(now::isBefore).isPresent();
    }
}
