package io.genjin.privacy;

/** One of the records that only grow: what happened, who looked, who came in (S-R73, S-R75). */
public enum AuditRecord {
    /** The journal; of its words the digest, so that erasing a customer breaks nothing. */
    JOURNAL("""
            select r.id, sha256(convert_to(jsonb_build_array(
                           r.id, r.prospect_id, r.kind, extract(epoch from r.happened_at), r.happened_on,
                           extract(epoch from r.recorded_at), r.actor_id, r.owner_id, r.grade, r.source, r.corrects_id
                           )::text, 'UTF8')) as print,
                   sha256(convert_to(r.details::text, 'UTF8')) as words, r.erased_digest
              from journal_entry r
            """),
    /** Who looked at whose personal data. */
    LOOKS("""
            select r.id, sha256(convert_to(jsonb_build_array(
                           r.id, extract(epoch from r.looked_at), r.staff_id, r.visitor, r.look, r.prospect_id, r.what,
                           r.customers)::text, 'UTF8')) as print,
                   null::bytea as words, null::bytea as erased_digest
              from access_record r
            """),
    /** Who signed in, or tried to. */
    DOOR("""
            select r.id, sha256(convert_to(jsonb_build_array(
                           r.id, r.staff_id, r.what, r.address, extract(epoch from r.happened_at))::text, 'UTF8')) as print,
                   null::bytea as words, null::bytea as erased_digest
              from sign_in_record r
            """);

    private final String prints;

    AuditRecord(String prints) {
        this.prints = prints;
    }

    /** The entries after {@code :after} with their hashes and the digests of their words, in the order in which they were made. */
    String prints() {
        return prints + """
             where r.dealership_id = :dealership
               and r.id > :after
               and r.id < :before
             order by r.id
             limit :most
            """;
    }
}
