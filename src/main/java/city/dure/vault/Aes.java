package city.dure.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AES-256-GCM under one key; what is sealed opens only in the context it was sealed for. */
record Aes(Aead aead) {
    static final int KEY_BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(Aes.class);

    /** The cipher of a key of 32 bytes. */
    static Aes under(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + key.length);
        }
        try {
            return new Aes(new AesGcmJce(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is missing from this Java", e);
        }
    }

    byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + context, e);
        }
    }

    /**
     * The plain bytes again.
     *
     * @throws NotGenuine for another key or context, and for bytes that were changed
     */
    byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            // Nobody gets here by accident: whoever watches the portal has to hear of it.
            LOG.error("The vault cannot open {}: changed, moved or under another key", context);
            Metrics.counter("dure.vault.not.genuine").increment();
            throw new NotGenuine(context, e);
        }
    }

    /** The plain bytes again; empty where {@link #open} would refuse, and nobody is alarmed. */
    Optional<byte[]> tryOpen(byte[] sealed, String context) {
        try {
            return Optional.of(aead.decrypt(sealed, bytes(context)));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // the caller has another key to try
        }
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
