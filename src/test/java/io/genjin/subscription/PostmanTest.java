package io.genjin.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.genjin.database.StartRefused;
import io.genjin.staff.EmailAddress;
import io.genjin.subscription.MailSettings.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mail servers say, and what the postman makes of it; over real connections to servers that say what they are told. */
class PostmanTest {

    private static final String HOST = "127.0.0.1";
    private static final EmailAddress ZHOU = new EmailAddress("zhou@dealer.example");
    private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

    /** A mail server that answers the commands named in its part with these words, and all others as it should. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket door;
        private final Map<String, String> part;
        /** What was said, and whether anybody on the way could read it. */
        private final List<String> heard = new CopyOnWriteArrayList<>();

        private final @Nullable SSLContext upgrade;

        Scripted(Map<String, String> part) throws IOException {
            this(part, null);
        }

        /** @param upgrade by which it becomes encrypted after STARTTLS, if it does */
        Scripted(Map<String, String> part, @Nullable SSLContext upgrade) throws IOException {
            this(part, upgrade, new ServerSocket(0, 5, InetAddress.getByName(HOST)));
        }

        Scripted(Map<String, String> part, @Nullable SSLContext upgrade, ServerSocket door) {
            this.door = door;
            this.part = part;
            this.upgrade = upgrade;
            Thread serving = new Thread(this::serve);
            serving.setDaemon(true);
            serving.start();
        }

