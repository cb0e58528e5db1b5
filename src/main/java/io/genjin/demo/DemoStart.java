package io.genjin.demo;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.demo.Cast.House;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Founding;
import io.genjin.staff.Passwords;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the demo at its first start: the brand, two dealerships, their people and three months of past. Each dealership comes
 * into being in one transaction, so a start that was broken off is done again, and one that was not is never repeated.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "genjin.demo.past", matchIfMissing = true)
class DemoStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String ROOM = "http://localhost:";

    private final DemoClock clock;
    private final Dealerships dealerships;
    private final Founding founding;
    private final Passwords passwords;
    private final StaffDirectory staff;
    private final Desks desks;
    private final PlatformTransactionManager transactions;
    private final Environment environment;
    private final AtomicInteger refused = new AtomicInteger();

    DemoStart(
            DemoClock clock,
            Dealerships dealerships,
            Founding founding,
            Passwords passwords,
            StaffDirectory staff,
            Desks desks,
            PlatformTransactionManager transactions,
            Environment environment) {
        this.clock = clock;
        this.dealerships = dealerships;
        this.founding = founding;
        this.passwords = passwords;
        this.staff = staff;
        this.desks = desks;
        this.transactions = transactions;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        List<House> missing = Stream.of(Cast.SHANGHAI, Cast.SUZHOU)
                .filter(house -> dealerships.byCode(house.dealership().code()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            open(missing);
        }
        LOG.info(
                "The demo is open at {}{} (password of all: {})",
                ROOM,
                environment.getProperty("local.server.port", "8080"),
                Cast.PASSWORD);
        for (House house : Cast.all()) {
            LOG.info(
                    "  {} {}: {}",
                    house.dealership().code(),
                    house.dealership().name(),
                    house.people().stream().map(Cast.Person::username).collect(Collectors.joining(", ")));
        }
    }

    private void open(List<House> missing) throws InterruptedException {
        Instant now = clock.instant();
        LOG.info("First start of the demo: three months of past are lived through, which takes about a minute");
        String hash = passwords.hash(Cast.PASSWORD);
        StaffMember brand = brand(now, hash);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> lives = new ArrayList<>();
            for (House house : missing) {
                lives.add(() -> {
                    begin(house, brand, now, hash);
                    return null;
                });
            }
            for (Future<Void> life : threads.invokeAll(lives)) {
                life.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The demo's past could not be lived through", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
        long seconds = Duration.between(now, clock.instant()).toSeconds();
        LOG.info("The demo's past took {} s", seconds);
    }

    private void begin(House house, StaffMember brand, Instant now, String hash) {
        Dealership dealership = house.dealership();
        TransactionTemplate whole = new TransactionTemplate(transactions);
        Tenancy.within(
                dealership.id(),
                () -> whole.executeWithoutResult(status -> {
                    dealerships.add(dealership);
                    Map<String, StaffMember> people = people(house, now, hash);
                    Agenda agenda = new Agenda(clock, transactions, now);
                    Past past = new Past(
                            desks,
                            team(dealership, people, brand),
                            agenda,
                            dealership.id().value());
                    Stories stories = new Stories(past);
                    if (dealership.equals(Cast.SHANGHAI.dealership())) {
                        stories.ofShanghai();
                        past.live(268, 46);
                    } else {
                        stories.ofSuzhou();
                        past.live(108, 18);
                    }
                    refused.addAndGet(agenda.refused());
                }));
    }

    /** How many acts of the past this start lived through were refused. */
    int refused() {
        return refused.get();
    }

    /** Who sends leads. HQ itself is there from the beginning. */
    private StaffMember brand(Instant now, String hash) {
        Cast.Person person = Cast.BRAND.people().get(0);
        return Tenancy.within(DealershipId.HQ, () -> staff.byUsername(DealershipId.HQ, person.username())
                .orElseGet(() -> people(Cast.BRAND, now, hash).get(person.username())));
    }

    /** The people of a house, there for a few days before the past begins. */
    private Map<String, StaffMember> people(House house, Instant now, String hash) {
        Map<String, StaffMember> people = new LinkedHashMap<>();
        clock.at(now.minus(Duration.ofDays(Past.DAYS + 9L)), () -> {
            for (Cast.Person person : house.people()) {
                people.put(
                        person.username(),
                        founding.member(house.dealership(), person.username(), person.name(), person.duties(), hash));
            }
        });
        return people;
    }

    private static Team team(Dealership dealership, Map<String, StaffMember> people, StaffMember brand) {
        List<StaffMember> all = List.copyOf(people.values());
        StaffMember signs = first(all, Role.SHOWROOM_MANAGER);
        return new Team(
                dealership,
                all.stream().filter(one -> one.is(Role.SALES_CONSULTANT)).toList(),
                signs,
                first(all, Role.CUSTOMER_ADMINISTRATOR),
                all.stream()
                        .filter(one -> one.is(Role.HQ_LEAD_RESPONSIBLE))
                        .findFirst()
                        .orElse(signs),
                first(all, Role.SALES_MANAGER),
                all.stream()
                        .filter(one -> one.is(Role.GENERAL_MANAGER))
                        .findFirst()
                        .orElse(first(all, Role.SALES_MANAGER)),
                first(all, Role.PDI_TECHNICIAN),
                first(all, Role.CASHIER),
                first(all, Role.RECEPTIONIST),
                first(all, Role.TEST_DRIVE_SPECIALIST),
                all.stream()
                        .filter(one -> one.is(Role.CUSTOMER_RELATIONS))
                        .findFirst()
                        .orElse(null),
                brand,
                people);
    }

    private static StaffMember first(List<StaffMember> all, Role role) {
        return all.stream().filter(one -> one.is(role)).findFirst().orElseThrow();
    }
}
