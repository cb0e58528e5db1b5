package io.genjin.lock;

import io.genjin.lock.Things.Thing;
import io.genjin.staff.QuickPasswords;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The demo's two dealerships made ready for the walk: everybody signed in, a record of each kind, every text marked. */
public final class House {

    private static final int HERE = 1;
    private static final int ELSEWHERE = 2;
    private static final String PASSWORD = "genjin-demo";
    private static final String CONSULTANT = "li.na";
    private static final String COLLEAGUE = "wang.lei";

    private final Connection owner;
    private final Walk walk;
    private final List<Route> routes;
    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final UUID consultant;
    private final UUID colleague;

    private House(int port, RequestMappingHandlerMapping mappings, Rights rights, Connection owner)
            throws SQLException {
        this.owner = owner;
        this.routes = Route.of(mappings);
        run("update account set password_hash = '" + QuickPasswords.hash(PASSWORD) + "'");
        run(text("what-the-demo-lacks.sql").replace(":d", String.valueOf(HERE)));
        run(text("what-the-demo-lacks.sql").replace(":d", String.valueOf(ELSEWHERE)));
        run(text("what-one-dealership-lacks.sql").replace(":d", String.valueOf(ELSEWHERE)));
        Map<Role, String> names = Map.ofEntries(
                Map.entry(Role.SALES_CONSULTANT, CONSULTANT),
                Map.entry(Role.SHOWROOM_MANAGER, "chen.hao"),
                Map.entry(Role.SALES_MANAGER, "zhou.qiang"),
                Map.entry(Role.CUSTOMER_ADMINISTRATOR, "sun.yan"),
                Map.entry(Role.HQ_LEAD_RESPONSIBLE, "wu.jing"),
                Map.entry(Role.RECEPTIONIST, "he.fang"),
                Map.entry(Role.TEST_DRIVE_SPECIALIST, "ma.jun"),
                Map.entry(Role.CASHIER, "tan.xue"),
                Map.entry(Role.PDI_TECHNICIAN, "lu.bin"),
                Map.entry(Role.CUSTOMER_RELATIONS, "xu.hui"),
                Map.entry(Role.GENERAL_MANAGER, "gao.feng"),
                Map.entry(Role.SYSTEM_ADMINISTRATOR, "admin.sh"),
                Map.entry(Role.HQ, "hq"));
        names.forEach((role, name) -> people.put(role, Person.of(port, name, PASSWORD)));
        consultant = idOf(CONSULTANT);
        colleague = idOf(COLLEAGUE);
        Canaries.mark(owner, ELSEWHERE, "");
        Canaries.mark(owner, HERE, COLLEAGUE);
        Canaries canaries = new Canaries(person(Role.SALES_CONSULTANT));
        walk = new Walk(routes, rights, new Things(owner), people, canaries, HERE, ELSEWHERE);
    }

    public static House of(int port, RequestMappingHandlerMapping mappings, Rights rights, Connection owner)
            throws SQLException {
        return new House(port, mappings, rights, owner);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(House.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private UUID idOf(String username) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery("select id from staff_member where username = '" + username + "'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private Person person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    /** What is walked: every route. */
    public int routes() {
        return routes.size();
    }

    public int hidden() {
        return walk.hidden();
    }

    public int formFirst() {
        return walk.formFirst();
    }

    /** Nobody gets what is not their duty, and asking for it writes nothing. */
    public List<String> refusals() throws SQLException {
        return unwritten(walk::refusesWhatIsNotTheirDuty);
    }

    /** Nobody gets, sees or changes what another dealership has. */
    public List<String> elsewhere(boolean all) throws SQLException {
        return unwritten(() -> walk.knowsNothingOfElsewhere(all));
    }

    /** No consultant gets, sees or changes what is a colleague's. */
    public List<String> colleagues() throws SQLException {
        Predicate<Thing> theirs = thing -> colleague.equals(thing.consultant());
        return unwritten(() -> {
            walk.knowsNothingOfColleagues(Role.SALES_CONSULTANT, theirs);
            walk.knowsNothingOfColleagues(Role.HQ_LEAD_RESPONSIBLE, theirs);
        });
    }

    /** Who may read, reads, and not a word that is not theirs to read. */
    public List<String> reads(boolean all) {
        walk.answersWhoMay(Route::reads, this::own, all);
        return walk.findings();
    }

    /** Who may write is answered, however little they send. */
    public List<String> writes(boolean all) {
        walk.answersWhoMay(route -> !route.reads(), this::own, all);
        return walk.findings();
    }

    private boolean own(Thing thing) {
        return thing.consultant() == null || consultant.equals(thing.consultant());
    }

    private List<String> unwritten(Runnable steps) throws SQLException {
        Fingerprint before = Fingerprint.of(owner);
        steps.run();
        List<String> findings = new java.util.ArrayList<>(walk.findings());
        findings.addAll(Fingerprint.of(owner).changedSince(before));
        return findings;
    }
}
