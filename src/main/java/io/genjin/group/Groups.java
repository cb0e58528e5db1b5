package io.genjin.group;

import io.genjin.group.DealershipGroup.Member;
import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores groups of dealerships with HQ, whose they are to keep. Whoever calls has entered HQ. */
@Repository
class Groups {

    private final JdbcClient jdbc;

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All groups, by name. */
    @Transactional(readOnly = true)
    public List<DealershipGroup> all() {
        Map<UUID, List<Member>> members = new HashMap<>();
        jdbc.sql("""
                        select id, group_id, member_id, from_day, until_day
                          from dealership_group_member
                         where dealership_id = :dealership
                        """).param("dealership", DealershipId.HQ.value()).query(row -> {
            members.computeIfAbsent(row.getObject("group_id", UUID.class), none -> new ArrayList<>())
                    .add(new Member(
                            row.getObject("id", UUID.class),
                            new DealershipId(row.getInt("member_id")),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("until_day", LocalDate.class)));
        });
        return jdbc.sql("""
                        select id, name
                          from dealership_group
                         where dealership_id = :dealership
                         order by name, id
                        """)
                .param("dealership", DealershipId.HQ.value())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new DealershipGroup(
                            new DealershipGroupId(id), row.getString("name"), members.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** Locked. */
    DealershipGroup getForUpdate(DealershipGroupId id) {
        boolean there = jdbc.sql("""
                        select 1
                          from dealership_group
                         where dealership_id = :dealership
                           and id = :id
                           for update
                        """)
                .param("dealership", DealershipId.HQ.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw new NothingHere(id);
        }
        return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NothingHere(id));
    }

    /** Whether it is new; a name belongs to one group. */
    boolean add(DealershipGroupId id, String name) {
        return jdbc.sql("""
                        insert into dealership_group (dealership_id, id, name)
                        values (:dealership, :id, :name)
                            on conflict do nothing
                        """)
                        .param("dealership", DealershipId.HQ.value())
                        .param("id", id.value())
                        .param("name", name)
                        .update()
                > 0;
    }

    void add(DealershipGroupId group, Member member) {
        jdbc.sql("""
                        insert into dealership_group_member (dealership_id, id, group_id, member_id, from_day, until_day)
                        values (:dealership, :id, :group, :member, :from, :until)
                        """)
                .param("dealership", DealershipId.HQ.value())
                .param("id", member.id())
                .param("group", group.value())
                .param("member", member.dealership().value())
                .param("from", member.from())
                .param("until", member.until())
                .update();
    }

    void end(Member member, LocalDate until) {
        jdbc.sql("""
                        update dealership_group_member
                           set until_day = :until
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", DealershipId.HQ.value())
                .param("id", member.id())
                .param("until", until)
                .update();
    }
}
