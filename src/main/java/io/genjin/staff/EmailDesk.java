package io.genjin.staff;

import io.genjin.shared.FieldsRefused;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's own e-mail addresses: each gives, changes and takes back their own, and nobody has to have one. */
@Service
public class EmailDesk {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmailDesk(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<EmailAddress> of(StaffMember member) {
        return stored(member);
    }

    private Optional<EmailAddress> stored(StaffMember member) {
        return jdbc.sql("""
                        select email
                          from staff_member
                         where dealership_id = :dealership
                           and id = :id
                           and email is not null
                        """)
                .param("dealership", member.dealership().value())
                .param("id", member.id().value())
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    /**
     * Keeps one's own address; nothing typed takes it back. The journal tells that it changed, not what it is.
     *
     * @throws FieldsRefused naming {@code email}
     */
    @Transactional
    public void change(@Nullable String typed, StaffMember me) {
        EmailAddress address = EmailAddress.read(typed);
        if (Objects.equals(address, stored(me).orElse(null))) {
            return;
        }
        jdbc.sql("""
                        update staff_member
                           set email = :email, updated_at = :now
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("email", address == null ? null : address.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("dealership", me.dealership().value())
                .param("id", me.id().value())
                .update();
        events.publishEvent(StaffFact.of(StaffFact.Kind.EMAIL_CHANGED, me, me, clock.instant()));
    }
}
