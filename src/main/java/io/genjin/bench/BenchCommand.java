package io.genjin.bench;

import io.genjin.database.OpenDatabase;
import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench}: fills a database of its own, starts the product on it, and measures what people do all day over HTTP, and beside
 * each figure, in the same run, the same statements straight on the same database. The ratio is the figure that counts.
 */
public final class BenchCommand implements Command {

    private static final int USUAL = 16;
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final double SHARE_OF_PEAK = 0.5;
    private static final String PASSWORD = "genjin-demo";
    /** A few systems that ask without a pause are what is measured; nobody's limit may answer in their place. */
    private static final List<String> NO_LIMITS = List.of("--genjin.limit.api-calls=0", "--genjin.limit.tokens=0");

    private static final Set<String> OPTIONS = Set.of("scale", "only", "seconds", "json", "url", "as");

    /** Where the password of those whom {@code --as} names is read from; never from the line, which others can read. */
    private static final String PASSWORD_SETTING = "GENJIN_BENCH_PASSWORD";

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
        Chosen chosen = Chosen.of(line.option("only").orElse(""));
        Duration length = Duration.ofSeconds(seconds(line.option("seconds").orElse("8")));
        Load load = new Load(length.dividedBy(2), length);
        Results results =
                line.has("url") ? onARunningProduct(line, chosen, load) : onADatabaseOfItsOwn(line, chosen, load);
        results.print(System.out);
        line.option("json").ifPresent(file -> results.write(Path.of(file)));
        return results.hasErrors() ? 1 : 0;
    }

    private static Results onADatabaseOfItsOwn(CommandLine line, Chosen chosen, Load load) {
        Scale scale = Scale.of(line.option("scale").orElse("100k"));
        Path data = data(line, scale);
        Store store = new Store(data, scale);
        Results results = new Results(scale.word(), store.fill());
        Instant began = Clock.systemUTC().instant();
        try (Product product = Product.start(data, NO_LIMITS)) {
            results.started(product.startedAfter());
            store.waitUntilKept(began);
            store.inside((database, vault) -> {
                Actors actors = new Actors();
                try (Connection owner = database.enterAsOwner()) {
                    for (String duty : chosen.duties()) {
                        actors.signIn(product.address(), duty, candidates(duty, owner), PASSWORD);
                    }
                }
                measure(database, product.address(), chosen, actors, load, results);
            });
            results.memory(product.peakMemory());
        }
        return results;
    }

    private static Results onARunningProduct(CommandLine line, Chosen chosen, Load load) {
        if (line.has("scale") || !line.settings().isEmpty()) {
            throw new NotUnderstood(
                    "--url measures a product that is running: neither --scale nor --data goes with it");
        }
        InetSocketAddress product = address(line.option("url").orElse(""));
        List<String> names =
                line.option("as").map(typed -> List.of(typed.split(","))).orElse(List.of());
        String password = System.getenv().getOrDefault(PASSWORD_SETTING, "");
        if (names.isEmpty() || password.isEmpty()) {
            throw new NotUnderstood("--url needs --as=NAME,NAME, who works, and their password in " + PASSWORD_SETTING);
        }
        Results results = new Results(line.option("url").orElse(""), null);
        try {
            Actors actors = Actors.signedIn(product, names, password);
            measure(null, product, chosen.named() ? chosen : chosen.reads(), actors, load, results);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
        return results;
    }

    private static InetSocketAddress address(String url) {
        URI typed;
        try {
            typed = new URI(url);
        } catch (URISyntaxException unreadable) {
            throw new NotUnderstood("--url needs an address as http://127.0.0.1:8080, not " + url);
        }
        String path = Objects.requireNonNullElse(typed.getPath(), "");
        if (!"http".equals(typed.getScheme()) || typed.getHost() == null || !(path.isEmpty() || path.equals("/"))) {
            throw new NotUnderstood("--url needs an address as http://127.0.0.1:8080, not " + url);
        }
        return new InetSocketAddress(typed.getHost(), typed.getPort() < 0 ? 80 : typed.getPort());
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
            @Nullable OpenDatabase database,
            InetSocketAddress product,
            Chosen chosen,
            Actors everybody,
            Load load,
            Results results)
            throws SQLException, IOException {
        for (Operation operation : chosen.operations()) {
            List<Actor> actors = everybody.with(operation.duty());
            if (actors.isEmpty()) {
                results.said(operation.name() + " is left out: nobody here is " + operation.duty());
                continue;
            }
            for (int connections : CONNECTIONS) {
                results.add(load.closed(
                        operation.name(),
                        Results.HTTP,
                        connections,
                        place -> overHttp(product, operation, actors, place)));
                if (database != null && connections == USUAL && operation.isComparable()) {
                    results.add(load.closed(
                            operation.name(),
                            Results.SQL,
                            connections,
                            place -> straight(database, operation, actors, place)));
                    try (Connection owner = database.enterAsOwner()) {
                        operation.tidyUp(owner);
                    }
                }
            }
            double rate = results.perSecond(operation.name(), Results.HTTP, USUAL) * SHARE_OF_PEAK;
            if (rate > 0) {
                results.add(load.constant(
                        operation.name(),
                        Results.STEADY,
                        USUAL,
                        rate,
                        place -> overHttp(product, operation, actors, place)));
            }
            results.said("measured: " + operation.name());
        }
        if (chosen.imports()) {
            List<Actor> administrators = everybody.with(BulkImport.DUTY);
            if (administrators.isEmpty()) {
                results.said(BulkImport.NAME + " is left out: nobody here is " + BulkImport.DUTY);
            } else {
                results.imported(BulkImport.run(product, administrators.get(0)));
                results.said("measured: " + BulkImport.NAME);
            }
        }
    }

    private static Load.Asker overHttp(InetSocketAddress product, Operation operation, List<Actor> actors, int place)
            throws IOException {
        Wire wire = new Wire(product);
        Actor by = actors.get(place % actors.size());
        return new Load.Asker() {
            @Override
            public boolean ask(RandomGenerator random) throws IOException {
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
            public boolean ask(RandomGenerator random) throws SQLException {
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

    /** People of a duty in different dealerships, in an order that is the same in each run. */
    private static List<Actors.Candidate> candidates(String duty, Connection owner) throws SQLException {
        List<Actors.Candidate> found = new ArrayList<>();
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
                    found.add(new Actors.Candidate(row.getString(1), row.getInt(2), row.getObject(3, UUID.class)));
                }
            }
        }
        Collections.shuffle(found, new Random(7));
        return found;
    }
}
