package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The change would leave the dealership without anybody who can hand out duties. */
public class LastAdministrator extends Refusal {

    LastAdministrator() {
        super(Kind.RULE);
    }
}
