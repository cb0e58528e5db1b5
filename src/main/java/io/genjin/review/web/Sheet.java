package io.genjin.review.web;

import io.genjin.review.DecisionId;
import io.genjin.review.FindingId;
import org.jspecify.annotations.Nullable;

/** The form that is open among findings and decisions; the others stand as text. */
public record Sheet(Kind kind, String about) {

    static final Sheet NONE = new Sheet(Kind.NONE, "");

    /** What it is filled in for. */
    public enum Kind {
        NONE,
        /** An improvement action that answers a finding. */
        ACT,
        /** Why nothing is done about a finding. */
        NO_ACTION,
        FINDING,
        DECISION
    }

    static Sheet of(@Nullable String act, @Nullable String none, @Nullable String finding, @Nullable String decision) {
        if (act != null) {
            return new Sheet(Kind.ACT, act);
        }
        if (none != null) {
            return new Sheet(Kind.NO_ACTION, none);
        }
        if (finding != null) {
            return new Sheet(Kind.FINDING, finding);
        }
        return decision == null ? NONE : new Sheet(Kind.DECISION, decision);
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    public boolean isAbout(Kind wanted, FindingId id) {
        return kind == wanted && about.equals(id.toString());
    }

    public boolean isAbout(Kind wanted, DecisionId id) {
        return kind == wanted && about.equals(id.toString());
    }
}
