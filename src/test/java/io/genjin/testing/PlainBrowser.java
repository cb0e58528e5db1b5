package io.genjin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
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

/** A browser without script: it signs in, follows redirects, and sends the forms' own proof back. */
public final class PlainBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser;
    private final int port;
    private String csrf = "";

    private PlainBrowser(HttpClient browser, int port) {
        this.browser = browser;
        this.port = port;
    }

    private static PlainBrowser fresh(int port) {
        return new PlainBrowser(
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                port);
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

    /** The same browser, led to another node by the proxy before them: with the same cookies. */
    public PlainBrowser at(int otherPort) {
        return new PlainBrowser(browser, otherPort);
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
        try {
            return browser.send(request.build(), as);
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
