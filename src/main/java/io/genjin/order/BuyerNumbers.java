package io.genjin.order;

import io.genjin.shared.DealershipId;
import io.genjin.shared.IdentityNumber;
import io.genjin.shared.Refusal.Field;
import io.genjin.vault.Vault;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks, seals and shows the numbers by which buyers are known (S-R50, S-R63); each is sealed for its own order. */
@Component
class BuyerNumbers {

    private static final int LAST = 4;

    private final Vault vault;

    BuyerNumbers(Vault vault) {
        this.vault = vault;
    }

    /** The buyer with the number sealed; a number that cannot be right adds its field to {@code wrong}. */
    @Nullable
    Buyer sealed(
            String name,
            Buyer.IdentityType type,
            String typed,
            SalesOrderId order,
            DealershipId dealership,
            List<Field> wrong) {
        Optional<String> number = checked(type, typed);
        if (number.isEmpty()) {
            wrong.add(Field.of("buyerIdNo", "field.buyerIdNo." + type.name()));
            return null;
        }
        return new Buyer(
                name,
                type,
                vault.seal(number.get(), context(order, dealership)),
                vault.fingerprint("buyer", number.get(), dealership));
    }

    private static Optional<String> checked(Buyer.IdentityType type, String typed) {
        return switch (type) {
            case ID_CARD -> IdentityNumber.parse(typed).map(IdentityNumber::value);
            case CREDIT_CODE -> CreditCode.parse(typed).map(CreditCode::value);
            case PASSPORT ->
                Optional.of(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                .toUpperCase(Locale.ROOT)
                                .replaceAll("\\s", ""))
                        .filter(text -> text.matches("[A-Z0-9()]{6,20}"));
        };
    }

    /** The whole number; nothing when it was forgotten or its owner erased. */
    Optional<String> open(SalesOrder order) {
        byte[] sealed = order.buyer().sealed();
        return sealed == null
                ? Optional.empty()
                : Optional.of(vault.open(sealed, context(order.id(), order.dealership())))
                        .filter(number -> !number.isEmpty());
    }

    /** {@code 310***********0018}: all that a page or paper shows. */
    String masked(SalesOrder order) {
        return open(order)
                .map(number -> order.buyer().type() == Buyer.IdentityType.ID_CARD
                        ? new IdentityNumber(number).masked()
                        : number.substring(0, 2)
                                + "*".repeat(number.length() - 2 - Math.min(LAST, number.length() - 2))
                                + number.substring(number.length() - Math.min(LAST, number.length() - 2)))
                .orElse("");
    }

    private static String context(SalesOrderId order, DealershipId dealership) {
        return "sales_order.buyer|" + dealership.value() + "|" + order;
    }
}
