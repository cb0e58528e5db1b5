package io.genjin.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.consent.Consent.Channel;
import io.genjin.consent.ConsentGate.Why;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-203, O-15, S-R66: nothing goes to a partner without the customer's own yes to it. */
class ConsentGateTest {

    private static final PartnerId BANK = PartnerId.next();
    private static final PartnerId INSURER = PartnerId.next();
    private static final String LOAN = "车贷审批";
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final Set<DataField> NAME_AND_MOBILE = Set.of(DataField.NAME, DataField.MOBILE);

    private static Consent said(
            PartnerId partner,
            String purpose,
            Set<DataField> scope,
            boolean given,
            Instant saidAt,
            Instant recordedAt,
            @Nullable LocalDate until,
            @Nullable Instant withdrawnAt) {
        return new Consent(
                ConsentId.next(),
                new DealershipId(1),
                new ProspectId(TypedId.newValue()),
                partner,
                purpose,
                scope,
                given,
                Channel.PAPER,
                saidAt,
                null,
                until,
                new StaffId(TypedId.newValue()),
                recordedAt,
                withdrawnAt);
    }

    private static Consent yes(PartnerId partner, Instant at) {
        return said(partner, LOAN, NAME_AND_MOBILE, true, at, at, null, null);
    }

    private static Consent no(PartnerId partner, Instant at) {
        return said(partner, LOAN, Set.of(), false, at, at, null, null);
    }

    private static @Nullable Why why(List<Consent> statements, Set<DataField> fields) {
        return ConsentGate.judge(statements, BANK, LOAN, fields, TODAY).why();
    }

    @Test
    @DisplayName("whoever was never asked has not consented, and a yes to the insurer is none to the bank")
    void none() {
        assertThat(why(List.of(), Set.of(DataField.NAME))).isEqualTo(Why.NONE);
        assertThat(why(List.of(yes(INSURER, MONDAY)), Set.of(DataField.NAME))).isEqualTo(Why.NONE);
    }

    @Test
    @DisplayName("a yes allows its own fields for its own purpose, however the purpose is capitalised")
    void allowed() {
        Consent yes = said(BANK, "Car loan", NAME_AND_MOBILE, true, MONDAY, MONDAY, null, null);
        ConsentGate.Verdict verdict =
                ConsentGate.judge(List.of(yes), BANK, "car LOAN", Set.of(DataField.MOBILE), TODAY);
        assertThat(verdict.isAllowed()).isTrue();
        assertThat(verdict.consent()).isEqualTo(yes);
        assertThat(verdict.withheld()).isEmpty();
    }

    @Test
    @DisplayName("one field outside the yes stops all, and is named")
    void outside() {
        ConsentGate.Verdict verdict = ConsentGate.judge(
                List.of(yes(BANK, MONDAY)), BANK, LOAN, Set.of(DataField.NAME, DataField.BUDGET), TODAY);
        assertThat(verdict.isAllowed()).isFalse();
        assertThat(verdict.why()).isEqualTo(Why.OUTSIDE_SCOPE);
        assertThat(verdict.withheld()).containsExactly(DataField.BUDGET);
    }

    @Test
    @DisplayName("another purpose needs another yes")
    void otherPurpose() {
        ConsentGate.Verdict verdict =
                ConsentGate.judge(List.of(yes(BANK, MONDAY)), BANK, "信用卡营销", NAME_AND_MOBILE, TODAY);
        assertThat(verdict.why()).isEqualTo(Why.OTHER_PURPOSE);
        assertThat(verdict.withheld()).isEqualTo(NAME_AND_MOBILE);
    }

    @Test
    @DisplayName("the last day of a yes still counts, the day after does not")
    void expiry() {
        Consent untilToday = said(BANK, LOAN, NAME_AND_MOBILE, true, MONDAY, MONDAY, TODAY, null);
        Consent untilYesterday = said(BANK, LOAN, NAME_AND_MOBILE, true, MONDAY, MONDAY, TODAY.minusDays(1), null);
        assertThat(why(List.of(untilToday), NAME_AND_MOBILE)).isNull();
        assertThat(why(List.of(untilYesterday), NAME_AND_MOBILE)).isEqualTo(Why.EXPIRED);
    }

    @Test
    @DisplayName("the customer's last word counts: no after yes, yes after no")
    void lastWord() {
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        assertThat(why(List.of(yes(BANK, MONDAY), no(BANK, tuesday)), NAME_AND_MOBILE))
                .isEqualTo(Why.REFUSED);
        assertThat(why(List.of(no(BANK, MONDAY), yes(BANK, tuesday)), NAME_AND_MOBILE))
                .isNull();
        assertThat(why(List.of(yes(BANK, tuesday), no(BANK, tuesday)), NAME_AND_MOBILE))
                .as("said in the same moment, the no counts")
                .isEqualTo(Why.REFUSED);
    }

