package io.genjin.coaching;

import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-to-ones as people read them: managers all, a consultant their own. */
@Component
@Transactional(readOnly = true)
public class OneToOneBook {

    static final String READ = "coaching.read";

    private final OneToOnes talks;
    private final StaffDirectory staff;
    private final Rights rights;

    OneToOneBook(OneToOnes talks, StaffDirectory staff, Rights rights) {
        this.talks = talks;
        this.staff = staff;
        this.rights = rights;
    }

    public boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, READ) == Reach.ALL;
    }

    /** What was held in a week, the latest first. */
    public List<OneToOne> ofWeek(TalkWeek week, StaffMember reader) {
        return talks.list(reader.dealership(), week.monday(), week.sunday(), own(reader), Integer.MAX_VALUE - 1, null)
                .items();
    }

    /**
     * What was held at all, the latest first.
     *
     * @param consultant sign-in name; nobody's asks for all that the reader may see
     */
    public Page<OneToOne> history(@Nullable String consultant, int limit, @Nullable String cursor, StaffMember reader) {
        StaffId whose = consultant == null || consultant.isBlank()
                ? own(reader)
                : consultant(consultant, reader).id();
        return talks.list(reader.dealership(), null, null, whose, limit, cursor);
    }

    /** The consultant who is asked for; a colleague is to a consultant as if there were nobody of that name (S-R22). */
    public StaffMember consultant(String username, StaffMember reader) {
        return staff.byUsername(reader.dealership(), username.strip())
                .filter(one -> seesAll(reader) || one.id().equals(reader.id()))
                .orElseThrow(() -> new NothingHere(username));
    }

    /** All versions of one, the newest first. */
    public List<OneToOne> versions(OneToOneId id, StaffMember reader) {
        List<OneToOne> versions = talks.versions(reader.dealership(), id);
        if (versions.isEmpty()
                || !seesAll(reader) && !versions.get(0).consultant().equals(reader.id())) {
            throw new NothingHere(id);
        }
        return versions;
    }

    private @Nullable StaffId own(StaffMember reader) {
        return seesAll(reader) ? null : reader.id();
    }
}
