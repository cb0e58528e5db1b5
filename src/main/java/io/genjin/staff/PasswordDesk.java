package io.genjin.staff;

import io.genjin.database.Tenancy;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people set their own password: the first by invitation, a new one with the current. Its transactions are its own and
 * begin late, because a code is looked up before the dealership is known and a wrong guess must stay counted.
 */
@Service
public class PasswordDesk {

    private final Invitations invitations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final StaffDirectory staff;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final SignInRecords records;
    private final DoorRulesDesk rules;
    private final EarlierPasswords earlier;
    private final TransactionTemplate transaction;
    private final Clock wallClock = Clock.systemUTC();

    PasswordDesk(
            Invitations invitations,
            Accounts accounts,
            Passwords passwords,
            StaffDirectory staff,
            ApiTokens tokens,
            Sessions sessions,
            SignInRecords records,
            DoorRulesDesk rules,
            EarlierPasswords earlier,
            PlatformTransactionManager transactions) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.staff = staff;
        this.tokens = tokens;
        this.sessions = sessions;
        this.records = records;
        this.rules = rules;
        this.earlier = earlier;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The person whom a code invites.
     *
     * @throws InvitationOver when it invites nobody (any more)
     */
    public StaffMember invited(String code) {
        return member(holder(code));
    }

    /**
     * Sets the password and spends the code; what was signed in under the name before ends (S-R12, S-R15).
     *
     * @throws InvitationOver when the code invites nobody, or somebody spent it a moment ago
     * @throws FieldsRefused  naming {@code password} or {@code passwordAgain}
     */
    public void accept(String code, String password, String again, String address) {
        Invitations.Holder holder = holder(code);
        StaffMember member = member(holder);
        Tenancy.within(holder.dealership(), () -> check(password, again, member));
        String hash = passwords.hash(password);
        Instant now = wallClock.instant();
        Tenancy.within(
                holder.dealership(),
                () -> transaction.executeWithoutResult(status -> {
                    if (!invitations.spend(code, holder, hash, now)) {
                        throw new InvitationOver();
                    }
                    earlier.add(member, hash, now);
                    records.write(member.dealership(), member.id(), SignInRecords.What.PASSWORD_CHANGED, address, now);
                    tokens.revokeAll(member.dealership(), member.id());
                    sessions.endAll(member.username());
                }));
    }

    /**
     * Changes the password of somebody who is signed in and knows the current one. Other sessions and all tokens end (S-R12).
     *
     * @param session the session that asks, which stays
     * @throws AccountRests  when the current password was guessed wrongly too often (S-R2)
     * @throws FieldsRefused naming {@code currentPassword}, {@code password} or {@code passwordAgain}
     */
    public void change(
            StaffMember member, String current, String password, String again, String session, String address) {
        check(password, again, member);
        Instant now = wallClock.instant();
        String known = accounts.find(member.username())
                .map(Accounts.Account::passwordHash)
                .orElse(null);
        if (known == null) {
            throw new FieldsRefused(Field.of("currentPassword", "password.wrong"));
        }
        if (!accounts.takeTry(member.username(), now)) {
            passwords.pretend(current);
            throw new AccountRests(accounts.restOf(member.username(), now));
        }
        if (!passwords.matches(current, known)) {
            records.write(member.dealership(), member.id(), SignInRecords.What.FAILED, address, now);
            throw new FieldsRefused(Field.of("currentPassword", "password.wrong"));
        }
        if (current.equals(password)) {
            throw new FieldsRefused(Field.of("password", "password.same"));
        }
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            if (earlier.setAt(member).isEmpty()) {
                earlier.add(member, known, now.minusSeconds(1));
            }
            accounts.setPassword(member.username(), hash);
            earlier.add(member, hash, now);
            records.write(member.dealership(), member.id(), SignInRecords.What.PASSWORD_CHANGED, address, now);
            tokens.revokeAll(member.dealership(), member.id());
            sessions.endOthers(member, session);
        });
    }

    /** Which passwords the dealership takes. */
    public PasswordPreset preset(StaffMember member) {
        return Tenancy.within(
                member.dealership(), () -> rules.of(member.dealership()).passwords());
    }

    private void check(String password, String again, StaffMember member) {
        PasswordPreset preset = rules.of(member.dealership()).passwords();
        passwords.check(password, member.username(), "password", preset);
        if (!password.equals(again)) {
            throw new FieldsRefused(Field.of("passwordAgain", "password.differs"));
        }
        boolean had =
                earlier.of(member, preset.remembered()).stream().anyMatch(hash -> passwords.matches(password, hash));
        if (had) {
            throw new FieldsRefused(Field.of("password", "password.had", preset.remembered()));
        }
    }

    private Invitations.Holder holder(String code) {
        return invitations.find(code, wallClock.instant()).orElseThrow(InvitationOver::new);
    }

    private StaffMember member(Invitations.Holder holder) {
        return Tenancy.within(holder.dealership(), () -> staff.find(holder.dealership(), holder.staff()))
                .filter(StaffMember::active)
                .orElseThrow(InvitationOver::new);
    }
}
