package io.genjin.catalog.web;

import io.genjin.catalog.CardEdition;
import io.genjin.catalog.EditionMissing;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.IfMatch;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which edition of a card a system has before it, as the tag of the answer says it. */
record Edition(int version, boolean retired, OffsetDateTime changedAt, Person changedBy) {

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    static Edition of(CardEdition edition, StaffMember me, StaffDirectory staff, Dealerships dealerships) {
        StaffMember by = staff.get(me.dealership(), edition.changedBy());
        return new Edition(
                edition.version(),
                edition.retired(),
                edition.changedAt()
                        .atZone(dealerships.get(me.dealership()).zone())
                        .toOffsetDateTime(),
                new Person(by.username(), by.name()));
    }

    String tag() {
        return "\"" + version + "\"";
    }

    /** @throws EditionMissing when no edition is named */
    static int read(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(EditionMissing::new);
    }
}
