package io.genjin.bench;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which copy of a seed it is: of which dealership, under which consultants, how many days earlier, and what is the customer's own.
 */
record Copy(int dealership, int block, int variant, int daysEarlier, long cardNo, Sealed sealed) {

    /** Consultants of a dealership: this many for each of the seed. */
    static final int VARIANTS = 4;

    /** How COPY writes that there is nothing. */
    static final String NOTHING = "\\N";

    /** Name and number of a copied customer as the product stores them, in the words of COPY. */
    record Sealed(String name, String sound, String mobileSealed, String mobileHash, String lastFour) {}

    Copy with(Sealed own) {
        return new Copy(dealership, block, variant, daysEarlier, cardNo, own);
    }

    UUID own(UUID seed) {
        return mixed(seed, dealership * 1_000_003L + block + VARIANTS + 1L);
    }

    UUID person(UUID seed, boolean consultant) {
        return person(dealership, seed, consultant ? variant : 0);
    }

    static UUID person(int dealership, UUID seed, int variant) {
        return mixed(seed, dealership * 1_000_003L + variant);
    }

    /** Another identity with the same time in front, so that copies lie beside each other in an index as originals do. */
    private static UUID mixed(UUID seed, long salt) {
        long hash = salt * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 31)) * 0xBF58476D1CE4E5B9L;
        return new UUID(seed.getMostSignificantBits(), seed.getLeastSignificantBits() ^ ((hash ^ (hash >>> 29)) >>> 2));
    }

    LocalDate moved(LocalDate day) {
        return day.minusDays(daysEarlier);
    }

    /** When a case that rests is taken up again: in earlier quarters never, or all of them would wake as the product starts. */
    String waking(LocalDate day) {
        return daysEarlier == 0 ? day.toString() : NOTHING;
    }

    String special(String column) {
        return switch (column) {
            case "dealership_id" -> Integer.toString(dealership);
            case "card_no" -> Long.toString(cardNo);
            case "customer_name" -> sealed.name();
            case "name_sound" -> sealed.sound();
            case "mobile_sealed" -> sealed.mobileSealed();
            case "mobile_hash" -> sealed.mobileHash();
            case "mobile_last_four" -> sealed.lastFour();
            default -> NOTHING;
        };
    }
}
