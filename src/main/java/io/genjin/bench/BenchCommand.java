package io.genjin.bench;

import io.genjin.database.OpenDatabase;
import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench}: fills a database of its own, starts the product on it, and measures what people do all day over HTTP, and beside
 * each figure, in the same run, the same statements straight on the same database. The ratio is the figure that counts.
 */
public final class BenchCommand implements Command {

    private static final int ACTORS = 16;
    private static final int USUAL = 16;
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final double SHARE_OF_PEAK = 0.5;
    private static final String PASSWORD = "genjin-demo";
    private static final Set<String> OPTIONS = Set.of("scale", "only", "seconds", "json");

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(CommandLine line, Supplier<ConfigurableApplicationContext> application) {
        for (String option : line.options().keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new NotUnderstood("unknown option --" + option + " for bench");
            }
        }
        Scale scale = Scale.of(line.option("scale").orElse("100k"));
        List<Operation> operations = Operations.named(line.option("only").orElse(""));
        Duration length = Duration.ofSeconds(seconds(line.option("seconds").orElse("8")));
        Path data = data(line, scale);
        Store store = new Store(data, scale);
        Results results = new Results(scale.word(), store.fill());
        try (Product product = Product.start(data, List.of())) {
            results.started(product.startedAfter());
            store.inside((database, vault) ->
                    measure(database, product, operations, new Load(length.dividedBy(2), length), results));
            results.memory(product.peakMemory());
        }
        results.print(System.out);
        line.option("json").ifPresent(file -> results.write(Path.of(file)));
        return results.hasErrors() ? 1 : 0;
    }

    private static int seconds(String typed) {
        if (!typed.matches("[1-9]\\d{0,3}")) {
            throw new NotUnderstood("--seconds needs a number from 1 to 9999, not " + typed);
        }
        return Integer.parseInt(typed);
    }

    private static Path data(CommandLine line, Scale scale) {
        return line.settings().stream()
                .filter(setting -> setting.startsWith("--genjin.data="))
                .map(setting -> Path.of(setting.substring("--genjin.data=".length())))
                .findFirst()
                .orElse(Path.of("data", "bench-" + scale.word()))
                .toAbsolutePath();
    }

    private static void measure(
            OpenDatabase database, Product product, List<Operation> operations, Load load, Results results)
            throws SQLException, IOException {
        Map<String, List<Actor>> everybody = new HashMap<>();
        for (Operation operation : operations) {
            if (!everybody.containsKey(operation.duty())) {
                everybody.put(operation.duty(), actors(operation.duty(), database, product));
            }
            List<Actor> actors = everybody.get(operation.duty());
            for (int connections : CONNECTIONS) {
                results.add(load.closed(
                        operation.name(),
                        Results.HTTP,
                        connections,
                        place -> overHttp(product, operation, actors, place)));
                if (connections == USUAL && operation.isComparable()) {
                    results.add(load.closed(
                            operation.name(),
                            Results.SQL,
                            connections,
                            place -> straight(database, operation, actors, place)));
                }
            }
            double rate = results.perSecond(operation.name(), Results.HTTP, USUAL) * SHARE_OF_PEAK;
            results.add(load.constant(
                    operation.name(),
                    Results.STEADY,
                    USUAL,
                    rate,
                    place -> overHttp(product, operation, actors, place)));
            results.said(operation.name());
        }
    }

    private static Load.Asker overHttp(Product product, Operation operation, List<Actor> actors, int place)
            throws IOException {
        Wire wire = new Wire("127.0.0.1", product.port());
        Actor by = actors.get(place % actors.size());
        return new Load.Asker() {
            @Override
            public boolean ask(java.util.random.RandomGenerator random) throws IOException {
                return wire.exchange(operation.request(by, random)).status() == operation.expected();
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private static Load.Asker straight(OpenDatabase database, Operation operation, List<Actor> actors, int place)
            throws SQLException {
        Connection app = database.enterAsApplication();
        app.setAutoCommit(false);
        Actor by = actors.get(place % actors.size());
        return new Load.Asker() {
            @Override
            public boolean ask(java.util.random.RandomGenerator random) throws SQLException {
                operation.straight(app, by, random);
                app.commit();
                return true;
            }

            @Override
            public void close() throws SQLException {
                app.close();
            }
        };
    }

    /** People of a duty in different dealerships, signed in. */
    private static List<Actor> actors(String duty, OpenDatabase database, Product product)
            throws SQLException, IOException {
        List<Actor> actors = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        SplittableRandom random = new SplittableRandom(7);
        try (Connection owner = database.enterAsOwner();
                Wire wire = new Wire("127.0.0.1", product.port())) {
            List<Actor> candidates = candidates(duty, owner);
            while (actors.size() < ACTORS && !candidates.isEmpty()) {
                Actor one = candidates.remove(random.nextInt(candidates.size()));
                Wire.Answer answer = wire.exchange(Wire.post(
                        "/api/v1/tokens",
                        "",
                        "",
                        "{\"username\":\"" + one.username() + "\",\"password\":\"" + PASSWORD + "\"}"));
                if (answer.status() != 201) {
                    throw new IllegalStateException(one.username() + " could not sign in: " + answer.text());
                }
                String token = json.readTree(answer.text()).path("token").asString("");
                actors.add(new Actor(
                        one.username(),
                        one.dealership(),
                        one.id(),
                        token,
                        customers(owner, one.dealership(), one.id())));
            }
        }
        return actors;
    }

    private static List<Actor> candidates(String duty, Connection owner) throws SQLException {
        List<Actor> found = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement("""
                select s.username, s.dealership_id, s.id
                  from staff_member s
                 where (s.dealership_id > 100 or s.dealership_id = 0)
                   and s.roles = ?
                 order by s.dealership_id, s.username
                """)) {
            statement.setString(1, duty);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Actor(row.getString(1), row.getInt(2), row.getObject(3, UUID.class), "", List.of()));
                }
            }
        }
        return found;
    }

    private static List<UUID> customers(Connection owner, int dealership, UUID consultant) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement("""
                select id from prospect where dealership_id = ? and owner_id = ? and status in ('ASSIGNED', 'FOLLOWING')
                """)) {
            statement.setInt(1, dealership);
            statement.setObject(2, consultant);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }
}
