package io.genjin.subscription;

import io.genjin.shared.PlainText;
import io.genjin.staff.EmailAddress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one way by which letters leave the house: to people of the house, over the mail server that the operator set up. Nothing
 * waits for a mail server longer than half a minute.
 */
@Component
class Postman {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";
    private static final int LONGEST_ANSWER = 200;
    private static final int PERMANENT = 500;

    /** How it went, and what the server said. */
    record Result(Outcome outcome, @Nullable String said) {

        static Result of(Outcome outcome) {
            return new Result(outcome, null);
        }
    }

    private final MailSettings settings;
    private final @Nullable SSLSocketFactory trusting;

    @Autowired
    Postman(MailSettings settings) {
        this(settings, null);
    }

    /** @param trusting whose certificates are believed; nothing for those that this machine believes */
    Postman(MailSettings settings, @Nullable SSLSocketFactory trusting) {
        this.settings = settings;
        this.trusting = trusting;
    }

    /**
     * Hands a letter to the mail server.
     *
     * @param from name beside the sender's address: the dealership's
     */
    Result deliver(Letter letter, EmailAddress to, String from, Instant at) {
        if (!settings.isSetUp()) {
            return Result.of(Outcome.NO_SERVER);
        }
        if (!settings.reaches(to.domain())) {
            return Result.of(Outcome.ADDRESS_ELSEWHERE);
        }
        Session session = Session.getInstance(properties());
        try (Transport line = session.getTransport("smtp")) {
            MimeMessage message = message(session, letter, to, from, at);
            line.connect(settings.host(), settings.port(), settings.username(), settings.password());
            line.sendMessage(message, message.getAllRecipients());
            return Result.of(Outcome.SENT);
        } catch (MessagingException refused) {
            return new Result(outcome(refused), said(refused, to));
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", ANSWER_MILLIS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.quitwait", "false");
        if (trusting != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting);
        }
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == MailSettings.Security.TLS));
        boolean upgrade = settings.security() == MailSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(upgrade));
        properties.put("mail.smtp.starttls.required", String.valueOf(upgrade));
        return properties;
    }

    private MimeMessage message(Session session, Letter letter, EmailAddress to, String from, Instant at)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + ">");
            }
        };
        String utf8 = StandardCharsets.UTF_8.name();
        try {
            message.setFrom(new InternetAddress(Objects.requireNonNull(settings.from()), oneLine(from), utf8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.value(), true));
        message.setSubject(letter.subject(), utf8);
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.stop().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), utf8, "plain");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(letter.html(), utf8, "html");
        message.setContent(new MimeMultipart("alternative", text, page));
        message.saveChanges();
        return message;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\"<>]", " ").strip();
    }

    private static Outcome outcome(MessagingException refused) {
        if (refused instanceof AuthenticationFailedException) {
            return Outcome.SIGN_IN_REFUSED;
        }
        if (isCausedBy(refused, CertificateException.class) || isCausedBy(refused, CertPathValidatorException.class)) {
            return Outcome.CERTIFICATE;
        }
        if (isCausedBy(refused, SSLException.class) || says(refused, "STARTTLS")) {
            return Outcome.ENCRYPTION;
        }
        int code = code(refused);
        if (code >= PERMANENT) {
            return isCausedBy(refused, SMTPAddressFailedException.class) ? Outcome.ADDRESS_REFUSED : Outcome.REFUSED;
        }
        if (code > 0) {
            return Outcome.REFUSED_FOR_NOW;
        }
        return refused instanceof MailConnectException
                        || isCausedBy(refused, IOException.class)
                        || isCausedBy(refused, UnknownHostException.class)
                ? Outcome.UNREACHABLE
                : refused instanceof SendFailedException ? Outcome.REFUSED : Outcome.UNREACHABLE;
    }

    private static int code(MessagingException refused) {
        for (Throwable one : chain(refused)) {
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (one instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
        }
        for (Throwable one : chain(refused)) {
            if (one instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return send.getReturnCode();
            }
        }
        return 0;
    }

    private static boolean isCausedBy(MessagingException refused, Class<? extends Throwable> kind) {
        return chain(refused).stream().anyMatch(kind::isInstance);
    }

    private static boolean says(MessagingException refused, String word) {
        return refused.getMessage() != null && refused.getMessage().contains(word);
    }

    /** What went wrong and why, the nearest first; a mail exception hides its reasons in two places. */
    private static List<Throwable> chain(MessagingException refused) {
        List<Throwable> chain = new ArrayList<>();
        Throwable one = refused;
        while (one != null && !chain.contains(one)) {
            chain.add(one);
            Exception next = one instanceof MessagingException mail ? mail.getNextException() : null;
            one = next != null ? next : one.getCause();
        }
        return chain;
    }

    /** The server's own words in one line, without anybody's address in them. */
    private static @Nullable String said(MessagingException refused, EmailAddress to) {
        List<Throwable> chain = chain(refused);
        String words = chain.stream()
                .filter(one -> one instanceof SMTPAddressFailedException || one instanceof SMTPSenderFailedException)
                .findFirst()
                .orElse(chain.get(0))
                .getMessage();
        if (words == null) {
            return null;
        }
        String clean = words.replace(to.value(), "…").replaceAll("<?[^\\s<>@]+@[^\\s<>@]+>?", "…");
        String line = PlainText.line(clean, Integer.MAX_VALUE, "said", new ArrayList<>());
        return line == null || line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER) + "…";
    }
}
