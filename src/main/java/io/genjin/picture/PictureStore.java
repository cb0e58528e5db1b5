package io.genjin.picture;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores photographs, those about people sealed and bound to their row (S-R63). */
@Repository
class PictureStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    PictureStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(DealershipId dealership, Picture picture, StaffId by, Instant at) {
        byte[] content = picture.purpose().isPersonal()
                ? vault.sealBytes(picture.jpeg(), context(dealership, picture.id()))
                : picture.jpeg();
        jdbc.sql("""
                        insert into picture (dealership_id, id, purpose, width, height, content, added_by, added_at)
                        values (:dealership, :id, :purpose, :width, :height, :content, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", picture.id().value())
                .param("purpose", picture.purpose().name())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("content", content)
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    Picture get(DealershipId dealership, PictureId id) {
        return jdbc.sql("""
                        select p.purpose, p.width, p.height, p.content
                          from picture p
                         where p.dealership_id = :dealership
                           and p.id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> {
                    Purpose purpose = Purpose.valueOf(row.getString("purpose"));
                    byte[] content = row.getBytes("content");
                    return new Picture(
                            id,
                            purpose,
                            row.getInt("width"),
                            row.getInt("height"),
                            purpose.isPersonal() ? vault.openBytes(content, context(dealership, id)) : content);
                })
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    private static String context(DealershipId dealership, PictureId id) {
        return "picture|" + dealership.value() + "|" + id;
    }
}
