package io.genjin.testdrive;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the loans of the test cars. */
@Repository
class Loans {

    private static final String SELECT = """
            select id, car_id, purpose, note, borrower_id, from_at, to_at, applied_by, applied_at, status, decided_by, decided_at,
                   decision, km_taken, km_back
              from test_drive_loan
             where dealership_id = :dealership
            """;

    private final JdbcClient jdbc;

    Loans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, CarLoan loan) {
        jdbc.sql("""
                        insert into test_drive_loan (dealership_id, id, car_id, purpose, note, borrower_id, from_at, to_at,
                                                     applied_by, applied_at, status)
                        values (:dealership, :id, :car, :purpose, :note, :borrower, :from, :to, :by, :at, :status)
                        """)
                .param("dealership", dealership.value())
                .param("id", loan.id().value())
                .param("car", loan.car().value())
                .param("purpose", loan.purpose().name())
                .param("note", loan.note())
                .param("borrower", loan.borrower().value())
                .param("from", Moments.bound(loan.from()))
                .param("to", Moments.bound(loan.to()))
                .param("by", loan.appliedBy().value())
                .param("at", Moments.bound(loan.appliedAt()))
                .param("status", loan.status().name())
                .update();
    }

    CarLoan hold(DealershipId dealership, LoanId id) {
        return jdbc.sql(SELECT + " and id = :id for update")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> loan(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    void decided(
            DealershipId dealership,
            LoanId id,
            CarLoan.Status status,
            @Nullable String decision,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        update test_drive_loan
                           set status = :status, decided_by = :by, decided_at = :at, decision = :decision
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("status", status.name())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .param("decision", decision)
                .update();
    }

    void taken(DealershipId dealership, LoanId id, int km, Instant at) {
        jdbc.sql("""
                        update test_drive_loan
                           set status = 'OUT', taken_at = :at, km_taken = :km
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("at", Moments.bound(at))
                .param("km", km)
                .update();
    }

    void back(DealershipId dealership, LoanId id, int km, Instant at) {
        jdbc.sql("""
                        update test_drive_loan
                           set status = 'BACK', back_at = :at, km_back = :km
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("at", Moments.bound(at))
                .param("km", km)
                .update();
    }

    /** The loans that are asked for, granted or out, those of all cars, soonest first. */
    List<CarLoan> open(DealershipId dealership) {
        return jdbc.sql(SELECT + " and status in ('APPLIED', 'APPROVED', 'OUT') order by from_at, id")
                .param("dealership", dealership.value())
                .query((row, number) -> loan(row))
                .list();
    }

    /** The log of one car, newest first. */
    List<CarLoan> of(DealershipId dealership, CarId car, int most) {
        return jdbc.sql(SELECT + " and car_id = :car order by from_at desc, id limit :most")
                .param("dealership", dealership.value())
                .param("car", car.value())
                .param("most", most)
                .query((row, number) -> loan(row))
                .list();
    }

    private static CarLoan loan(ResultSet row) throws SQLException {
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        return new CarLoan(
                new LoanId(row.getObject("id", UUID.class)),
                new CarId(row.getObject("car_id", UUID.class)),
                CarLoan.Purpose.valueOf(row.getString("purpose")),
                row.getString("note"),
                new StaffId(row.getObject("borrower_id", UUID.class)),
                Moments.read(row, "from_at"),
                Moments.read(row, "to_at"),
                new StaffId(row.getObject("applied_by", UUID.class)),
                Moments.read(row, "applied_at"),
                CarLoan.Status.valueOf(row.getString("status")),
                decidedBy == null ? null : new StaffId(decidedBy),
                Moments.readOrNull(row, "decided_at"),
                row.getString("decision"),
                row.getObject("km_taken", Integer.class),
                row.getObject("km_back", Integer.class));
    }
}
