package city.dure.access;

import city.dure.vault.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Recognises a text again without keeping it: an HMAC under a key of the purpose's own. */
@Component
public class KeyedHash {
    private final Keys keys;

    KeyedHash(Keys keys) {
        this.keys = keys;
    }

    /**
     * 64 hexadecimal digits; the same for the same purpose and text, and for nothing else.
     *
     * @param purpose names the key, such as {@code access.names}
     */
    public String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret(purpose), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
