package io.genjin.shared.web;

import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does once what is asked several times under the same key: double clicks, resends, lost answers (S-R55). Key, effect and
 * answer are stored in one transaction, so a crash leaves all or nothing. Who comes second waits for the first and gets the
 * same answer.
 */
@Component
public class Once {

    private static final int LONGEST_KEY = 200;

    private record Kept(
            String requestHash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String contentType,
            @Nullable String body) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Once(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer of {@code act}, or of the earlier call with the same key.
     *
     * @param key     as the caller chose it; without one nothing guards against repeats
     * @param request what was asked, by which a key used again for something else is recognised
     */
    @Transactional
    public ResponseEntity<?> answer(
            @Nullable String key,
            Object request,
            DealershipId dealership,
            TypedId person,
            Supplier<? extends ResponseEntity<?>> act) {
        if (key == null || key.isBlank()) {
            return act.get();
        }
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(mark -> mark > 0x20 && mark < 0x7f)) {
            throw new FieldsRefused(Field.of("Idempotency-Key", "field.onceKey"));
        }
        String hash = hash(request.getClass().getName() + json.writeValueAsString(request));
        Map<String, Object> id =
                Map.of("dealership", dealership.value(), "person", person.value(), "key", key, "hash", hash);
        int reserved = jdbc.sql("""
                        insert into once_key (dealership_id, person_id, once_key, request_hash, status, created_at)
                        values (:dealership, :person, :key, :hash, 0, :now)
                            on conflict do nothing
                        """)
                .params(id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (reserved == 0) {
            return again(id, hash);
        }
        ResponseEntity<?> answer = act.get();
        URI location = answer.getHeaders().getLocation();
        MediaType type = answer.getHeaders().getContentType();
        jdbc.sql("""
                        update once_key
                           set status = :status, location = :location, etag = :etag, content_type = :type, body = :body
                         where dealership_id = :dealership
                           and person_id = :person
                           and once_key = :key
                        """)
                .param("dealership", dealership.value())
                .param("person", person.value())
                .param("key", key)
                .param("status", answer.getStatusCode().value())
                .param("location", location == null ? null : location.toString())
                .param("etag", answer.getHeaders().getETag())
                .param("type", type == null ? null : type.toString())
                .param("body", answer.getBody() == null ? null : json.writeValueAsString(answer.getBody()))
                .update();
        return answer;
    }

    /** The same for a page's form, which ends at an address. */
    @Transactional
    public String redirect(
            @Nullable String key, Object request, DealershipId dealership, TypedId person, Supplier<String> act) {
        ResponseEntity<?> answer = answer(key, request, dealership, person, () -> ResponseEntity.status(303)
                .location(URI.create(act.get()))
                .build());
        return "redirect:" + answer.getHeaders().getLocation();
    }

    /** Forgets keys older than {@code before}; nobody repeats a request after a day. */
    @Transactional
    public int forget(DealershipId dealership, Instant before) {
        return jdbc.sql("delete from once_key where dealership_id = :dealership and created_at < :before")
                .param("dealership", dealership.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private ResponseEntity<?> again(Map<String, Object> id, String hash) {
        Kept kept = jdbc.sql("""
                        select request_hash, status, location, etag, content_type, body
                          from once_key
                         where dealership_id = :dealership
                           and person_id = :person
                           and once_key = :key
                        """).params(id).query(Kept.class).single();
        if (!kept.requestHash().equals(hash)) {
            throw new RepeatedWithOtherContent();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(kept.status());
        if (kept.location() != null) {
            answer.location(URI.create(kept.location()));
        }
        if (kept.etag() != null) {
            answer.header(HttpHeaders.ETAG, kept.etag());
        }
        if (kept.body() == null) {
            return answer.build();
        }
        MediaType type =
                kept.contentType() == null ? MediaType.APPLICATION_JSON : MediaType.parseMediaType(kept.contentType());
        return answer.contentType(type).body(json.readTree(kept.body()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
