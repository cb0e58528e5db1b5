package io.genjin.picture;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photograph made fit to be kept. What arrives is judged by its content, never by its name (S-R38), measured before it is
 * unfolded, and drawn anew: where and when it was taken, and whatever else was hidden behind the picture, stays outside.
 */
record Photo(int width, int height, byte[] jpeg) {

    static final int LONGEST_SIDE = 1920;
    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final long MOST_POINTS = 64_000_000;
    private static final int SMALLEST_SIDE = 16;
    private static final String QUALITY = "0.85";

    /** Unfolding takes memory; two at once are enough for a showroom. */
    private static final Semaphore UNFOLDING = new Semaphore(2);

    private enum Kind {
        JPEG(0xff, 0xd8, 0xff),
        PNG(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);

        private final byte[] begins;

        Kind(int... begins) {
            this.begins = new byte[begins.length];
            for (int place = 0; place < begins.length; place++) {
                this.begins[place] = (byte) begins[place];
            }
        }

        private boolean is(byte[] bytes) {
            return bytes.length > begins.length && Arrays.equals(bytes, 0, begins.length, begins, 0, begins.length);
        }
    }

    /** Reads what was sent in {@code field}; what cannot be kept is refused there. */
    static Photo read(byte[] bytes, String field) {
        if (bytes.length == 0) {
            throw refused(field, "field.required");
        }
        if (bytes.length > MOST_BYTES) {
            throw refused(field, "picture.tooLarge", MOST_BYTES / 1024 / 1024);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.is(bytes))
                .findFirst()
                .orElseThrow(() -> refused(field, "picture.notAPicture"));
        UNFOLDING.acquireUninterruptibly();
        try {
            BufferedImage drawn = unfold(bytes, kind, field);
            int turn = kind == Kind.JPEG ? Upright.turnOf(bytes) : Upright.AS_IT_IS;
            BufferedImage kept = Upright.turned(fitted(drawn), turn);
            return new Photo(kept.getWidth(), kept.getHeight(), written(kept));
        } finally {
            UNFOLDING.release();
        }
    }

    private static BufferedImage unfold(byte[] bytes, Kind kind, String field) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_POINTS) {
                throw refused(field, "picture.tooManyPoints", MOST_POINTS / 1_000_000);
            }
            if (Math.min(width, height) < SMALLEST_SIDE) {
                throw refused(field, "picture.tooSmall", SMALLEST_SIDE);
            }
            int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            ImageReadParam sparse = reader.getDefaultReadParam();
            sparse.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, sparse);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof FieldsRefused refused) {
                throw refused;
            }
            throw refused(field, "picture.damaged");
        } finally {
            reader.dispose();
        }
    }

    /** On white, without transparency, no side longer than {@value #LONGEST_SIDE}. */
    private static BufferedImage fitted(BufferedImage drawn) {
        int longest = Math.max(drawn.getWidth(), drawn.getHeight());
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        if (longest > LONGEST_SIDE) {
            width = Math.max(1, (int) ((long) width * LONGEST_SIDE / longest));
            height = Math.max(1, (int) ((long) height * LONGEST_SIDE / longest));
        }
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = fitted.createGraphics();
        try {
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            brush.drawImage(drawn, 0, 0, width, height, Color.WHITE, null);
        } finally {
            brush.dispose();
        }
        return fitted;
    }

    private static byte[] written(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(Float.parseFloat(QUALITY));
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
            output.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException("cannot write a picture to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static FieldsRefused refused(String field, String key, Object... args) {
        return new FieldsRefused(Field.of(field, key, args));
    }
}
