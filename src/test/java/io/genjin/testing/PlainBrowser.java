package io.genjin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: it signs in, follows redirects, and sends the forms' own proof back. */
public final class PlainBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String SEAM = "genjin-form-seam";

    private final HttpClient browser;
    private final HttpClient halting;
    private final int port;
    private String csrf = "";

    private PlainBrowser(HttpClient browser, HttpClient halting, int port) {
        this.browser = browser;
        this.halting = halting;
        this.port = port;
    }

    private static PlainBrowser fresh(int port) {
        CookieManager cookies = new CookieManager();
        return new PlainBrowser(
                client(cookies, HttpClient.Redirect.NORMAL), client(cookies, HttpClient.Redirect.NEVER), port);
    }

    /** Signed in as that person. */
    public static PlainBrowser of(String username, int port) {
        return of(username, TestStores.PASSWORD, port);
    }

    /** Signed in by name and a password of their own. */
    public static PlainBrowser of(String username, String password, int port) {
        PlainBrowser one = fresh(port);
        one.get("/sign-in");
        HttpResponse<String> home = one.post("/sign-in", Map.of("username", username, "password", password));
        assertThat(home.uri().getPath()).isNotEqualTo("/sign-in");
        return one;
    }

    private static HttpClient client(CookieManager cookies, HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .build();
    }

    /** The same browser, led to another node by the proxy before them: with the same cookies. */
    public PlainBrowser at(int otherPort) {
        return new PlainBrowser(browser, halting, otherPort);
    }

    /** Somebody whose password was right and who is asked for more. */
    public static PlainBrowser halfway(String username, int port) {
        PlainBrowser one = fresh(port);
        one.get("/sign-in");
        one.post("/sign-in", Map.of("username", username, "password", TestStores.PASSWORD));
        return one;
    }

    public HttpResponse<String> get(String path) {
        return page(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** A part of a page, as the page itself asks for it. */
    public HttpResponse<String> part(String path) {
        return page(
                HttpRequest.newBuilder(uri(path)).header("HX-Request", "true").GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = "_csrf=" + encoded(csrf)
                + form.entrySet().stream()
                        .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining());
        return page(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with its fields in order, each name as often as wanted, and stays where the answer is. */
    public HttpResponse<String> send(String path, Map<String, List<String>> form) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(csrf));
        form.forEach((name, values) -> values.forEach(
                value -> body.append('&').append(encoded(name)).append('=').append(encoded(value))));
        return halted(path, "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** The same for a form with a file in it. */
    public HttpResponse<String> send(
            String path, Map<String, List<String>> form, String field, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "_csrf", "", csrf.getBytes(StandardCharsets.UTF_8));
        form.forEach(
                (key, values) -> values.forEach(value -> part(body, key, "", value.getBytes(StandardCharsets.UTF_8))));
        part(body, field, "; filename=\"" + name + "\"", file);
        body.writeBytes(("--" + SEAM + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return halted(
                path,
                "multipart/form-data; boundary=" + SEAM,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String name, String more, byte[] content) {
        body.writeBytes(("--" + SEAM + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> halted(String path, String type, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(body)
                .build();
        return sent(halting, request, HttpResponse.BodyHandlers.ofString());
    }

    /** A file or a picture. */
    public HttpResponse<byte[]> file(String path) {
        return sent(HttpRequest.newBuilder(uri(path)).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> page(HttpRequest.Builder request) {
        HttpResponse<String> answer = sent(request, HttpResponse.BodyHandlers.ofString());
        Matcher found = CSRF.matcher(answer.body());
        if (found.find()) {
            csrf = found.group(1);
        }
        return answer;
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        return sent(browser, request.build(), as);
    }

    private static <T> HttpResponse<T> sent(HttpClient by, HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return by.send(request, as);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(broken);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
