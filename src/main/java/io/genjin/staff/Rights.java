package io.genjin.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The matrix role × operation, read from the one file {@code rights.csv} (S-R20). What is not in the file nobody may do.
 */
@Component
public class Rights {

    /** The operation of routes that need no sign-in. */
    public static final String PUBLIC = "public";

    /** Operations that everybody who is signed in may do, whatever their duties. */
    public static final String SIGNED_IN = "signed-in";

    /** One line of the matrix: an operation, the routes that perform it, and how far it reaches for each role. */
    public record Line(String operation, List<String> routes, Map<Role, Reach> reach) {}

    private static final String FILE = "/rights.csv";

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, String> operationOfRoute = new LinkedHashMap<>();

    Rights() {
        List<String> rows = read();
        List<Role> roles = Arrays.stream(rows.get(0).split(",", -1))
                .skip(2)
                .map(column -> Role.valueOf(column.strip()))
                .toList();
        rows.stream().skip(1).forEach(row -> add(row, roles));
    }

    private void add(String row, List<Role> roles) {
        String[] cells = row.split(",", -1);
        if (cells.length != roles.size() + 2) {
            throw new IllegalStateException("rights.csv: a row needs " + (roles.size() + 2) + " cells: " + row);
        }
        String operation = cells[0].strip();
        List<String> routes = new ArrayList<>();
        Arrays.stream(cells[1].split("\\|"))
                .map(String::strip)
                .filter(route -> !route.isEmpty())
                .forEach(routes::add);
        Map<Role, Reach> reach = new EnumMap<>(Role.class);
        for (int place = 0; place < roles.size(); place++) {
            reach.put(roles.get(place), reachIn(cells[place + 2].strip()));
        }
        if (lines.put(operation, new Line(operation, List.copyOf(routes), Map.copyOf(reach))) != null) {
            throw new IllegalStateException("rights.csv: operation twice: " + operation);
        }
        for (String route : routes) {
            if (operationOfRoute.put(route, operation) != null) {
                throw new IllegalStateException("rights.csv: route twice: " + route);
            }
        }
    }

    private static Reach reachIn(String cell) {
        return cell.equals("-") ? Reach.NONE : Reach.valueOf(cell.toUpperCase(Locale.ROOT));
    }

    private static List<String> read() {
        try (InputStream file = Rights.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("rights.csv is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How far {@code operation} reaches for a person: the widest of their roles. */
    public Reach reachOf(StaffMember member, String operation) {
        if (operation.equals(PUBLIC) || operation.equals(SIGNED_IN)) {
            return Reach.ALL;
        }
        Line line = lines.get(operation);
        if (line == null || !member.active()) {
            return Reach.NONE;
        }
        return member.roles().stream()
                .map(role -> line.reach().getOrDefault(role, Reach.NONE))
                .max(Enum::compareTo)
                .orElse(Reach.NONE);
    }

    public boolean allows(StaffMember member, String operation) {
        return reachOf(member, operation) != Reach.NONE;
    }

    /** The operation that a route such as {@code GET /prospects/{id}} performs; none when the file does not know it. */
    public Optional<String> operationOf(String method, String pattern) {
        return Optional.ofNullable(operationOfRoute.get(method + " " + pattern));
    }

    public List<Line> lines() {
        return List.copyOf(lines.values());
    }
}
