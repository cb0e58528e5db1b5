package io.genjin.prospect;

import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import io.genjin.vault.Vault;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what two cards of one customer are recognised without opening a seal: keyed hashes of second number and address. */
@Component
class Likeness {

    /** A shorter address ("浦东") is shared by too many to say anything. */
    private static final int SHORTEST_ADDRESS = 6;

    private final Vault vault;

    Likeness(Vault vault) {
        this.vault = vault;
    }

    byte @Nullable [] phone(CardContent content, DealershipId dealership) {
        String phone = content.phone();
        return phone == null
                ? null
                : PhoneNumber.parse(phone)
                        .map(number -> vault.fingerprint(number, dealership))
                        .orElse(null);
    }

    byte @Nullable [] address(CardContent content, DealershipId dealership) {
        String address = content.address();
        if (address == null) {
            return null;
        }
        String plain = Normalizer.normalize(address, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}，。、；（）]+", "");
        return plain.length() < SHORTEST_ADDRESS ? null : vault.fingerprint("address", plain, dealership);
    }
}
