package city.dure.vault;

/** The portal cannot start with the master key it has, or has none; the message says what to do. */
class MasterKeyRefused extends RuntimeException {
    final String action;

    MasterKeyRefused(String problem, String action) {
        super(problem);
        this.action = action;
    }
}
