package io.genjin.duplicate;

import io.genjin.prospect.ProspectStatus;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Two cases that may be one customer: the reasons, and their weights added up to at most 100. Below {@link #LEAST} nobody is
 * asked. A model or four digits alone say nothing; they only strengthen an equal name.
 */
public record Match(Set<MatchReason> reasons, int strength) {

    /** What a pair must weigh to be shown [D]. */
    static final int LEAST = 40;

    private static final int MOST = 100;

    public Match {
        reasons = Set.copyOf(reasons);
    }

    static Optional<Match> of(Traits one, Traits other) {
        if (one.status() == ProspectStatus.ORDERED && other.status() == ProspectStatus.ORDERED) {
            return Optional.empty();
        }
        Set<MatchReason> reasons = EnumSet.noneOf(MatchReason.class);
        if (one.mobile().equals(other.mobile())) {
            reasons.add(MatchReason.SAME_MOBILE);
        }
        if (one.mobile().equals(other.phone()) || other.mobile().equals(one.phone())) {
            reasons.add(MatchReason.PHONE_IS_MOBILE);
        }
        if (one.phone() != null && one.phone().equals(other.phone())) {
            reasons.add(MatchReason.SAME_PHONE);
        }
        boolean sameNumber = !reasons.isEmpty();
        boolean sameName = name(one, other, reasons);
        if (sameName && !sameNumber && one.lastFour().equals(other.lastFour())) {
            reasons.add(MatchReason.SAME_LAST_FOUR);
        }
        if (one.address() != null && one.address().equals(other.address()) && (sameName || sameNumber)) {
            reasons.add(MatchReason.SAME_ADDRESS);
        }
        if (one.model() != null && Objects.equals(one.model(), other.model()) && (sameName || sameNumber)) {
            reasons.add(MatchReason.SAME_MODEL);
        }
        int strength =
                Math.min(MOST, reasons.stream().mapToInt(MatchReason::weight).sum());
        return strength < LEAST ? Optional.empty() : Optional.of(new Match(reasons, strength));
    }

    private static boolean name(Traits one, Traits other, Set<MatchReason> reasons) {
        boolean same = one.plainName().equals(other.plainName());
        if (same && !one.plainName().isEmpty()) {
            reasons.add(one.isTitled() ? MatchReason.SAME_TITLE : MatchReason.SAME_NAME);
            return true;
        }
        if (one.sound() != null && one.sound().equals(other.sound()) && !one.isTitled() && !other.isTitled()) {
            reasons.add(MatchReason.SOUNDS_ALIKE);
            return true;
        }
        return false;
    }
}
