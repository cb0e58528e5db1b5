package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.picture.Picture;
import io.genjin.picture.PictureId;
import io.genjin.picture.Pictures;
import io.genjin.picture.Purpose;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where managers show what a model looks like. */
@Service
@Transactional
public class ModelPhotoDesk {

    private final ModelPhotos photos;
    private final ModelRange range;
    private final Pictures pictures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ModelPhotoDesk(
            ModelPhotos photos, ModelRange range, Pictures pictures, ApplicationEventPublisher events, Clock clock) {
        this.photos = photos;
        this.range = range;
        this.pictures = pictures;
        this.events = events;
        this.clock = clock;
    }

    /** The newest photograph of each model that has one. */
    @Transactional(readOnly = true)
    public Map<CarModelId, PictureId> newest(DealershipId dealership) {
        return photos.newest(dealership);
    }

    /** @throws FieldsRefused when nothing was chosen, or it is no photograph */
    public PictureId add(CarModelId id, byte @Nullable [] bytes, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), id);
        if (bytes == null) {
            throw new FieldsRefused(Field.of("photo", "field.required"));
        }
        Instant now = clock.instant();
        PictureId photo = pictures.add(by.dealership(), Purpose.CATALOGUE, "photo", bytes, by.id(), now);
        photos.add(by.dealership(), id, photo, by.id(), now);
        events.publishEvent(CatalogFact.of(
                Kind.CAR_MODEL_PICTURED,
                id.value(),
                model.title(),
                model.edition().version(),
                by,
                now));
        return photo;
    }

    /** A photograph of the catalogue. */
    @Transactional(readOnly = true)
    public Picture photo(PictureId id, DealershipId dealership) {
        return pictures.read(dealership, id, Purpose.CATALOGUE);
    }
}
