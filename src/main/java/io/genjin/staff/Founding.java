package io.genjin.staff;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.TypedId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds a dealership with its first people, before there is anybody who could invite them. */
@Service
public class Founding {

    private final Dealerships dealerships;
    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffDirectory staff;
    private final StaffMembers members;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Founding(
            Dealerships dealerships,
            Accounts accounts,
            Passwords passwords,
            StaffDirectory staff,
            StaffMembers members,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.dealerships = dealerships;
        this.accounts = accounts;
        this.passwords = passwords;
        this.staff = staff;
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Gives a new dealership its administrator.
     *
     * @throws io.genjin.shared.FieldsRefused naming {@code password} when it is too weak (S-R5)
     */
    public StaffMember found(Dealership dealership, String username, String name, String password) {
        passwords.check(password, username, "password", PasswordPreset.LONG);
        String hash = passwords.hash(password);
        return Tenancy.within(
                dealership.id(),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    dealerships.add(dealership);
                    return member(dealership, username, name, Set.of(Role.SYSTEM_ADMINISTRATOR), hash);
                })));
    }

    /** Adds a person whose password hash is known; demos sign in all their people with one password. */
    public StaffMember member(
            Dealership dealership, String username, String name, Set<Role> roles, String passwordHash) {
        return Tenancy.within(
                dealership.id(),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    Instant now = clock.instant();
                    StaffMember member = new StaffMember(
                            new StaffId(TypedId.newValue()), dealership.id(), username, name, roles, true);
                    members.add(member, now);
                    accounts.add(username, dealership.id(), member.id(), passwordHash, now);
                    staff.changed(dealership.id());
                    return member;
                })));
    }
}
