package io.genjin.prospect;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.PhoneNumber;
import io.genjin.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which case goes on for which, and what numbers lead there. A case merged into another points to the one that goes on in the
 * end, however often that was merged further.
 */
@Repository
class MergedCases {

    private final JdbcClient jdbc;
    private final Vault vault;

    MergedCases(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The case that answers for {@code number} because the one with this number was merged into it. */
    Optional<ProspectId> answering(DealershipId dealership, PhoneNumber number, Predicate<ProspectStatus> standing) {
        return answering(dealership, List.of(vault.fingerprint(number, dealership))).stream()
                .filter(answer -> standing.test(answer.status()))
                .map(Answer::survivor)
                .findFirst();
    }

    /** Those of {@code hashes} for which such a case answers. */
    Set<ByteBuffer> answering(
            DealershipId dealership, Collection<ByteBuffer> hashes, Predicate<ProspectStatus> standing) {
        Set<ByteBuffer> found = new HashSet<>();
        answering(dealership, hashes.stream().map(ByteBuffer::array).toList()).stream()
                .filter(answer -> standing.test(answer.status()))
                .forEach(answer -> found.add(answer.hash()));
        return found;
    }

    private record Answer(ByteBuffer hash, ProspectId survivor, ProspectStatus status) {}

    /**
     * By keys, step by step: joined in one statement, a database that has not counted its new tables yet compares every customer
     * with every other, and the first sheet of a dealership runs into the time limit.
     */
    private List<Answer> answering(DealershipId dealership, List<byte[]> hashes) {
        Map<UUID, List<ByteBuffer>> absorbed = new HashMap<>();
        jdbc.sql("""
                        select number_hash, prospect_id
                          from merged_number
                         where dealership_id = :dealership
                           and number_hash in (:hashes)
                        """)
                .param("dealership", dealership.value())
                .param("hashes", hashes)
                .query(row -> {
                    absorbed.computeIfAbsent(row.getObject("prospect_id", UUID.class), one -> new ArrayList<>())
                            .add(ByteBuffer.wrap(row.getBytes("number_hash")));
                });
        if (absorbed.isEmpty()) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        jdbc.sql("""
                        select p.id as absorbed, s.id, s.status
                          from prospect p
                          join prospect s
                            on s.dealership_id = p.dealership_id
                           and s.id = coalesce(p.merged_into, p.id)
                         where p.dealership_id = :dealership
                           and p.id in (:absorbed)
                         order by s.updated_at desc, s.id desc
                        """)
                .param("dealership", dealership.value())
                .param("absorbed", absorbed.keySet())
                .query(row -> {
                    ProspectId survivor = new ProspectId(row.getObject("id", UUID.class));
                    ProspectStatus status = ProspectStatus.valueOf(row.getString("status"));
                    absorbed.getOrDefault(row.getObject("absorbed", UUID.class), List.of())
                            .forEach(hash -> answers.add(new Answer(hash, survivor, status)));
                });
        return answers;
    }

    /** Takes prospects just written away again whose number leads to an open case; the others stay. */
    List<Prospect> withoutAnswered(List<Prospect> written) {
        if (written.isEmpty()) {
            return written;
        }
        DealershipId dealership = written.get(0).dealership();
        Map<ByteBuffer, Prospect> byHash = new HashMap<>();
        written.forEach(one ->
                byHash.put(ByteBuffer.wrap(vault.fingerprint(one.content().number(), dealership)), one));
        List<Prospect> answered = new ArrayList<>();
        answering(dealership, byHash.keySet(), ProspectStatus::isOpen).forEach(hash -> {
            Prospect one = byHash.get(hash);
            if (one != null) {
                answered.add(one);
            }
        });
        if (answered.isEmpty()) {
            return written;
        }
        jdbc.sql("delete from prospect where dealership_id = :dealership and id in (:ids)")
                .param("dealership", dealership.value())
                .param("ids", answered.stream().map(one -> one.id().value()).toList())
                .update();
        return written.stream().filter(one -> !answered.contains(one)).toList();
    }

    /** {@code survivor} goes on for {@code absorbed} and for all that were merged into it before. */
    void merge(DealershipId dealership, ProspectId absorbed, ProspectId survivor) {
        jdbc.sql("""
                        update prospect
                           set merged_into = :survivor
                         where dealership_id = :dealership
                           and (id = :absorbed or merged_into = :absorbed)
                        """)
                .param("dealership", dealership.value())
                .param("absorbed", absorbed.value())
                .param("survivor", survivor.value())
                .update();
        countFrom(dealership, survivor);
    }

    /** {@code absorbed} stands for itself again, and for those merged into it before. */
    void part(DealershipId dealership, ProspectId absorbed, ProspectId survivor, Collection<ProspectId> itsOwn) {
        jdbc.sql("update prospect set merged_into = null where dealership_id = :dealership and id = :absorbed")
                .param("dealership", dealership.value())
                .param("absorbed", absorbed.value())
                .update();
        if (!itsOwn.isEmpty()) {
            jdbc.sql("""
                            update prospect
                               set merged_into = :absorbed
                             where dealership_id = :dealership
                               and id in (:own)
                            """)
                    .param("dealership", dealership.value())
                    .param("absorbed", absorbed.value())
                    .param("own", itsOwn.stream().map(ProspectId::value).toList())
                    .update();
        }
        countFrom(dealership, survivor);
        countFrom(dealership, absorbed);
    }

    /** From when the customer counts: the earliest arrival of all their cases (4.1 rule 7). */
    private void countFrom(DealershipId dealership, ProspectId survivor) {
        Instant earliest = jdbc.sql("""
                        select min(received_at) as earliest
                          from prospect
                         where dealership_id = :dealership
                           and merged_into = :survivor
                        """)
                .param("dealership", dealership.value())
                .param("survivor", survivor.value())
                .query((row, number) -> Optional.ofNullable(Moments.readOrNull(row, "earliest")))
                .single()
                .orElse(null);
        jdbc.sql("""
                        update prospect
                           set merged_received_at = :earliest
                         where dealership_id = :dealership
                           and id = :survivor
                        """)
                .param("dealership", dealership.value())
                .param("survivor", survivor.value())
                .param("earliest", Moments.boundOrNull(earliest))
                .update();
    }

    /** {@code number} leads to {@code survivor} from now on, because of one merge. */
    void lead(DealershipId dealership, UUID merge, PhoneNumber number, ProspectId survivor) {
        jdbc.sql("""
                        insert into merged_number (dealership_id, merge_id, number_hash, prospect_id)
                        values (:dealership, :merge, :hash, :survivor)
                            on conflict do nothing
                        """)
                .param("dealership", dealership.value())
                .param("merge", merge)
                .param("hash", vault.fingerprint(number, dealership))
                .param("survivor", survivor.value())
                .update();
    }

    void forget(DealershipId dealership, UUID merge) {
        jdbc.sql("delete from merged_number where dealership_id = :dealership and merge_id = :merge")
                .param("dealership", dealership.value())
                .param("merge", merge)
                .update();
    }

    /** The cases that were merged into {@code survivor}. */
    List<ProspectId> into(DealershipId dealership, ProspectId survivor) {
        return jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and merged_into = :survivor
                         order by received_at, id
                        """)
                .param("dealership", dealership.value())
                .param("survivor", survivor.value())
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The case that goes on for {@code absorbed}; nothing while it stands for itself. */
    Optional<ProspectId> survivorOf(DealershipId dealership, ProspectId absorbed) {
        return jdbc.sql("""
                        select merged_into
                          from prospect
                         where dealership_id = :dealership
                           and id = :absorbed
                           and merged_into is not null
                        """)
                .param("dealership", dealership.value())
                .param("absorbed", absorbed.value())
                .query((row, number) -> new ProspectId(row.getObject("merged_into", UUID.class)))
                .optional();
    }
}
