package io.genjin.review;

import io.genjin.journal.Journal;
import io.genjin.review.ArchivedReview.Addendum;
import io.genjin.review.ArchivedReview.Proof;
import io.genjin.review.ArchivedReview.Sealed;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archive of reviews. Each is one text; its digest stands beside it and in the journal, and each text names the digest of
 * the one archived before it. So a change behind the product's back shows at the next reading.
 */
@Repository
class ReviewArchives {

    /** A text about to be stored. */
    record Text(String content, String digest) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Journal journal;
    private final StaffDirectory staff;

    ReviewArchives(JdbcClient jdbc, JsonMapper json, Journal journal, StaffDirectory staff) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
        this.staff = staff;
    }

    Text text(Sealed sealed) {
        String content = json.writeValueAsString(sealed);
        return new Text(content, digest(content));
    }

    /** Of the review that was archived last. */
    Optional<String> lastDigest(DealershipId dealership) {
        return jdbc.sql("""
                        select a.digest
                          from review_archive a
                         where a.dealership_id = :dealership
                         order by a.archived_at desc, a.review_id desc
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .query(String.class)
                .optional();
    }

    void add(WeeklyReview review, Text text, UUID entry, Sealed sealed) {
        jdbc.sql("""
                        insert into review_archive (dealership_id, review_id, content, digest, entry_id, archived_by, archived_at)
                        values (:dealership, :review, :content, :digest, :entry, :by, :at)
                        """)
                .param("dealership", review.dealership().value())
                .param("review", review.id().value())
                .param("content", text.content())
                .param("digest", text.digest())
                .param("entry", entry)
                .param("by", sealed.archivedBy().id())
                .param("at", Moments.bound(sealed.archivedAt()))
                .update();
    }

    void add(WeeklyReview review, Addendum addendum) {
        jdbc.sql("""
                        insert into review_addendum (dealership_id, id, review_id, words, reason, written_by, written_at)
                        values (:dealership, :id, :review, :words, :reason, :by, :at)
                        """)
                .param("dealership", review.dealership().value())
                .param("id", addendum.id())
                .param("review", review.id().value())
                .param("words", addendum.words())
                .param("reason", addendum.reason())
                .param("by", addendum.by().id())
                .param("at", Moments.bound(addendum.at()))
                .update();
    }

    Optional<ArchivedReview> find(WeeklyReview review) {
        DealershipId dealership = review.dealership();
        return jdbc.sql("""
                        select a.content, a.digest, a.entry_id
                          from review_archive a
                         where a.dealership_id = :dealership
                           and a.review_id = :review
                        """)
                .param("dealership", dealership.value())
                .param("review", review.id().value())
                .query((row, number) -> {
                    String content = row.getString("content");
                    String digest = row.getString("digest");
                    UUID entry = row.getObject("entry_id", UUID.class);
                    return new ArchivedReview(
                            review.id(),
                            json.readValue(content, Sealed.class),
                            digest,
                            entry,
                            proof(dealership, content, digest, entry),
                            addenda(review));
                })
                .optional();
    }

    private Proof proof(DealershipId dealership, String content, String digest, UUID entry) {
        boolean said = journal.find(dealership, List.of(entry)).stream()
                .anyMatch(one -> one.detail("digest").equals(digest));
        return said && digest(content).equals(digest) ? Proof.AGREES : Proof.DIFFERS;
    }

    private List<Addendum> addenda(WeeklyReview review) {
        return jdbc.sql("""
                        select d.id, d.words, d.reason, d.written_by, d.written_at
                          from review_addendum d
                         where d.dealership_id = :dealership
                           and d.review_id = :review
                         order by d.id
                        """)
                .param("dealership", review.dealership().value())
                .param("review", review.id().value())
                .query((row, number) -> new Addendum(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        row.getString("reason"),
                        Person.of(staff.get(review.dealership(), new StaffId(row.getObject("written_by", UUID.class)))),
                        Moments.read(row, "written_at")))
                .list();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
