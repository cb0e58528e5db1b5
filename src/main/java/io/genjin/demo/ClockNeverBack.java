package io.genjin.demo;

import io.genjin.shared.Refusal;
import java.time.Instant;

/** The demo's clock was asked to go back. */
public class ClockNeverBack extends Refusal {

    public ClockNeverBack(Instant now) {
        super(Kind.RULE, now);
        at("now");
    }
}
