package city.dure.guard;

import java.sql.SQLException;

/** The guard did not let a statement or a commit through; the sentence says why. */
final class Refused extends SQLException {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    /** A statement that cannot be classed by its text. */
    static Refused statement(String why, String sql) {
        return new Refused("The guard refuses this statement: " + why + ". " + shortened(sql));
    }

    private static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120) + " …";
    }
}
