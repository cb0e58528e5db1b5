package io.genjin.demo;

import io.genjin.demo.Customers.Customer;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.DriveId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One customer of the past that is being lived through: what the people of the demo know and intend. */
final class Client {

    final Customer customer;
    final ProspectId id;
    CardContent card;
    StaffMember owner;
    Grade grade;
    LocalDate gradedOn;
    LocalDate next;
    CardStatus cardStatus = CardStatus.DRAFT;
    boolean untidy;
    boolean firstDone;
    boolean coming;
    boolean waiting;
    boolean gone;
    boolean quoted;

    /** Came as a lead: the consultant fills the card after the first talk. */
    boolean lead;

    /** Nobody owes a contact: the case is with the managers, rests, or has ended. */
    boolean resting;

    boolean visited;

    /** What the customer said they need was written down; a car was shown to them; they drove one. */
    boolean needsKnown;

    boolean shown;
    boolean drove;

    /** When the customer agreed to come. */
    @Nullable
    Instant comesAt;

    /** The test drive that was booked for them, and for when. */
    @Nullable
    DriveId booked;

    @Nullable
    Instant bookedAt;

    @Nullable
    LocalDate wakesOn;

    @Nullable
    LocalDate lastContact;

    /** The last day of the week for which the customer stands on an H-list. */
    @Nullable
    LocalDate listedUntil;

    /** A customer of a story: keeps the grade and is never forgotten, except while the story says so. */
    boolean told;

    boolean silent;

    @Nullable
    LocalDate neglectedFrom;

    @Nullable
    LocalDate neglectedUntil;

    Client(
            Customer customer,
            ProspectId id,
            CardContent card,
            StaffMember owner,
            Grade grade,
            LocalDate today,
            LocalDate next) {
        this.customer = customer;
        this.id = id;
        this.card = card;
        this.owner = owner;
        this.grade = grade;
        this.gradedOn = today;
        this.next = next;
    }

    /** Whether a consultant owes contacts. */
    boolean isFollowed() {
        return !waiting && !gone && !resting;
    }

    /** Whether the customer is known well enough to be won or lost. */
    boolean mayEnd() {
        return isFollowed() && firstDone && cardStatus == CardStatus.ENTERED;
    }

    boolean isCompany() {
        return card.customerType() == CardContent.CustomerType.COMPANY;
    }

    String title() {
        return isCompany() ? customer.name().charAt(0) + "经理" : customer.title();
    }

    String model() {
        String model = card.mainModel();
        return model == null ? "" : model;
    }

    /** Whether the story leaves the customer alone on {@code day}. */
    boolean isNeglected(LocalDate day) {
        return neglectedFrom != null
                && !day.isBefore(neglectedFrom)
                && (neglectedUntil == null || day.isBefore(neglectedUntil));
    }
}
