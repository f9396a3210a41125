package city.dure.passkeys;

/** What a device handed in is no passkey for what it was asked. */
public class PasskeyRefused extends RuntimeException {
    PasskeyRefused(Throwable cause) {
        super(cause);
    }
}
