package io.genjin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people who work during the benchmark, signed in over HTTP and asked for by their duty. */
final class Actors {

    private static final int MOST = 16;
    private static final int PAGES = 3;
    private static final String CONSULTANT = "SALES_CONSULTANT";
    private static final JsonMapper JSON = new JsonMapper();

    /** Who could work, not signed in yet; the dealership is 0 where only HTTP knows it. */
    record Candidate(String username, int dealership, UUID id) {}

    private final Map<String, List<Actor>> byDuty = new HashMap<>();

    /** @param named the sign-in names of people who may work, each of any duty */
    static Actors signedIn(InetSocketAddress product, List<String> named, String password) throws IOException {
        Actors actors = new Actors();
        try (Wire wire = new Wire(product)) {
            for (String username : named) {
                String token = token(wire, username, password);
                JsonNode me = json(wire, "/api/v1/me", token);
                for (JsonNode role : me.path("roles")) {
                    actors.add(role.asString(), wire, new Candidate(username, 0, new UUID(0, 0)), token, password);
                }
            }
        }
        return actors;
    }

    /** Signs up to sixteen of the candidates in, the first ones. */
    void signIn(InetSocketAddress product, String duty, List<Candidate> candidates, String password)
            throws IOException {
        try (Wire wire = new Wire(product)) {
            for (Candidate one : candidates.subList(0, Math.min(MOST, candidates.size()))) {
                add(duty, wire, one, token(wire, one.username(), password), password);
            }
        }
    }

    boolean have(String duty) {
        return byDuty.containsKey(duty);
    }

    /** Those who are signed in and have the duty; empty when nobody has. */
    List<Actor> with(String duty) {
        return byDuty.getOrDefault(duty, List.of());
    }

    private void add(String duty, Wire wire, Candidate one, String token, String password) throws IOException {
        List<UUID> customers = new ArrayList<>();
        List<String> lastFours = new ArrayList<>();
        if (duty.equals(CONSULTANT)) {
            for (String status : List.of("FOLLOWING", "ASSIGNED")) {
                customers(wire, token, status, customers, lastFours);
            }
            if (customers.isEmpty()) {
                throw new IllegalStateException(one.username() + " follows no customer, so nothing can be measured");
            }
        }
        byDuty.computeIfAbsent(duty, none -> new ArrayList<>())
                .add(new Actor(one.username(), password, one.dealership(), one.id(), token, customers, lastFours));
    }

    private static void customers(Wire wire, String token, String status, List<UUID> customers, List<String> fours)
            throws IOException {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = json(wire, "/api/v1/prospects?limit=100&status=" + status + cursor, token);
            for (JsonNode item : answer.path("items")) {
                String mobile = item.path("maskedMobile").asString();
                customers.add(UUID.fromString(item.path("id").asString()));
                fours.add(mobile.substring(mobile.length() - 4));
            }
            String next = answer.path("nextCursor").asString("");
            if (next.isEmpty()) {
                return;
            }
            cursor = "&cursor=" + next;
        }
    }

    private static String token(Wire wire, String username, String password) throws IOException {
        Wire.Answer answer = wire.exchange(Wire.signIn(username, password));
        if (answer.status() != 201) {
            throw new IllegalStateException(username + " could not sign in: " + answer.text());
        }
        return JSON.readTree(answer.text()).path("token").asString("");
    }

    private static JsonNode json(Wire wire, String path, String token) throws IOException {
        Wire.Answer answer = wire.exchange(Wire.get(path, token));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return JSON.readTree(answer.text());
    }
}
