package io.genjin.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server inside the tests; what it is given stays there. Each test looks at the letters to its own addresses. */
public final class PostOffice {

    public static final String HOST = "127.0.0.1";
    public static final String USERNAME = "crm";
    public static final String PASSWORD = "of the tests";

    /** A letter as it arrived. */
    public record Arrived(
            String from,
            List<String> to,
            String subject,
            String text,
            String html,
            String messageId,
            String stop,
            String everything) {}

    private final int port = freePort();
    private final GreenMail server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public void start() {
        server.start();
        server.setUser("crm@dealer.example", USERNAME, PASSWORD);
    }

    public void stop() {
        server.stop();
    }

    public int port() {
        return port;
    }

    /** What came for an address, the first first. */
    public List<Arrived> lettersTo(String address) {
        List<Arrived> letters = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            Arrived letter = read(message);
            if (letter.to().contains(address)) {
                letters.add(letter);
            }
        }
        return letters;
    }

    private static Arrived read(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            String text = part(parts, "text/plain");
            String html = part(parts, "text/html");
            String headers = String.join("\n", java.util.Collections.list(message.getAllHeaderLines()));
            return new Arrived(
                    message.getFrom()[0].toString(),
                    Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                            .map(Object::toString)
                            .toList(),
                    message.getSubject(),
                    text,
                    html,
                    message.getMessageID(),
                    message.getHeader("List-Unsubscribe") == null ? "" : message.getHeader("List-Unsubscribe")[0],
                    headers + "\n" + message.getSubject() + "\n" + text + "\n" + html);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String part(Multipart parts, String type) throws MessagingException, IOException {
        for (int place = 0; place < parts.getCount(); place++) {
            BodyPart part = parts.getBodyPart(place);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        return "";
    }
}
