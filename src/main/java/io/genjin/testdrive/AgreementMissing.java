package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** Nobody rides or drives before the agreement is signed (2.6, scenario 33). */
public class AgreementMissing extends Refusal {

    AgreementMissing() {
        super(Kind.RULE);
    }
}
