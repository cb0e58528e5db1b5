package io.genjin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import io.genjin.testing.TestStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Genjin of its own process, set up as the operator's page says: with its own certificate, and a log that machines read. */
@GenjinTest
class OwnCertificateTest {

    private static final String PASSWORD = "certificate";

    @Value("${genjin.data}")
    String data;

    @Autowired
    TestStores stores;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "S-R86, S-R88: HTTPS by one's own certificate, the log one JSON object a line, an unknown setting named at the start")
    void as_the_operators_page_says() throws Exception {
        stores.found();
        KeyStore own = certificate();
        int port = freePort();
        Process genjin = started(port);
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(genjin::destroyForcibly);
        try {
            List<JsonNode> log = new ArrayList<>();
            readUntilStarted(genjin, log);
            HttpResponse<String> door = HttpClient.newBuilder()
                    .sslContext(trusting(own))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(door.statusCode()).isEqualTo(200);
            assertThat(door.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(door.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .contains("Secure"));
            assertThat(door.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");

            assertThat(log).allSatisfy(line -> {
                assertThat(line.path("@timestamp").asString("")).endsWith("Z");
                assertThat(line.path("message").asString("")).isNotEmpty();
            });
            assertThat(log)
                    .anySatisfy(
                            line -> assertThat(line.path("message").asString(""))
                                    .isEqualTo(
                                            "there is no setting GENJIN_CONECTIONS, it has no effect; did you mean GENJIN_CONNECTIONS?"));
        } finally {
            genjin.destroy();
            if (!genjin.waitFor(30, TimeUnit.SECONDS)) {
                genjin.destroyForcibly();
            }
        }
    }

    private Process started(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx288m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.genjin.Genjin",
                "--genjin.data=" + data,
                "--genjin.beside=true",
                "--genjin.connections=2",
                "--db-scheduler.enabled=false");
        builder.environment().put("GENJIN_PORT", String.valueOf(port));
        builder.environment().put("GENJIN_CONECTIONS", "4");
        builder.environment()
                .put("SERVER_SSL_CERTIFICATE", folder.resolve("crm.pem").toString());
        builder.environment()
                .put(
                        "SERVER_SSL_CERTIFICATE_PRIVATE_KEY",
                        folder.resolve("crm.key").toString());
        builder.environment().put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        return builder.redirectError(folder.resolve("errors").toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Every line of the log must be one JSON object. */
    private static void readUntilStarted(Process genjin, List<JsonNode> log) throws IOException {
        BufferedReader out = genjin.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            JsonNode one = JsonMapper.shared().readTree(line);
            log.add(one);
            if (one.path("message").asString("").startsWith("Started Genjin")) {
                return;
            }
        }
        throw new AssertionError("it ended: " + log);
    }

    /** A certificate signed by nobody but itself, put into PEM files as an administrator has them. */
    private KeyStore certificate() throws Exception {
        Path store = folder.resolve("crm.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias crm -keyalg EC -groupname secp256r1 -dname CN=localhost"
                                        + " -ext SAN=dns:localhost -validity 2 -storetype PKCS12 -storepass " + PASSWORD
                                        + " -keystore " + store)
                                .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            own.load(file, PASSWORD.toCharArray());
        }
        Key key = own.getKey("crm", PASSWORD.toCharArray());
        Certificate certificate = own.getCertificate("crm");
        Files.writeString(folder.resolve("crm.key"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(folder.resolve("crm.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        return own;
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static SSLContext trusting(KeyStore own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("crm", own.getCertificate("crm"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
