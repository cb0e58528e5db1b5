package io.genjin.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns a photograph the way its camera was held. Telephones store every picture lying and note the turn in EXIF; as EXIF is
 * not kept, the turn must be made real.
 */
final class Upright {

    /** Orientation 1 of EXIF. */
    static final int AS_IT_IS = 1;

    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private Upright() {}

    /** The turn (1 to 8) that a JPEG's EXIF asks for; {@link #AS_IT_IS} when it says nothing readable. */
    static int turnOf(byte[] jpeg) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            int at = 2;
            while (at + 4 <= jpeg.length && (bytes.get(at) & 0xff) == 0xff) {
                int marker = bytes.get(at + 1) & 0xff;
                int length = bytes.getShort(at + 2) & 0xffff;
                if (marker == START_OF_SCAN || length < 2) {
                    return AS_IT_IS;
                }
                if (marker == APP1 && bytes.getInt(at + 4) == 0x45786966) {
                    return orientation(bytes.slice(at + 10, Math.min(length - 8, jpeg.length - at - 10)));
                }
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException cutOff) {
            return AS_IT_IS;
        }
        return AS_IT_IS;
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY_BYTES;
            if ((tiff.getShort(at) & 0xffff) == ORIENTATION) {
                int turn = tiff.getShort(at + 8) & 0xffff;
                return turn >= 1 && turn <= 8 ? turn : AS_IT_IS;
            }
        }
        return AS_IT_IS;
    }

    /** The picture as it was seen. */
    static BufferedImage turned(BufferedImage lying, int turn) {
        if (turn == AS_IT_IS) {
            return lying;
        }
        int w = lying.getWidth();
        int h = lying.getHeight();
        boolean sideways = turn >= 5;
        BufferedImage upright = new BufferedImage(sideways ? h : w, sideways ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = upright.createGraphics();
        try {
            brush.drawImage(lying, movement(turn, w, h), null);
        } finally {
            brush.dispose();
        }
        return upright;
    }

    private static AffineTransform movement(int turn, int w, int h) {
        return switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
