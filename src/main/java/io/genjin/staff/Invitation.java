package io.genjin.staff;

import java.time.Instant;

/** The one-time code by which a person sets a password, as it is shown, once. Never printed whole by accident. */
public record Invitation(StaffId who, String username, String code, Instant until) {

    @Override
    public String toString() {
        return "Invitation[" + username + "]";
    }
}
