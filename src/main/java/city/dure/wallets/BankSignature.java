package city.dure.wallets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs and checks what is said between the bank and the portal: {@code t=<seconds>,v1=<hex>},
 * where v1 is HMAC-SHA256 over the seconds, a dot and the exact body (as Stripe and others do it).
 */
@Component
class BankSignature {
    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    /** A word that took longer may have been kept to be said again. */
    private static final Duration GOOD = Duration.ofMinutes(5);

    private static final int LEAST = 32;

    private final byte[] secret;
    private final Clock clock;

    BankSignature(@Value("${dure.bank.secret:}") String secret, Clock clock) {
        if (!secret.isEmpty() && secret.length() < LEAST) {
            throw new IllegalStateException(
                    "dure.bank.secret is too short: at least " + LEAST + " characters");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Whether there is a secret to check by. */
    boolean possible() {
        return secret.length > 0;
    }

    /** What is sent beside a body. */
    String sign(String body) {
        long seconds = clock.instant().getEpochSecond();
        return "t=" + seconds + ",v1=" + mac(seconds, body);
    }

    /** Whether a body comes from the bank, and just now. */
    boolean holds(String signature, String body) {
        var parts = FORM.matcher(signature);
        if (!possible() || !parts.matches()) {
            return false;
        }
        long seconds = Long.parseLong(parts.group(1));
        byte[] right = mac(seconds, body).getBytes(StandardCharsets.US_ASCII);
        byte[] said = parts.group(2).getBytes(StandardCharsets.US_ASCII);
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant()).abs();
        return MessageDigest.isEqual(right, said) && age.compareTo(GOOD) <= 0;
    }

    private String mac(long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] text = (seconds + "." + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every Java has it
        }
    }
}
