package io.genjin.delivery;

import io.genjin.pdi.PdiCar;
import io.genjin.shared.Money;
import io.genjin.staff.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the customer cannot sign yet, and who can change that (2.9, scenario 38).
 *
 * @param solver the duty of those who can; nobody named means whoever hands the car over
 * @param amount what is still to be paid
 * @param count  how many are missing
 * @param item   the paper that is missing
 */
public record Hindrance(
        Kind kind,
        @Nullable Role solver,
        @Nullable Money amount,
        int count,
        @Nullable CheckItem item) {

    /** What is missing. */
    public enum Kind {
        PDI_WAITING,
        PDI_REWORK,
        PDI_FAILED,
        PAYMENT_OPEN,
        NOT_CHECKED,
        PAPER_MISSING,
        ADVISOR_MISSING,
        MILEAGE_MISSING,
        SATISFACTION_MISSING
    }

    /** Everything that is in the way, the car and the money first. */
    public static List<Hindrance> of(PdiCar.State pdi, Money outstanding, HandoverSheet sheet) {
        List<Hindrance> found = new ArrayList<>(before(pdi, outstanding));
        sheet.papersMissing().forEach(item -> found.add(new Hindrance(Kind.PAPER_MISSING, null, null, 1, item)));
        int unchecked = sheet.unchecked().size();
        if (unchecked > 0) {
            found.add(new Hindrance(Kind.NOT_CHECKED, null, null, unchecked, null));
        }
        if (sheet.serviceAdvisor() == null) {
            found.add(new Hindrance(Kind.ADVISOR_MISSING, null, null, 1, null));
        }
        if (sheet.mileage() == null) {
            found.add(new Hindrance(Kind.MILEAGE_MISSING, null, null, 1, null));
        }
        if (sheet.satisfaction() == null) {
            found.add(new Hindrance(Kind.SATISFACTION_MISSING, null, null, 1, null));
        }
        return List.copyOf(found);
    }

    /** What must be settled before the customer is there at all. */
    public static List<Hindrance> before(PdiCar.State pdi, Money outstanding) {
        List<Hindrance> found = new ArrayList<>();
        Kind inspection =
                switch (pdi) {
                    case PASSED -> null;
                    case WAITING, UNDER_WAY -> Kind.PDI_WAITING;
                    case REWORK -> Kind.PDI_REWORK;
                    case FAILED -> Kind.PDI_FAILED;
                };
        if (inspection != null) {
            Role solver = inspection == Kind.PDI_FAILED ? Role.SALES_MANAGER : Role.PDI_TECHNICIAN;
            found.add(new Hindrance(inspection, solver, null, 1, null));
        }
        if (outstanding.isPositive()) {
            found.add(new Hindrance(Kind.PAYMENT_OPEN, Role.CASHIER, outstanding, 1, null));
        }
        return found;
    }
}
