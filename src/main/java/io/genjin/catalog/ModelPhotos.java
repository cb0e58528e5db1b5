package io.genjin.catalog;

import io.genjin.picture.PictureId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which photograph shows which model; of several the newest counts, and none is forgotten. */
@Repository
class ModelPhotos {

    private final JdbcClient jdbc;

    ModelPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, CarModelId model, PictureId photo, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into model_photo (dealership_id, photo_id, model_id, added_by, added_at)
                        values (:dealership, :photo, :model, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("photo", photo.value())
                .param("model", model.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** The newest photograph of each model that has one. */
    Map<CarModelId, PictureId> newest(DealershipId dealership) {
        Map<CarModelId, PictureId> newest = new HashMap<>();
        jdbc.sql("""
                        select model_id, photo_id
                          from model_photo
                         where dealership_id = :dealership
                         order by added_at, photo_id
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> newest.put(
                        new CarModelId(row.getObject("model_id", UUID.class)),
                        new PictureId(row.getObject("photo_id", UUID.class))))
                .list();
        return newest;
    }
}
