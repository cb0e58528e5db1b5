package io.genjin.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who works at a dealership and who is away. Read by every request, so kept at hand for two seconds: a changed duty or a
 * deactivation acts within five (S-R12).
 */
@Component
public class StaffDirectory {

    private record Team(Map<StaffId, StaffMember> members, Map<StaffId, LocalDate> notices, List<Absence> absences) {}

    private static final Duration KEPT = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Cache<DealershipId, Team> recent =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private final AtomicLong changes = new AtomicLong();

    StaffDirectory(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The person, active or not. */
    public StaffMember get(DealershipId dealership, StaffId id) {
        return find(dealership, id).orElseThrow(() -> new NothingHere(id.value()));
    }

    public Optional<StaffMember> find(DealershipId dealership, StaffId id) {
        return Optional.ofNullable(team(dealership).members().get(id));
    }

    public Optional<StaffMember> byUsername(DealershipId dealership, String username) {
        return team(dealership).members().values().stream()
                .filter(member -> member.username().equals(username))
                .findFirst();
    }

    /** Everybody, by name, those who left included. */
    public List<StaffMember> all(DealershipId dealership) {
        return team(dealership).members().values().stream()
                .sorted(Comparator.comparing(StaffMember::username))
                .toList();
    }

    public List<StaffMember> active(DealershipId dealership) {
        return all(dealership).stream().filter(StaffMember::active).toList();
    }

    /** Active people with a duty. */
    public List<StaffMember> with(DealershipId dealership, Role role) {
        return active(dealership).stream().filter(member -> member.is(role)).toList();
    }

    public String nameOf(DealershipId dealership, StaffId id) {
        return find(dealership, id).map(StaffMember::name).orElse("");
    }

    public boolean isAway(DealershipId dealership, StaffId id, LocalDate day) {
        return absences(dealership).stream().anyMatch(absence -> absence.who().equals(id) && absence.covers(day));
    }

    /** Those who are away on {@code day} and named this person as deputy. */
    public Set<StaffId> standingInFor(DealershipId dealership, StaffId deputy, LocalDate day) {
        return absences(dealership).stream()
                .filter(absence -> deputy.equals(absence.deputy()) && absence.covers(day))
                .map(Absence::who)
                .collect(Collectors.toSet());
    }

    public List<Absence> absences(DealershipId dealership) {
        return team(dealership).absences();
    }

    /** From which day on a person takes nothing out of the house, because notice was given; nothing without notice. */
    public Optional<LocalDate> noticeOf(DealershipId dealership, StaffId id) {
        return Optional.ofNullable(team(dealership).notices().get(id));
    }

    public boolean hasGivenNotice(DealershipId dealership, StaffId id, LocalDate day) {
        return noticeOf(dealership, id).filter(from -> !day.isBefore(from)).isPresent();
    }

    /** Forgets what was kept at hand, after a change. */
    void changed(DealershipId dealership) {
        changes.incrementAndGet();
        recent.invalidate(dealership);
    }

    private Team team(DealershipId dealership) {
        Team team = recent.getIfPresent(dealership);
        if (team == null) {
            long seen = changes.get();
            team = Objects.requireNonNull(reading.execute(status -> read(dealership)));
            recent.put(dealership, team);
            if (changes.get() != seen) {
                // read before a change that has been written since
                recent.invalidate(dealership);
            }
        }
        return team;
    }

    private Team read(DealershipId dealership) {
        Map<StaffId, StaffMember> members = new LinkedHashMap<>();
        Map<StaffId, LocalDate> notices = new HashMap<>();
        jdbc.sql("""
                        select id, username, name, roles, active, notice_given_on
                          from staff_member
                         where dealership_id = :dealership
                         order by username
                        """).param("dealership", dealership.value()).query(row -> {
            StaffMember member = new StaffMember(
                    new StaffId(row.getObject("id", UUID.class)),
                    dealership,
                    row.getString("username"),
                    row.getString("name"),
                    roles(row.getString("roles")),
                    row.getBoolean("active"));
            members.put(member.id(), member);
            LocalDate notice = row.getObject("notice_given_on", LocalDate.class);
            if (notice != null) {
                notices.put(member.id(), notice);
            }
        });
        List<Absence> absences = jdbc.sql("""
                        select id, staff_id, from_day, to_day, deputy_id, reason
                          from absence
                         where dealership_id = :dealership
                         order by from_day, id
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> {
                    UUID deputy = row.getObject("deputy_id", UUID.class);
                    return new Absence(
                            row.getObject("id", UUID.class),
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("to_day", LocalDate.class),
                            deputy == null ? null : new StaffId(deputy),
                            row.getString("reason"));
                })
                .list();
        return new Team(members, notices, absences);
    }

    static Set<Role> roles(String codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
