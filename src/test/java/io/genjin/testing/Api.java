package io.genjin.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that talks to Genjin as one person. */
public final class Api {

    /** An answer with its status, its headers and its JSON. */
    public record Answer(int status, HttpResponse<byte[]> response, JsonNode json) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text(String path) {
            return json.at(path).asString("");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final Supplier<String> token;

    private Api(String base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Somebody without a token. */
    public static Api stranger(int port) {
        return new Api("http://127.0.0.1:" + port, () -> "");
    }

    /** Signs in by name and password. */
    public static Api as(String username, int port) {
        return as(username, TestStores.PASSWORD, port);
    }

    /** Signs in with the first thing that is asked for: a test pays for the sign-in only of those who act in it. */
    public static Api whenAsked(String username, int port) {
        Supplier<String> token = SingletonSupplier.of(() -> token(username, TestStores.PASSWORD, port));
        return new Api("http://127.0.0.1:" + port, token);
    }

    /** Signs in by name and a password of their own. */
    public static Api as(String username, String password, int port) {
        String token = token(username, password, port);
        return new Api("http://127.0.0.1:" + port, () -> token);
    }

    /** The same person with the same token on another node. */
    public Api at(int otherPort) {
        return new Api("http://127.0.0.1:" + otherPort, token);
    }

    private static String token(String username, String password, int port) {
        Answer answer = stranger(port).post("/api/v1/tokens", Map.of("username", username, "password", password));
        if (answer.status() != 201) {
            throw new IllegalStateException("cannot sign in: " + answer.json());
        }
        return answer.text("/token");
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        String known = token.get();
        if (!known.isEmpty()) {
            request.header("Authorization", "Bearer " + known);
        }
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(text));
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), response, json);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
