package city.dure.passkeys;

import org.jspecify.annotations.Nullable;

/** What a device handed in is no passkey for what it was asked. */
public class PasskeyRefused extends RuntimeException {
    PasskeyRefused(@Nullable Throwable cause) {
        super(cause);
    }
}
