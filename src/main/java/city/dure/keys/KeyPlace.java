package city.dure.keys;

import city.dure.shared.StartRefused;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a key of 32 bytes comes from: it is given by the environment, or with the embedded database
 * kept in {@code keys/<name>} of the data folder, and made there at the first start.
 *
 * @param name of the file
 * @param called what sentences call it, such as {@code master key}
 * @param variable of the environment that gives it
 * @param loss what losing it means, as the rest of a sentence
 */
public record KeyPlace(String name, String called, String variable, String loss) {
    private static final Logger LOG = LoggerFactory.getLogger(KeyPlace.class);
    private static final int BYTES = 32;

    /**
     * The key.
     *
     * @param given in base 64, or blank
     * @param home the data folder
     * @param database its address; only an embedded one may keep its key itself
     * @param used whether this database had a key before, so that none may be made
     * @throws StartRefused when there is none, with what to do
     */
    public byte[] find(String given, String home, String database, boolean used) {
        if (!given.isBlank()) {
            return decode(given);
        }
        if (!database.startsWith("jdbc:h2:")) {
            throw new StartRefused("With PostgreSQL a " + called + " must be given.", howToMake());
        }
        KeyFile file = KeyFile.in(home, name);
        return file.read().map(this::decode).orElseGet(() -> make(file, used));
    }

    private byte[] make(KeyFile file, boolean used) {
        if (used) {
            throw new StartRefused(
                    "The %s of this database is missing: there is no %s."
                            .formatted(called, file.path()),
                    "Put the file back from its copy: " + loss + ".");
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        file.write(Base64.getEncoder().encodeToString(key));
        LOG.warn(
                "A {} was made in {}. Keep a copy elsewhere: {}.",
                called,
                file.path().toAbsolutePath(),
                loss);
        return key;
    }

    private byte[] decode(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("not base 64", e);
        }
        throw new StartRefused("The " + called + " is not 32 bytes in base 64.", howToMake());
    }

    private String howToMake() {
        return "Set "
                + variable
                + " to 32 random bytes in base 64 (openssl rand -base64 32), the same for every"
                + " instance, and keep a copy where the database is not.";
    }
}
