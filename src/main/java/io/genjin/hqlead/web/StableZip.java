package io.genjin.hqlead.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook whose bytes depend on its content alone: the moments that programs write into such files are replaced by a given
 * one, and its parts are stored as they are, for compression differs between versions of Java.
 */
final class StableZip {

    private static final String PROPERTIES = "docProps/core.xml";

    private StableZip() {}

    /** @param workbook written by a program; it holds nothing that may not lie in a temporary file for a moment */
    static byte[] of(byte[] workbook, Instant moment) {
        try {
            Path file = Files.createTempFile("genjin", ".xlsx");
            try {
                Files.write(file, workbook);
                return stable(file, moment);
            } finally {
                Files.delete(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static byte[] stable(Path workbook, Instant moment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile parts = new ZipFile(workbook.toFile());
                ZipOutputStream stable = new ZipOutputStream(bytes)) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                byte[] written = parts.getInputStream(part).readAllBytes();
                store(part.getName(), content(part.getName(), written, moment), moment, stable);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] written, Instant moment) {
        if (!name.equals(PROPERTIES)) {
            return written;
        }
        return new String(written, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:created[^>]*>)[^<]*<", "$1" + moment + "<")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void store(String name, byte[] content, Instant moment, ZipOutputStream stable) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
        stable.putNextEntry(entry);
        stable.write(content);
        stable.closeEntry();
    }
}
