package io.genjin.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quotation as a person or a system fills it in, not yet judged; amounts as they were typed.
 *
 * @param trimId    a trim of the catalogue; with it model, trim and list price may stay empty
 * @param lines     the lines beside the car; empty ones are left out
 * @param tradeIn   nothing means there is no old car
 * @param validUntil nothing means seven days
 */
public record QuoteWish(
        @Nullable UUID trimId,
        @Nullable String model,
        @Nullable String trim,
        @Nullable String colour,
        @Nullable String interior,
        @Nullable String listPrice,
        @Nullable String discount,
        List<Line> lines,
        @Nullable String tradeIn,
        @Nullable LocalDate validUntil) {

    /**
     * One line.
     *
     * @param what   nothing means the kind says it all
     * @param amount of the purchase tax: nothing means the estimate
     */
    public record Line(
            QuoteItem.@Nullable Kind kind,
            @Nullable String what,
            @Nullable String amount) {}

    public QuoteWish {
        lines = List.copyOf(lines);
    }
}
