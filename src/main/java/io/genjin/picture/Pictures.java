package io.genjin.picture;

import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where other rooms leave photographs and get them back. Who may see one is for the room to say that keeps its name: a picture
 * has no address of its own.
 */
@Service
@Transactional
public class Pictures {

    private final PictureStore store;

    Pictures(PictureStore store) {
        this.store = store;
    }

    /**
     * Keeps a photograph: recognised by its content, turned upright, at most {@value Photo#LONGEST_SIDE} points wide or high,
     * written anew so that nothing else is in it.
     *
     * @param field the field of the form or body the bytes came in; a refusal names it
     * @throws io.genjin.shared.FieldsRefused when this is no JPEG or PNG, is damaged, or too large (S-R38)
     */
    public PictureId add(
            DealershipId dealership, Purpose purpose, String field, byte[] bytes, StaffId by, Instant now) {
        Photo photo = Photo.read(bytes, field);
        Picture picture = new Picture(PictureId.next(), purpose, photo.width(), photo.height(), photo.jpeg());
        store.add(dealership, picture, by, now);
        return picture.id();
    }

    /**
     * The photograph, for one of the purposes the asking room knows.
     *
     * @throws NothingHere when there is none, or it was kept for something else
     */
    @Transactional(readOnly = true)
    public Picture read(DealershipId dealership, PictureId id, Purpose... purposes) {
        Picture picture = store.get(dealership, id);
        if (!Set.of(purposes).contains(picture.purpose())) {
            throw new NothingHere(id);
        }
        return picture;
    }
}
