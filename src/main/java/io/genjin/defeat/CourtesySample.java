package io.genjin.defeat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Which approved defeats get a courtesy call by customer relations (policy defeat.verifySample, peers' subjective-loss audit).
 * Drawn by chance, yet whoever draws again gets the same ones: nobody can choose, and everybody can check.
 */
public final class CourtesySample {

    private CourtesySample() {}

    /**
     * @param seed    the dealership's word for the month, such as {@code SH001 2026-11}
     * @param percent of the defeats that are drawn, 0 to 100
     */
    public static boolean draws(String seed, DefeatId defeat, int percent) {
        return place(seed, defeat.value()) < percent;
    }

    /** A number from 0 to 99, evenly spread. */
    private static int place(String seed, UUID id) {
        CRC32 sum = new CRC32();
        sum.update(seed.getBytes(StandardCharsets.UTF_8));
        sum.update(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
        return (int) (sum.getValue() % 100);
    }
}
