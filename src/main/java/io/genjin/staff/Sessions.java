package io.genjin.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a person is signed in now; other duties, a new password or a closed account end it everywhere (S-R12, S-R16). */
@Component
public class Sessions {

    /** On how many devices somebody may be signed in at once; one more ends the one that was used longest ago. */
    public static final int MOST = 3;

    /**
     * One device on which the person is signed in.
     *
     * @param name what pages call it: what the browser has to know of it is never told to a page
     */
    public record Listed(String name, Instant since, Instant lastUsed, boolean current) {}

    private static final int NAME_BYTES = 16;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** The person's open sessions, the one used last first; {@code current} is the one that asks. */
    public List<Listed> of(StaffMember member, String current) {
        return sessions.findByPrincipalName(member.username()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Listed(
                        nameOf(session.getId()),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(Listed::lastUsed).reversed())
                .toList();
    }

    /** Ends all but the one that asks. */
    public void endOthers(StaffMember member, String current) {
        afterCommit(() -> sessions.findByPrincipalName(member.username()).keySet().stream()
                .filter(id -> !id.equals(current))
                .forEach(sessions::deleteById));
    }

    /** Ends the one of that name, if it is the person's. */
    public void end(StaffMember member, String name) {
        afterCommit(() -> sessions.findByPrincipalName(member.username()).keySet().stream()
                .filter(id -> nameOf(id).equals(name))
                .forEach(sessions::deleteById));
    }

    /** Makes room for one that begins: of the others the last used stay (S-R11). */
    public void makeRoom(StaffMember member, String beginning) {
        sessions.findByPrincipalName(member.username()).values().stream()
                .filter(session -> !session.getId().equals(beginning))
                .sorted(Comparator.<Session, Instant>comparing(Session::getLastAccessedTime)
                        .reversed())
                .skip(MOST - 1L)
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    private static String nameOf(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signs the person out everywhere. */
    void endAll(String username) {
        afterCommit(() -> sessions.findByPrincipalName(username).keySet().forEach(sessions::deleteById));
    }

    /** Ended before the change is visible, a session could be opened again with the old password or duties. */
    static void afterCommit(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
