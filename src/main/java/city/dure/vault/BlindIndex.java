package city.dure.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Finds a sealed value again without opening any: an HMAC of the normalised value under a key of
 * the field's own.
 */
@Component
class BlindIndex {
    private final Keys keys;

    BlindIndex(Keys keys) {
        this.keys = keys;
    }

    byte[] of(String field, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("blind-index." + field), "HmacSHA256"));
            return mac.doFinal(normalised(value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String normalised(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
