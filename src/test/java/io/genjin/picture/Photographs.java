package io.genjin.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Photographs, honest and otherwise, as they arrive in the showroom. */
public final class Photographs {

    private Photographs() {}

    /** Red on the left, blue on the right. */
    public static byte[] of(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException(format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A telephone's photograph: EXIF says how to turn it and where it was taken. */
    static byte[] fromATelephone(int width, int height, int turn, ByteOrder order) {
        byte[] place = "GPS 31.2304N 121.4737E".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + place.length);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        exif.order(order).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turn)
                .putShort((short) 0);
        exif.putInt(0).put(place);
        byte[] plain = of("jpg", width, height);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(exif.array());
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    /** A PNG of a few bytes that would unfold to {@code side} times {@code side} points. */
    static byte[] bomb(int side) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side);
        header.put(new byte[] {1, 0, 0, 0, 0});
        chunk(bytes, "IHDR", header.array());
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(folded)) {
            deflate.write(new byte[1 << 16]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        chunk(bytes, "IDAT", folded.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        bytes.writeBytes(name);
        bytes.writeBytes(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    static BufferedImage seen(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
