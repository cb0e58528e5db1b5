package io.genjin.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who buys the car and will stand in the invoice; often, but not always, the customer (汽车销售管理办法, art. 15). The number
 * lies here sealed and shows only to who opens the vault.
 *
 * @param sealed nothing when it was forgotten with an order that came to nothing
 */
@SuppressWarnings("ArrayRecordComponent")
public record Buyer(String name, IdentityType type, byte @Nullable [] sealed, byte @Nullable [] hash) {

    /** With what a buyer proves who they are. */
    public enum IdentityType {
        /** 居民身份证. */
        ID_CARD,
        /** 护照 and other papers of foreigners and residents of Hong Kong, Macao and Taiwan. */
        PASSPORT,
        /** 统一社会信用代码 of a company. */
        CREDIT_CODE
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Buyer buyer
                && buyer.name.equals(name)
                && buyer.type == type
                && Arrays.equals(buyer.hash, hash);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + type.hashCode();
    }

    @Override
    public String toString() {
        return "Buyer[" + type + "]";
    }
}