        private void serve() {
            try {
                while (true) {
                    try (Socket line = door.accept()) {
                        say(line, "220 here");
                        talk(line);
                    } catch (SSLException refused) {
                        // the other side does not believe us; the next one may
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        private void talk(Socket line) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            boolean data = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (data) {
                    data = !said.equals(".");
                    if (!data) {
                        say(line, part.getOrDefault(".", "250 taken"));
                    }
                    continue;
                }
                String command = said.split("[ :]", 2)[0].toUpperCase();
                said(command, line);
                if (command.equals("STARTTLS") && upgrade != null) {
                    say(line, "220 go on");
                    SSLSocket safe =
                            (SSLSocket) upgrade.getSocketFactory().createSocket(line, HOST, line.getPort(), true);
                    safe.setUseClientMode(false);
                    talk(safe);
                    return;
                }
                data = command.equals("DATA") && !part.containsKey("DATA");
                say(
                        line,
                        part.getOrDefault(
                                command,
                                switch (command) {
                                    case "EHLO" ->
                                        upgrade != null && !(line instanceof SSLSocket)
                                                ? "250-here\r\n250 STARTTLS"
                                                : "250-here\r\n250 AUTH PLAIN";
                                    case "AUTH" -> "235 welcome";
                                    case "DATA" -> "354 go on";
                                    case "QUIT" -> "221 bye";
                                    default -> "250 ok";
                                }));
            }
        }

        private void said(String command, Socket line) {
            heard.add((line instanceof SSLSocket ? "sealed " : "open ") + command);
        }

        private static void say(Socket line, String words) throws IOException {
            line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private static MailSettings settings(int port, Security security, @Nullable String username) {
        return new MailSettings(
                HOST,
                port,
                username,
                username == null ? null : "secret",
                security,
                "crm@dealer.example",
                "https://crm.dealer.example/",
                List.of());
    }

    /** A certificate for this machine, made for the test: whoever is given its factory believes it, and nobody else does. */
    private static SSLContext own(Path keys, String address) throws Exception {
        if (Files.notExists(keys)) {
            Process maker = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "mail",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "3650",
                            "-dname",
                            "CN=mail of the tests",
                            "-ext",
                            "san=" + address,
                            "-keystore",
                            keys.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit")
                    .redirectErrorStream(true)
                    .start();
            String words = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(maker.waitFor()).as(words).isZero();
        }
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(store, "changeit".toCharArray());
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("mail", store.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static Postman.Result deliver(MailSettings settings) {
        return deliver(settings, null);
    }

    private static Postman.Result deliver(MailSettings settings, @Nullable SSLContext trusted) {
        Letter letter = new Letter("1@genjin", "每日报告", "文字", "<p>文字</p>", "");
        return new Postman(settings, trusted == null ? null : trusted.getSocketFactory())
                .deliver(letter, ZHOU, "上海浦东", NOW);
    }

    private static Postman.Result answer(String command, String words) throws IOException {
        try (Scripted server = new Scripted(Map.of(command, words))) {
            return deliver(settings(server.door.getLocalPort(), Security.NONE, "crm"));
        }
    }

    @Test
    void a_server_that_takes_the_letter_has_it() throws IOException {
        assertThat(answer("NOOP", "250 ok").outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void an_unknown_address_is_named_with_the_servers_words_but_without_the_address() throws IOException {
        Postman.Result result = answer("RCPT", "550 5.1.1 <zhou@dealer.example>: no such user here");
        assertThat(result.outcome()).isEqualTo(Outcome.ADDRESS_REFUSED);
        assertThat(result.said()).contains("550").contains("no such user here").doesNotContain("zhou@");
        assertThat(result.outcome().mayPass()).isFalse();
    }

    @Test
    void a_server_that_is_busy_is_asked_again() throws IOException {
        assertThat(answer("RCPT", "451 4.7.1 greylisted").outcome()).isEqualTo(Outcome.REFUSED_FOR_NOW);
        assertThat(answer(".", "452 4.3.1 no space").outcome()).isEqualTo(Outcome.REFUSED_FOR_NOW);
        assertThat(Outcome.REFUSED_FOR_NOW.mayPass()).isTrue();
    }

    @Test
    void a_letter_that_is_not_wanted_is_not_sent_again() throws IOException {
        assertThat(answer(".", "554 5.7.1 spam").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer("MAIL", "550 5.7.1 sender not allowed").outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_wrong_password_is_named() throws IOException {
        Postman.Result result = answer("AUTH", "535 5.7.8 authentication failed");
        assertThat(result.outcome()).isEqualTo(Outcome.SIGN_IN_REFUSED);
        assertThat(result.said()).doesNotContain("secret");
        assertThat(result.outcome().concernsAll()).isTrue();
    }

    @Test
    void a_server_without_starttls_gets_nothing_when_it_was_asked_for() throws IOException {
        try (Scripted server = new Scripted(Map.of())) {
            assertThat(deliver(settings(server.door.getLocalPort(), Security.STARTTLS, "crm"))
                            .outcome())
                    .isEqualTo(Outcome.ENCRYPTION);
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_no_safe_connection() throws IOException {
        try (Scripted server = new Scripted(Map.of())) {
            assertThat(deliver(settings(server.door.getLocalPort(), Security.TLS, "crm"))
                            .outcome())
                    .isEqualTo(Outcome.ENCRYPTION);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_no_safe_connection() throws IOException {
        GreenMail self = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTPS));
        self.start();
        try {
            assertThat(deliver(settings(self.getSmtps().getPort(), Security.TLS, "crm"))
                            .outcome())
                    .isEqualTo(Outcome.CERTIFICATE);
            assertThat(self.getReceivedMessages()).isEmpty();
        } finally {
            self.stop();
        }
    }

    @Test
    void starttls_seals_the_line_before_sender_password_or_letter_are_said(@TempDir Path keys) throws Exception {
        SSLContext own = own(keys.resolve("mail.p12"), "ip:" + HOST);
        try (Scripted server = new Scripted(Map.of(), own)) {
            Postman.Result result = deliver(settings(server.door.getLocalPort(), Security.STARTTLS, "crm"), own);
            assertThat(result.outcome()).as(result.said()).isEqualTo(Outcome.SENT);
            assertThat(server.heard)
                    .startsWith("open EHLO", "open STARTTLS", "sealed EHLO", "sealed AUTH")
                    .contains("sealed MAIL", "sealed RCPT", "sealed DATA")
                    .doesNotContain("open AUTH", "open MAIL", "open DATA");
        }
    }

    @Test
    void tls_seals_the_line_from_the_first_byte_and_the_letter_arrives(@TempDir Path keys) throws Exception {
        SSLContext own = own(keys.resolve("mail.p12"), "ip:" + HOST);
        try (Scripted server = new Scripted(
                Map.of(), null, own.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName(HOST)))) {
            Postman.Result result = deliver(settings(server.door.getLocalPort(), Security.TLS, "crm"), own);
            assertThat(result.outcome()).as(result.said()).isEqualTo(Outcome.SENT);
            assertThat(server.heard).startsWith("sealed EHLO", "sealed AUTH").contains("sealed DATA");
        }
    }

    @Test
    void a_certificate_of_another_machine_or_of_nobody_is_refused_before_anything_is_said(@TempDir Path keys)
            throws Exception {
        SSLContext other = own(keys.resolve("other.p12"), "dns:other.example");
        try (Scripted server = new Scripted(Map.of(), other)) {
            MailSettings settings = settings(server.door.getLocalPort(), Security.STARTTLS, "crm");
            for (SSLContext trusted : new SSLContext[] {other, null}) {
                Postman.Result result = deliver(settings, trusted);
                assertThat(result.outcome()).isEqualTo(Outcome.CERTIFICATE);
                assertThat(result.outcome().concernsAll()).isTrue();
                assertThat(result.outcome().mayPass()).isTrue();
            }
            assertThat(server.heard).containsOnly("open EHLO", "open STARTTLS");
        }
    }

    @Test
    void nobody_there_is_unreachable() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = gone.getLocalPort();
        }
        assertThat(deliver(settings(port, Security.NONE, null)).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void without_a_server_and_to_other_domains_nothing_leaves() {
        MailSettings none = new MailSettings(null, 587, null, null, Security.STARTTLS, null, null, List.of());
        assertThat(deliver(none).outcome()).isEqualTo(Outcome.NO_SERVER);
        MailSettings ours = new MailSettings(
                HOST,
                25,
                null,
                null,
                Security.NONE,
                "crm@dealer.example",
                "https://crm.dealer.example",
                List.of("other.example"));
        assertThat(deliver(ours).outcome()).isEqualTo(Outcome.ADDRESS_ELSEWHERE);
    }

    @Test
    void settings_that_cannot_work_refuse_the_start_in_words() {
        assertThatThrownBy(() -> new MailSettings(
                        "mail.dealer.example",
                        587,
                        null,
                        null,
                        Security.STARTTLS,
                        null,
                        "https://x.example",
                        List.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("genjin.mail.from");
        assertThatThrownBy(() -> new MailSettings(
                        "mail.dealer.example",
                        587,
                        null,
                        null,
                        Security.STARTTLS,
                        "crm@dealer.example\nBcc: x@y.example",
                        "https://x.example",
                        List.of()))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> new MailSettings(
                        "mail.dealer.example",
                        587,
                        null,
                        null,
                        Security.STARTTLS,
                        "crm@dealer.example",
                        "javascript:1",
                        List.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("genjin.mail.address");
        assertThatThrownBy(() -> new MailSettings(
                        "mail.dealer.example",
                        25,
                        "crm",
                        "secret",
                        Security.NONE,
                        "crm@dealer.example",
                        "https://x.example",
                        List.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("open");
        assertThatThrownBy(() -> new MailSettings(
                        "mail.dealer.example",
                        0,
                        null,
                        null,
                        Security.TLS,
                        "crm@dealer.example",
                        "https://x.example",
                        List.of()))
                .isInstanceOf(StartRefused.class);
        assertThatCode(() -> settings(25, Security.NONE, "crm")).doesNotThrowAnyException();
        assertThat(settings(25, Security.NONE, "crm").toString()).doesNotContain("secret");
        assertThat(settings(25, Security.NONE, "crm").link("/worklist"))
                .isEqualTo("https://crm.dealer.example/worklist");
    }
}
