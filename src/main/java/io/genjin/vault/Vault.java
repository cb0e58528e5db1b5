package io.genjin.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The locked drawer of the dealership: what lies in it is stored sealed, and a copy of the database shows no number. The
 * keys lie in files outside the database (S-R63).
 *
 * <p>Everything is sealed for one thing, its <em>context</em> ({@code prospect.mobile|1|<id>}): moved to another row it does
 * not open. Beside what is sealed stand keyed hashes by which a number is found without opening anything; they differ
 * between dealerships, so that nobody can see that two of them know the same customer.
 */
@Component
public class Vault {

    private static final AesGcmParameters SEALING = PredefinedAeadParameters.AES256_GCM;
    private static final int HASH_BYTES = 16;

    private final KeyFile sealingKeys;
    private final PrfSet hashes;
    private volatile Aead seals;

    Vault(@Value("${genjin.keys:${genjin.data:data}/keys}") Path folder) {
        this.sealingKeys = new KeyFile(folder, "sealing.json");
        this.seals = aead(sealingKeys.openOrCreate(SEALING));
        this.hashes = prf(new KeyFile(folder, "finding.json").openOrCreate(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** Seals {@code plain} for {@code context}; sealing the same twice gives different bytes. */
    public byte[] seal(String plain, String context) {
        return sealBytes(utf8(plain), context);
    }

    /** The same for what is not text, such as photographs. */
    public byte[] sealBytes(byte[] plain, String context) {
        try {
            return seals.encrypt(plain, utf8(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal for " + context, e);
        }
    }

    /**
     * Opens what was sealed for {@code context}.
     *
     * @throws SealBroken when it was sealed for another context, was changed, or its key is gone
     */
    public String open(byte[] sealed, String context) {
        return text(openBytes(sealed, context));
    }

    /**
     * The same for what is not text.
     *
     * @throws SealBroken as {@link #open}
     */
    public byte[] openBytes(byte[] sealed, String context) {
        try {
            return seals.decrypt(sealed, utf8(context));
        } catch (GeneralSecurityException perhapsRotatedByAnotherNode) {
            return openWithKeysReadAgain(sealed, context);
        }
    }

    /** By what the same number is recognised in one dealership, and only there. */
    public byte[] fingerprint(PhoneNumber number, DealershipId dealership) {
        return hash("number", number.normalised(), dealership);
    }

    /** By what the same words are recognised in one dealership, without being kept: {@code kind} says what they are. */
    public byte[] fingerprint(String kind, String words, DealershipId dealership) {
        return hash("words." + kind, words, dealership);
    }

    /** By what numbers ending in these four digits are found in one dealership. */
    public byte[] lastFour(String digits, DealershipId dealership) {
        if (!digits.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("four digits, not " + digits.length() + " characters");
        }
        return hash("lastFour", digits, dealership);
    }

    /** {@link #lastFour(String, DealershipId)} of the number's own last four digits. */
    public byte[] lastFour(PhoneNumber number, DealershipId dealership) {
        return lastFour(number.lastFour(), dealership);
    }

    /**
     * Seals with a new key from now on; what older keys sealed stays readable. The finding key does not change: hashes made
     * with two keys could not be compared.
     */
    public synchronized void rotate() {
        seals = aead(sealingKeys.addPrimary(SEALING));
    }

    private synchronized byte[] openWithKeysReadAgain(byte[] sealed, String context) {
        try {
            Aead stored = aead(sealingKeys.read());
            byte[] plain = stored.decrypt(sealed, utf8(context));
            seals = stored;
            return plain;
        } catch (GeneralSecurityException e) {
            throw new SealBroken(context, e);
        }
    }

    private byte[] hash(String purpose, String value, DealershipId dealership) {
        try {
            return hashes.computePrimary(utf8(purpose + "|" + dealership.value() + "|" + value), HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }

    private static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(TinkConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sealing keys cannot seal", e);
        }
    }

    private static PrfSet prf(KeysetHandle keys) {
        try {
            return keys.getPrimitive(TinkConfig2026.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the finding keys cannot hash", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
