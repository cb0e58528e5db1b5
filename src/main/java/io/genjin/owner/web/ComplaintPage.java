package io.genjin.owner.web;

import io.genjin.owner.OwnerBook;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One complaint on its way to its end.
 *
 * @param answers whether the reader is the responsible whose turn it is
 * @param asks    whether the reader may ask the owner again
 * @param decides whether the reader may end it
 * @param part    which form was refused; empty when none was
 */
public record ComplaintPage(
        OwnerBook.Case one,
        boolean answers,
        boolean asks,
        boolean decides,
        List<StaffMember> candidates,
        @Nullable PhoneNumber revealed,
        People people,
        String part,
        Fields form) {

    public Fields form(String name) {
        return part.equals(name) ? form : Fields.empty();
    }

    public String here() {
        return "/complaints/" + one.complaint().id();
    }
}
