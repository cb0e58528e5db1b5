package io.genjin.shared;

/**
 * The dealership that a thing belongs to; it leads every key and is named by every statement. Zero is the brand's head
 * office (HQ), which sells nothing itself.
 */
public record DealershipId(int value) {

    public static final DealershipId HQ = new DealershipId(0);

    public boolean isHq() {
        return value == 0;
    }
}
