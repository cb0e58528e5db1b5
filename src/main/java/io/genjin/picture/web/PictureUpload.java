package io.genjin.picture.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What came in the photograph field of a form ({@code picture/upload.jte}). */
public final class PictureUpload {

    private PictureUpload() {}

    /** The bytes, not yet judged; nothing when nothing was chosen. */
    public static byte @Nullable [] bytes(@Nullable MultipartFile upload) {
        if (upload == null || upload.isEmpty()) {
            return null;
        }
        try {
            return upload.getBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
