package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** The loan was decided, taken or brought back before. */
public class LoanNotInState extends Refusal {

    LoanNotInState(CarLoan.Status is) {
        super(Kind.CONFLICT, is.name());
        at(Field.of("loan", "carLoanIsNow." + is.name()));
    }
}
