package io.genjin.intake.web;

import io.genjin.intake.Lead;
import io.genjin.intake.LeadList;
import io.genjin.intake.LeadStatus;
import io.genjin.intake.Suggestion;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads as systems see them: numbers masked, times with the dealership's offset. */
final class LeadView {

    private LeadView() {}

    /** A person of the dealership by sign-in name and name. */
    record Person(String username, String name) {

        static @Nullable Person of(StaffDirectory staff, Lead lead, @Nullable StaffId id) {
            if (id == null) {
                return null;
            }
            return staff.find(lead.dealership(), id).map(Person::of).orElse(null);
        }

        static Person of(StaffMember member) {
            return new Person(member.username(), member.name());
        }
    }

    /**
     * One lead and what came of it.
     *
     * @param prospectId         under which the customer is on file
     * @param duplicateOf        the same, when the customer was on file before
     * @param firstFollowUpDueAt the last moment for a consultant's first follow-up, inclusive
     */
    record One(
            String id,
            LeadStatus status,
            @Nullable String prospectId,
            @Nullable String duplicateOf,
            OffsetDateTime firstFollowUpDueAt,
            Source source,
            @Nullable String externalId,
            OffsetDateTime receivedAt,
            List<String> intentModels,
            @Nullable Person allocatedTo,
            @Nullable OffsetDateTime allocatedAt) {

        static One of(Lead lead, StaffDirectory staff, ZoneId zone) {
            return new One(
                    lead.id().toString(),
                    lead.status(),
                    text(lead.onFile()),
                    text(lead.duplicateOf()),
                    at(lead.firstFollowUpDueAt(), zone),
                    lead.source(),
                    lead.externalId(),
                    at(lead.receivedAt(), zone),
                    lead.intentModels(),
                    Person.of(staff, lead, lead.allocatedTo()),
                    lead.allocatedAt() == null ? null : at(lead.allocatedAt(), zone));
        }
    }

    /** Whom the product would give a lead to, and why. */
    record Suggested(String username, String name, Suggestion.Why why) {

        static @Nullable Suggested of(@Nullable Suggestion suggestion) {
            return suggestion == null
                    ? null
                    : new Suggested(
                            suggestion.consultant().username(),
                            suggestion.consultant().name(),
                            suggestion.why());
        }
    }

    /** One line of the list: the lead, its customer, and for a waiting one the suggestion. */
    record Item(
            String id,
            LeadStatus status,
            @Nullable String prospectId,
            @Nullable String duplicateOf,
            OffsetDateTime firstFollowUpDueAt,
            Source source,
            @Nullable String externalId,
            OffsetDateTime receivedAt,
            String customerName,
            String maskedMobile,
            List<String> intentModels,
            @Nullable String comments,
            @Nullable Person allocatedTo,
            @Nullable OffsetDateTime allocatedAt,
            @Nullable Suggested suggestion) {

        static Item of(LeadList.Row row, @Nullable Suggestion suggestion, StaffDirectory staff, ZoneId zone) {
            Lead lead = row.lead();
            return new Item(
                    lead.id().toString(),
                    lead.status(),
                    text(lead.onFile()),
                    text(lead.duplicateOf()),
                    at(lead.firstFollowUpDueAt(), zone),
                    lead.source(),
                    lead.externalId(),
                    at(lead.receivedAt(), zone),
                    row.prospect().content().customerName(),
                    row.prospect().content().number().masked(),
                    lead.intentModels(),
                    lead.comments(),
                    Person.of(staff, lead, lead.allocatedTo()),
                    lead.allocatedAt() == null ? null : at(lead.allocatedAt(), zone),
                    Suggested.of(suggestion));
        }
    }

    static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable String text(@Nullable ProspectId id) {
        return id == null ? null : id.toString();
    }
}
