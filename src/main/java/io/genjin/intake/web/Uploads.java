package io.genjin.intake.web;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.multipart.MultipartFile;

/** Files coming in and going out. */
final class Uploads {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Uploads() {}

    /** An uploaded file where the desk can read it, and what its owner called it. */
    record Stored(Path file, @Nullable String name) {}

    /** Lays an uploaded file down for {@code reading} and removes it afterwards. */
    static <T> T take(@Nullable MultipartFile upload, Function<Stored, T> reading) throws IOException {
        if (upload == null || upload.isEmpty()) {
            throw new FieldsRefused(Field.of("file", "imports.file.required"));
        }
        Path file = Files.createTempFile("genjin-upload", ".sheet");
        try {
            upload.transferTo(file);
            return reading.apply(new Stored(file, upload.getOriginalFilename()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static void asDownload(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
