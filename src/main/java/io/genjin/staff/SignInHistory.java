package io.genjin.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened at the door under one person's name, so that they notice a stranger who tries (S-R73). */
@Component
public class SignInHistory {

    /** {@code what} is a code of {@code signIn.*}. */
    public record Row(String what, String address, Instant at) {}

    private final JdbcClient jdbc;

    SignInHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Row> of(StaffMember member, int most) {
        return jdbc.sql("""
                        select what, address, happened_at
                          from sign_in_record
                         where dealership_id = :dealership
                           and staff_id = :staff
                         order by happened_at desc, id desc
                         limit :most
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("what"),
                        row.getString("address"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
