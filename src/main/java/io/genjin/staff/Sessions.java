package io.genjin.staff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a person is signed in now; other duties, a new password or a closed account end it everywhere (S-R12, S-R16). */
@Component
public class Sessions {

    /** One device on which the person is signed in. */
    public record Listed(Instant since, Instant lastUsed, boolean current) {}

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** The person's open sessions, the one used last first; {@code current} is the one that asks. */
    public List<Listed> of(StaffMember member, String current) {
        return sessions.findByPrincipalName(member.username()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Listed(
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
