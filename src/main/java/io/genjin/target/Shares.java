package io.genjin.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a whole number into whole parts by weight that add up to it exactly. */
final class Shares {

    private Shares() {}

    /**
     * The largest remainder: each part is its exact share without the fraction, and what is left goes one by one to the largest
     * fractions, of equal ones to the earlier. No part is a whole one away from its exact share.
     *
     * @param weights none negative
     * @return nothing when there is no weight to share by
     */
    static List<Integer> of(int total, List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> whole = weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toList();
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return List.of();
        }
        List<Integer> parts = new ArrayList<>();
        List<BigInteger> fractions = new ArrayList<>();
        int left = total;
        for (BigInteger weight : whole) {
            BigInteger[] part = weight.multiply(BigInteger.valueOf(total)).divideAndRemainder(sum);
            parts.add(part[0].intValueExact());
            fractions.add(part[1]);
            left -= part[0].intValueExact();
        }
        IntStream.range(0, whole.size())
                .boxed()
                .sorted(Comparator.comparing(fractions::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(place -> parts.set(place, parts.get(place) + 1));
        return List.copyOf(parts);
    }
}
