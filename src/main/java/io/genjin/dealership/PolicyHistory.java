package io.genjin.dealership;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every version of a dealership's policy with the moment from which it holds; the first holds from the beginning. */
public record PolicyHistory(List<Version> versions) {

    /** One version: from when, what, by whom and why. */
    public record Version(
            Instant from,
            Policy policy,
            @Nullable String setBy,
            @Nullable String reason) {}

    public PolicyHistory {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there is always a policy");
        }
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
    }

    public static PolicyHistory always(Policy policy) {
        return new PolicyHistory(List.of(new Version(Instant.EPOCH, policy, null, null)));
    }

    /** The version in force at a moment. */
    public Policy at(Instant moment) {
        Policy found = versions.get(0).policy();
        for (Version version : versions) {
            if (!version.from().isAfter(moment)) {
                found = version.policy();
            }
        }
        return found;
    }
}
