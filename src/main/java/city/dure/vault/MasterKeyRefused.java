package city.dure.vault;

import city.dure.shared.StartRefused;

/** The portal cannot start with the master key it has, or has none; the message says what to do. */
class MasterKeyRefused extends StartRefused {
    MasterKeyRefused(String problem, String action) {
        super(problem, action);
    }
}
