package io.genjin.owner.web;

import io.genjin.journal.JournalEntry;
import io.genjin.owner.OwnerBook;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;

/**
 * Everything about one owner.
 *
 * @param part   which form was refused and stays open: {@code details}, {@code friend}, {@code complaint}, {@code callback},
 *               {@code thanks}, {@code transfer}; empty when none was
 * @param form   that form
 * @param fresh  the details as they stand
 * @param others consultants to whom the owner may be given
 */
public record OwnerPage(
        OwnerBook.Opened opened,
        List<JournalEntry> entries,
        JournalWords words,
        People people,
        String part,
        Fields form,
        Fields fresh,
        List<StaffMember> others) {

    /** The form of a part: as it was refused, or empty. */
    public Fields form(String name) {
        return part.equals(name) ? form : name.equals("details") ? fresh : Fields.empty();
    }

    public String here() {
        return "/owners/" + opened.file().id();
    }
}
