package io.genjin.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who tries doors: with a session and its proof on pages, with a token on the API, or with neither. */
final class Person {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer as it came. */
    record Answer(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final String base;
    private final String username;
    private String cookies = "";
    private String proof = "";
    private String token = "";
    private boolean secure;

    private Person(int port, String username) {
        base = "http://127.0.0.1:" + port;
        this.username = username;
    }

    static Person stranger(int port) {
        return new Person(port, "stranger");
    }

    /** Signed in on pages and for the API. */
    static Person of(int port, String username, String password) {
        Person one = new Person(port, username);
        one.signIn(password);
        Answer issued = one.send(
                "POST",
                "/api/v1/tokens",
                JsonMapper.shared().writeValueAsString(Map.of("username", username, "password", password)),
                "application/json");
        one.token = JsonMapper.shared()
                .readTree(issued.response().body())
                .path("token")
                .asString("");
        return one;
    }

    /** Somebody in whose browser a cookie is already. */
    static Person with(int port, String username, String cookie) {
        Person one = new Person(port, username);
        one.cookies = cookie;
        return one;
    }

    /** Somebody who comes over HTTPS, which ends at a proxy in front. */
    static Person overHttps(int port, String username) {
        Person one = new Person(port, username);
        one.secure = true;
        return one;
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    /** What the browser keeps under that name. */
    String cookie(String name) {
        for (String one : cookies.split("; ")) {
            if (one.startsWith(name + "=")) {
                return one.substring(name.length() + 1);
            }
        }
        return "";
    }

    void signIn(String password) {
        Answer door = send("GET", "/sign-in", "", "");
        keep(door);
        Answer in = send("POST", "/sign-in", form(Map.of("username", username, "password", password)), form());
        keep(in);
        if (in.status() != 302) {
            throw new IllegalStateException(username + " cannot sign in: " + in.status());
        }
        keep(send("GET", "/account", "", ""));
    }

    private void keep(Answer answer) {
        Map<String, String> kept = new java.util.LinkedHashMap<>();
        for (String one : cookies.split("; ")) {
            if (!one.isEmpty()) {
                kept.put(one.substring(0, one.indexOf('=')), one);
            }
        }
        for (String set : answer.response().headers().allValues("set-cookie")) {
            String one = set.split(";", 2)[0];
            kept.put(one.substring(0, one.indexOf('=')), one);
        }
        cookies = String.join("; ", kept.values());
        Matcher found = PROOF.matcher(answer.text());
        if (found.find()) {
            proof = found.group(1);
        }
    }

    String username() {
        return username;
    }

    static String form() {
        return "application/x-www-form-urlencoded";
    }

    /** The fields as a form sends them, with the proof that it is ours. */
    String form(Map<String, String> fields) {
        return "_csrf=" + encoded(proof)
                + fields.entrySet().stream()
                        .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends as a browser does on pages, as a system does to the API. */
    Answer send(String method, String path, String body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (path.startsWith("/api/") && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        } else if (!path.startsWith("/api/") && !cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (secure) {
            request.header("X-Forwarded-Proto", "https");
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(method, HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public String toString() {
        return username;
    }
}
