package io.genjin.picture.web;

import io.genjin.picture.Picture;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Hands a photograph to a browser, from the address of the room that knows who may see it. */
public final class PictureAnswer {

    private static final Duration KEPT_BY_BROWSER = Duration.ofDays(30);

    private PictureAnswer() {}

    /**
     * Shown inside a page and never as anything but a picture. What says something about a person is stored nowhere on the
     * way; a car of the catalogue stays in the reader's browser, and is asked for again by its name only.
     */
    public static ResponseEntity<byte[]> of(Picture picture, WebRequest request) {
        String name = "\"" + picture.id() + "\"";
        boolean personal = picture.purpose().isPersonal();
        if (!personal && request.checkNotModified(name)) {
            return ResponseEntity.status(304).eTag(name).build();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"" + picture.id() + ".jpg\"")
                .cacheControl(
                        personal
                                ? CacheControl.noStore().cachePrivate()
                                : CacheControl.maxAge(KEPT_BY_BROWSER)
                                        .cachePrivate()
                                        .immutable());
        if (!personal) {
            answer.eTag(name);
        }
        return answer.body(picture.jpeg());
    }
}
