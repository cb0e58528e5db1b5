package io.genjin.coselling;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps introductions a family tree: a pure function over who introduced whom. People are known by the keyed hash of
 * their number only, so that partner, customer and owner are the same person wherever they appear.
 */
final class Circles {

    /** {@code introducer} introduced {@code introduced}. */
    record Link(String introducer, String introduced) {}

    /** What a further introduction would do. */
    enum Verdict {
        FINE,
        /** Both are one person. */
        THEMSELVES,
        /** The one introduced had introduced the introducer, directly or through others. */
        CIRCLE
    }

    private Circles() {}

    static Verdict judge(Collection<Link> links, Link further) {
        if (further.introducer().equals(further.introduced())) {
            return Verdict.THEMSELVES;
        }
        Map<String, Set<String>> onward = new HashMap<>();
        links.forEach(link -> onward.computeIfAbsent(link.introducer(), none -> new HashSet<>())
                .add(link.introduced()));
        Deque<String> open = new ArrayDeque<>(List.of(further.introduced()));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (String next : onward.getOrDefault(open.pop(), Set.of())) {
                if (next.equals(further.introducer())) {
                    return Verdict.CIRCLE;
                }
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return Verdict.FINE;
    }
}
