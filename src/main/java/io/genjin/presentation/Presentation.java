package io.genjin.presentation;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.ComparisonId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A car was shown to a customer. It is never changed: another walk is another presentation.
 *
 * @param positions  the positions covered, in the order of the walk
 * @param comparison the competitor's car it was compared with
 * @param wasThere   whether the customer was still in the showroom when this was written down; unknown without a visit
 */
public record Presentation(
        PresentationId id,
        DealershipId dealership,
        ProspectId prospect,
        CarModelId model,
        String modelName,
        Instant startedAt,
        Instant endedAt,
        List<ShownPosition> positions,
        @Nullable String questions,
        @Nullable ComparisonId comparison,
        @Nullable String rival,
        DriveOffer driveOffer,
        @Nullable Boolean wasThere,
        StaffId recordedBy,
        Instant recordedAt) {

    public Presentation {
        positions = List.copyOf(positions);
        if (positions.isEmpty() || endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException(
                    "a car is shown from a position at least, and a walk ends after it began");
        }
    }

    public long minutes() {
        return Duration.between(startedAt, endedAt).toMinutes();
    }

    public long count(Reaction reaction) {
        return positions.stream().filter(one -> one.reaction() == reaction).count();
    }
}
