package io.genjin.appointment;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is expected when: the days' appointments in their order, and those of one customer. */
@Component
public class AppointmentList {

    private static final String READ = "appointment.read";

    /** More than a dealership receives in two weeks is not listed. */
    private static final int MOST = 2_000;

    /**
     * One appointment as it is listed.
     *
     * @param with  who expects the customer
     * @param label name and masked number; nothing for those who may not know whose it is, as at the door
     */
    public record Row(Appointment appointment, StaffId with, ProspectLabels.@Nullable Label label) {}

    private record Found(Appointment appointment, StaffId owner) {}

    private final JdbcClient jdbc;
    private final Appointments appointments;
    private final CardFile cards;
    private final ProspectLabels labels;
    private final Access access;
    private final Dealerships dealerships;

    AppointmentList(
            JdbcClient jdbc,
            Appointments appointments,
            CardFile cards,
            ProspectLabels labels,
            Access access,
            Dealerships dealerships) {
        this.jdbc = jdbc;
        this.appointments = appointments;
        this.cards = cards;
        this.labels = labels;
        this.access = access;
        this.dealerships = dealerships;
    }

    /** The appointments of these days, cancelled ones left out, in the order of their time: all, or those with the reader. */
    @Transactional(readOnly = true)
    public List<Row> between(LocalDate first, LocalDate last, StaffMember reader) {
        return between(first, last, access.seesAll(reader, READ), reader);
    }

    /** The same of the reader's own customers, and of those they stand in for; and those where the reader is expected. */
    @Transactional(readOnly = true)
    public List<Row> own(LocalDate first, LocalDate last, StaffMember reader) {
        return between(first, last, false, reader);
    }

    private List<Row> between(LocalDate first, LocalDate last, boolean all, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Conditions where = Conditions.in(dealership.id(), "a.dealership_id")
                .and("a.status <> 'CANCELLED'")
                .and("a.appointed_at between :from and :until")
                .with("from", dealership.startOf(first))
                .with("until", dealership.endOf(last));
        if (!all) {
            where.and("(p.owner_id in (:owners) or a.with_id = :me)")
                    .with("owners", access.ownersOf(reader))
                    .with("me", reader.id());
        }
        List<Found> found = jdbc.sql("""
                        select %s, p.owner_id
                          from appointment a
                          join prospect p on p.dealership_id = a.dealership_id and p.id = a.prospect_id
                         where %s
                         order by a.appointed_at, a.id
                         limit :most
                        """.formatted(Appointments.COLUMNS, where.sql()))
                .params(where.params())
                .param("most", MOST)
                .query((row, number) -> new Found(
                        Appointments.read(row, dealership.id()), new StaffId(row.getObject("owner_id", UUID.class))))
                .list();
        Map<UUID, ProspectLabels.Label> known = labels.of(
                found.stream().map(one -> one.appointment().prospect().value()).toList(), reader);
        return found.stream()
                .map(one -> new Row(
                        one.appointment(),
                        Optional.ofNullable(one.appointment().with()).orElse(one.owner()),
                        known.get(one.appointment().prospect().value())))
                .toList();
    }

    /** The appointments of one customer, in all their cases, the newest time first. */
    @Transactional(readOnly = true)
    public List<Appointment> of(ProspectId prospect, StaffMember reader) {
        return appointments.of(reader.dealership(), cards.cases(prospect, reader));
    }

    /** The appointment itself, whoever asks: for modules that act on it. */
    @Transactional(readOnly = true)
    public Optional<Appointment> find(DealershipId dealership, AppointmentId id) {
        return appointments.find(dealership, id);
    }
}
