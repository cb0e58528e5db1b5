package io.genjin.staff;

import io.genjin.database.Tenancy;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who signed in, out, or tried to, when and from where; appended, never changed (S-R73). */
@Component
class SignInRecords {

    /** What happened at the door. */
    enum What {
        SIGNED_IN,
        SIGNED_OUT,
        FAILED,
        LOCKED_OUT,
        CLOSED,
        PASSWORD_CHANGED,
        CODE_FAILED,
        RECOVERY_CODE_USED,
        FACTOR_SET_UP,
        FACTOR_ENDED,
        FACTOR_RESET
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SignInRecords(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    void write(DealershipId dealership, StaffId staff, What what, String address, Instant at) {
        Tenancy.within(
                dealership,
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                                insert into sign_in_record (dealership_id, id, staff_id, what, address, happened_at)
                                values (:dealership, :id, :staff, :what, :address, :at)
                                """)
                        .param("dealership", dealership.value())
                        .param("id", TypedId.newValue())
                        .param("staff", staff.value())
                        .param("what", what.name())
                        .param("address", address)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()));
    }
}
