package city.dure.keys;

import city.dure.shared.StartRefused;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
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
    /** Where the key that wraps every other key comes from. */
    public static final KeyPlace MASTER =
            new KeyPlace(
                    "master",
                    "master key",
                    "DURE_MASTER_KEY",
                    "without it nobody can read the personal data of this database again");

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

    /**
     * The key that was in force before this one, as long as it is being replaced: given in {@code
     * <variable>_BEFORE}, or kept in {@code keys/<name>-before}.
     */
    public Optional<byte[]> findBefore(
            String given, String givenBefore, String home, String database) {
        if (!givenBefore.isBlank()) {
            return Optional.of(decode(givenBefore));
        }
        return given.isBlank() && database.startsWith("jdbc:h2:")
                ? KeyFile.in(home, name + "-before").read().map(this::decode)
                : Optional.empty();
    }

    /**
     * Puts a new key in the place of the one in the data folder, which is kept beside it as {@code
     * <name>-before}. Broken off anywhere and called again, it comes to the same.
     */
    public void replace(String home) {
        KeyFile present = KeyFile.in(home, name);
        KeyFile before = KeyFile.in(home, name + "-before");
        KeyFile next = KeyFile.in(home, name + "-next");
        if (!before.exists() && present.exists()) {
            next.remove(); // Whatever is in it, nothing is under it yet
            next.write(random());
            present.moveTo(before);
        }
        if (!present.exists() && next.exists()) {
            next.moveTo(present);
        }
    }

    /**
     * Puts the key before aside under the day on which it was replaced, for backups that need it.
     *
     * @return whether there was one
     */
    public boolean putAside(String home, LocalDate day) {
        KeyFile before = KeyFile.in(home, name + "-before");
        if (!before.exists()) {
            return false;
        }
        String until = name + "-until-" + day;
        before.moveTo(
                Stream.iterate(1, no -> no + 1)
                        .map(no -> KeyFile.in(home, no == 1 ? until : until + "-" + no))
                        .filter(place -> !place.exists())
                        .findFirst()
                        .orElseThrow());
        return true;
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private byte[] make(KeyFile file, boolean used) {
        if (used) {
            throw new StartRefused(
                    "The %s of this database is missing: there is no %s."
                            .formatted(called, file.path()),
                    "Put the file back from its copy: " + loss + ".");
        }
        String key = random();
        file.write(key);
        LOG.warn(
                "A {} was made in {}. Keep a copy elsewhere: {}.",
                called,
                file.path().toAbsolutePath(),
                loss);
        return decode(key);
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
