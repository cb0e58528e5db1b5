package io.genjin.followup;

import io.genjin.database.Tenancy;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policies;
import io.genjin.followup.Cadence.Reading;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The nightly proof that nobody was dropped: every open customer's owner, grade, status, promise and due moment is computed anew
 * from the journal alone and compared with what is stored. It changes nothing; each difference is a defect and is reported.
 */
@Component
public class NextStepAudit {

    private static final Logger LOG = LoggerFactory.getLogger(NextStepAudit.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_KEPT = 1_000;
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    /** One thing that is stored otherwise than the journal tells it. */
    public record Difference(UUID prospect, String what, String stored, String told) {}

    /** One night's proof: how many customers were compared, and what differed. */
    public record Run(Instant at, int compared, List<Difference> differences) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ProspectDesk prospects;
    private final Journal journal;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NextStepAudit(
            JdbcClient jdbc,
            JsonMapper json,
            ProspectDesk prospects,
            Journal journal,
            Policies policies,
            ClosedDays closedDays,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.prospects = prospects;
        this.journal = journal;
        this.policies = policies;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Compares all open customers of all dealerships.
     *
     * @return how many differences there are
     */
    public int runAll() {
        int differing = 0;
        for (Dealership dealership : dealerships.selling()) {
            differing += run(dealership.id()).differences().size();
        }
        return differing;
    }

    /** Compares all open customers of one dealership, and keeps what was found. */
    public Run run(DealershipId in) {
        return Tenancy.within(in, () -> {
            Instant now = clock.instant();
            List<Difference> differences = new ArrayList<>();
            int compared = 0;
            UUID after = new UUID(0, 0);
            while (true) {
                UUID from = after;
                List<UUID> batch = Objects.requireNonNull(transaction.execute(status -> open(in, from)));
                if (batch.isEmpty()) {
                    break;
                }
                differences.addAll(compareEach(batch, in));
                compared += batch.size();
                after = batch.get(batch.size() - 1);
            }
            Run run = new Run(now, compared, differences);
            transaction.executeWithoutResult(status -> keep(run, in));
            if (!differences.isEmpty()) {
                LOG.error(
                        "defect: {} differences between the journal and what is stored of {} customers",
                        differences.size(),
                        compared);
            }
            return run;
        });
    }

    private List<UUID> open(DealershipId in, UUID after) {
        return jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and id > :after
                           and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                         order by id
                         limit :rows
                        """)
                .param("dealership", in.value())
                .param("after", after)
                .param("rows", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    /** One who cannot even be read is a difference like any other, and the proof goes on (S-R78j). */
    private List<Difference> compareEach(List<UUID> batch, DealershipId in) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> compare(batch, in, clock.instant())));
        } catch (RuntimeException failed) {
            if (SetAside.isOutage(failed)) {
                throw failed;
            }
            if (batch.size() == 1) {
                LOG.error("defect: customer {} cannot be compared", batch.get(0), failed);
                return List.of(new Difference(batch.get(0), "readable", SetAside.nameOf(failed), "true"));
            }
        }
        List<Difference> differences = new ArrayList<>();
        batch.forEach(one -> differences.addAll(compareEach(List.of(one), in)));
        return differences;
    }

    private List<Difference> compare(List<UUID> batch, DealershipId in, Instant now) {
        Dealership dealership = dealerships.get(in);
        OpenTime openTime = closedDays.openTime(in);
        Map<UUID, List<JournalEntry>> entries = journal.about(in, batch);
        List<Difference> differences = new ArrayList<>();
        for (Prospect stored :
                prospects.getAll(in, batch.stream().map(ProspectId::new).toList())) {
            List<JournalEntry> own = entries.getOrDefault(stored.id().value(), List.of());
            ToldByJournal told = ToldByJournal.by(own, dealership.zone());
            if (told.isComplete()) {
                differences.addAll(differences(stored, told, dealership, openTime, now));
            }
        }
        return differences;
    }

    private List<Difference> differences(
            Prospect stored, ToldByJournal told, Dealership dealership, OpenTime openTime, Instant now) {
        List<Difference> found = new ArrayList<>();
        differ(stored, "owner", stored.owner().value(), told.owner().value(), found);
        differ(stored, "grade", stored.grade(), told.grade(), found);
        differ(stored, "status", stored.status(), told.status(), found);
        ToldByJournal.Promise promise = told.promise();
        if (promise == null) {
            differ(stored, "nextDate", stored.nextStep().date(), "", found);
        } else {
            differ(stored, "nextDate", stored.nextStep().date(), promise.date(), found);
            if (promise.reason() != null) {
                differ(stored, "nextReason", stored.nextStep().reason(), promise.reason(), found);
            }
        }
        if (stored.status().isFollowed()) {
            Reading reading =
                    PausedCadence.read(told.history(), policies.of(dealership.id()), dealership.zone(), openTime, now);
            boolean fallsNow = stored.deadline().dueAt().isBefore(now)
                    && !stored.deadline().firstPending();
            if (!fallsNow) {
                differ(stored, "dueAt", stored.deadline().dueAt(), reading.dueAt(), found);
                differ(stored, "firstPending", stored.deadline().firstPending(), reading.first(), found);
            }
        }
        return found;
    }

    private static void differ(Prospect of, String what, Object stored, Object told, List<Difference> found) {
        if (!String.valueOf(stored).equals(String.valueOf(told))) {
            found.add(new Difference(of.id().value(), what, String.valueOf(stored), String.valueOf(told)));
        }
    }

    private void keep(Run run, DealershipId in) {
        List<Difference> kept = run.differences().stream().limit(MOST_KEPT).toList();
        jdbc.sql("""
                        insert into next_step_audit (dealership_id, id, run_at, compared, differing, differences)
                        values (:dealership, :id, :at, :compared, :differing, :differences::jsonb)
                        """)
                .param("dealership", in.value())
                .param("id", TypedId.newValue())
                .param("at", Moments.bound(run.at()))
                .param("compared", run.compared())
                .param("differing", run.differences().size())
                .param("differences", json.writeValueAsString(kept))
                .update();
    }

    /** The newest proofs, newest first. */
    @Transactional(readOnly = true)
    public List<Run> newest(int most, StaffMember reader) {
        return jdbc.sql("""
                        select run_at, compared, differences::text as differences
                          from next_step_audit
                         where dealership_id = :dealership
                         order by run_at desc, id desc
                         limit :most
                        """)
                .param("dealership", reader.dealership().value())
                .param("most", most)
                .query((row, number) -> new Run(
                        Moments.read(row, "run_at"),
                        row.getInt("compared"),
                        json.readValue(row.getString("differences"), DIFFERENCES)))
                .list();
    }
}
