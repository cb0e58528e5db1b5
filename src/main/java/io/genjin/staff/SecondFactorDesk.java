package io.genjin.staff;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.SecondFactors.Standing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people set up the second thing they prove at the door, an authenticator on their telephone, and where an administrator
 * ends one that is lost (S-R8). Wrong codes count like wrong passwords and stay counted, therefore its transactions begin late.
 */
@Service
public class SecondFactorDesk {

    /**
     * What somebody's own page shows.
     *
     * @param secret        as it is typed into an authenticator; only while it is being set up
     * @param address       the same for an authenticator's camera
     * @param recoveryCodes how many are left
     * @param obliged       whether the dealership asks it of this person
     */
    public record Shown(
            boolean on, @Nullable String secret, @Nullable String address, int recoveryCodes, boolean obliged) {}

    private final SecondFactors factors;
    private final DoorRulesDesk rules;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SignInRecords records;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Clock wallClock = Clock.systemUTC();

    SecondFactorDesk(
            SecondFactors factors,
            DoorRulesDesk rules,
            Accounts accounts,
            Sessions sessions,
            ApiTokens tokens,
            SignInRecords records,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.factors = factors;
        this.rules = rules;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.records = records;
        this.staff = staff;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public Shown shown(StaffMember member) {
        Optional<Standing> standing = factors.of(member);
        boolean on = standing.map(Standing::isOn).orElse(false);
        byte[] sealed = on ? null : standing.map(Standing::sealed).orElse(null);
        String secret = sealed == null ? null : Totp.written(factors.open(member, sealed));
        return new Shown(
                on,
                secret,
                secret == null ? null : address(member, secret),
                standing.map(Standing::recoveryCodes).orElse(0),
                rules.of(member.dealership()).obliges(member));
    }

    public boolean isOn(StaffMember member) {
        return factors.of(member).map(Standing::isOn).orElse(false);
    }

    private static String address(StaffMember member, String secret) {
        return "otpauth://totp/Genjin:" + URLEncoder.encode(member.username(), StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=Genjin";
    }

    /** A new secret, which counts once a code has proved that it arrived. */
    public void begin(StaffMember member) {
        factors.begin(member);
    }

    /**
     * The first code proves that the authenticator holds the secret; from now on it is asked for at the door. Other devices and all
     * tokens end, for they came in without it.
     *
     * @return the recovery codes, which nobody can show again
     * @throws FieldsRefused naming {@code code}
     * @throws AccountRests  after too many wrong ones
     */
    public List<String> confirm(StaffMember member, String code, String session, String address) {
        return withCode(member, code, address, () -> {
            if (isOn(member)) {
                throw new FieldsRefused(Field.of("code", "secondFactor.code.wrong"));
            }
            Instant now = wallClock.instant();
            factors.confirm(member, now);
            List<String> codes = factors.newRecoveryCodes(member);
            records.write(member.dealership(), member.id(), SignInRecords.What.FACTOR_SET_UP, address, now);
            publish(StaffFact.Kind.SECOND_FACTOR_SET_UP, member, member);
            tokens.revokeAll(member.dealership(), member.id());
            sessions.endOthers(member, session);
            return codes;
        });
    }

    /** Ten new recovery codes for a code of the authenticator; the earlier ones end. */
    public List<String> renewRecoveryCodes(StaffMember member, String code, String address) {
        return withCode(member, code, address, () -> factors.newRecoveryCodes(member));
    }

    /**
     * Goes on without a second factor.
     *
     * @throws SecondFactorObliged when the dealership asks it of this person
     */
    public void end(StaffMember member, String code, String address) {
        if (rules.of(member.dealership()).obliges(member)) {
            throw new SecondFactorObliged();
        }
        withCode(member, code, address, () -> {
            Instant now = wallClock.instant();
            factors.end(member, now);
            records.write(member.dealership(), member.id(), SignInRecords.What.FACTOR_ENDED, address, now);
            publish(StaffFact.Kind.SECOND_FACTOR_ENDED, member, member);
            return true;
        });
    }

    /**
     * An administrator ends the factor of a colleague whose telephone is lost; everything signed in with it ends, and whoever must
     * have one sets up another within the days of grace.
     *
     * @throws OwnPasswordElsewhere when it is one's own
     */
    public void reset(StaffId id, StaffMember by, String address) {
        if (id.equals(by.id())) {
            throw new OwnPasswordElsewhere();
        }
        StaffMember member = staff.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id.value()));
        transaction.executeWithoutResult(status -> {
            if (!isOn(member)) {
                return;
            }
            Instant now = wallClock.instant();
            factors.end(member, now);
            records.write(member.dealership(), member.id(), SignInRecords.What.FACTOR_RESET, address, now);
            publish(StaffFact.Kind.SECOND_FACTOR_RESET, member, by);
            tokens.revokeAll(member.dealership(), member.id());
            sessions.endAll(member.username());
        });
    }

    /** Whether a code of the authenticator, or a recovery code, is good; either is spent with that. */
    boolean takes(StaffMember member, String code, Instant now, String address) {
        String typed = code.strip();
        if (typed.length() > 40) {
            return false;
        }
        if (factors.spend(member, typed, now)) {
            return true;
        }
        if (factors.spendRecoveryCode(member, typed)) {
            records.write(member.dealership(), member.id(), SignInRecords.What.RECOVERY_CODE_USED, address, now);
            return true;
        }
        records.write(member.dealership(), member.id(), SignInRecords.What.CODE_FAILED, address, now);
        return false;
    }

    private <T> T withCode(StaffMember member, String code, String address, Supplier<T> act) {
        if (code.isBlank()) {
            throw new FieldsRefused(Field.of("code", "field.required"));
        }
        Instant now = wallClock.instant();
        if (!accounts.takeTry(member.username(), now)) {
            throw new AccountRests(accounts.restOf(member.username(), now));
        }
        if (!factors.spend(member, code.strip(), now)) {
            records.write(member.dealership(), member.id(), SignInRecords.What.CODE_FAILED, address, now);
            throw new FieldsRefused(Field.of("code", "secondFactor.code.wrong"));
        }
        accounts.giveBack(member.username());
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private void publish(StaffFact.Kind kind, StaffMember who, StaffMember by) {
        events.publishEvent(StaffFact.of(kind, who, by, clock.instant()));
    }
}