    @Test
    @DisplayName("an older yes written down after the customer took consent back opens nothing")
    void backdated() {
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        Instant wednesday = MONDAY.plus(Duration.ofDays(2));
        Consent takenBack = said(BANK, LOAN, NAME_AND_MOBILE, true, MONDAY, MONDAY, null, wednesday);
        Consent found = said(BANK, LOAN, NAME_AND_MOBILE, true, tuesday, wednesday.plusSeconds(60), null, null);
        assertThat(why(List.of(takenBack, found), NAME_AND_MOBILE)).isEqualTo(Why.WITHDRAWN);
        assertThat(why(List.of(takenBack, found, yes(BANK, wednesday.plusSeconds(1))), NAME_AND_MOBILE))
                .isNull();
    }

    @Test
    @DisplayName("over any history the gate agrees with going through the customer's words one by one")
    void anyHistory() {
        int allowed = 0;
        Set<Why> seen = EnumSet.noneOf(Why.class);
        for (int seed = 0; seed < 20_000; seed++) {
            Random chance = new Random(seed);
            List<Consent> history = new ArrayList<>();
            for (int number = chance.nextInt(6); number > 0; number--) {
                history.add(any(chance, history.size()));
            }
            Collections.shuffle(history, chance);
            Set<DataField> asked = some(chance);
            String purpose = chance.nextInt(4) == 0 ? "续保报价" : LOAN;
            ConsentGate.Verdict verdict = ConsentGate.judge(history, BANK, purpose, asked, TODAY);
            Why naive = naive(history, purpose, asked);
            assertThat(verdict.why()).as("seed %s", seed).isEqualTo(naive);
            assertThat(verdict.isAllowed()).as("seed %s", seed).isEqualTo(naive == null);
            assertThat(asked).as("seed %s", seed).containsAll(verdict.withheld());
            if (naive == null) {
                allowed++;
            } else {
                seen.add(naive);
            }
        }
        assertThat(allowed).isGreaterThan(500);
        assertThat(seen).containsExactlyInAnyOrder(Why.values());
    }

    /** Each word of its own hour; what is taken back is so half an hour after some word. */
    private static Consent any(Random chance, int place) {
        Instant at = MONDAY.plus(Duration.ofHours(place * 3L));
        boolean given = chance.nextInt(5) > 0;
        Instant withdrawn = given && chance.nextInt(3) == 0
                ? at.plus(Duration.ofMinutes(30 + 60L * chance.nextInt(12) + place))
                : null;
        LocalDate until = chance.nextInt(3) == 0 ? TODAY.plusDays(chance.nextInt(4) - 2L) : null;
        return said(
                chance.nextInt(4) == 0 ? INSURER : BANK,
                chance.nextInt(5) == 0 ? "续保报价" : LOAN,
                some(chance),
                given,
                at,
                at.plusSeconds(chance.nextInt(1_000_000)),
                until,
                withdrawn);
    }

    private static Set<DataField> some(Random chance) {
        Set<DataField> fields = EnumSet.noneOf(DataField.class);
        for (DataField field : DataField.values()) {
            if (chance.nextInt(field.ordinal() < 2 ? 2 : 6) == 0) {
                fields.add(field);
            }
        }
        fields.add(DataField.values()[chance.nextInt(2)]);
        return fields;
    }

    /** Says the customer's words again in the order they fell and keeps what was said last. */
    private static @Nullable Why naive(List<Consent> history, String purpose, Set<DataField> asked) {
        record Word(Instant at, Consent consent, boolean takesBack) {}
        List<Word> words = new ArrayList<>();
        for (Consent one : history) {
            if (one.partner().equals(BANK)) {
                words.add(new Word(one.saidAt(), one, false));
                Instant withdrawnAt = one.withdrawnAt();
                if (withdrawnAt != null) {
                    words.add(new Word(withdrawnAt, one, true));
                }
            }
        }
        Word last = null;
        for (Word word : words) {
            if (last == null || word.at().isAfter(last.at())) {
                last = word;
            }
        }
        if (last == null) {
            return Why.NONE;
        }
        Consent consent = last.consent();
        if (last.takesBack()) {
            return Why.WITHDRAWN;
        }
        if (!consent.given()) {
            return Why.REFUSED;
        }
        LocalDate until = consent.validUntil();
        if (until != null && until.atStartOfDay(ZoneOffset.UTC).isBefore(TODAY.atStartOfDay(ZoneOffset.UTC))) {
            return Why.EXPIRED;
        }
        if (!consent.purpose().equals(purpose)) {
            return Why.OTHER_PURPOSE;
        }
        for (DataField field : asked) {
            if (!consent.scope().contains(field)) {
                return Why.OUTSIDE_SCOPE;
            }
        }
        return null;
    }
}
