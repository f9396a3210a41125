package city.dure.verification;

import city.dure.replay.Replays;
import java.io.PrintStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code verify [--head SIZE:ROOT]}: reads the portal's settings and its database,
 * starts nothing else.
 */
public final class Verify {
    /** Everything is as it was sealed. */
    public static final int SOUND = 0;

    /** Something was altered. */
    public static final int ALTERED = 1;

    /** It could not be checked, whatever the reason. */
    public static final int NOT_CHECKED = 2;

    private static final String USAGE = "usage: java -jar dure.jar verify [--head SIZE:ROOT]";

    private Verify() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code verify}
     * @return the exit code
     */
    public static int run(PrintStream out, String... arguments) {
        try {
            var remembered = remembered(arguments);
            var report =
                    LedgerVerification.check(
                            OwnDatabase.ofSettings(), remembered, Replays.all(), number -> {});
            out.print(Words.of(report, remembered));
            return report.sound() ? SOUND : ALTERED;
        } catch (SQLException | RuntimeException | Error e) {
            out.println("The ledger could not be checked: " + reason(e));
            return NOT_CHECKED;
        }
    }

    private static @Nullable RememberedHead remembered(String... arguments) {
        if (arguments.length == 0) {
            return null;
        }
        if (arguments.length == 2 && arguments[0].equals("--head")) {
            return RememberedHead.parse(arguments[1]);
        }
        if (arguments.length == 1 && arguments[0].startsWith("--head=")) {
            return RememberedHead.parse(arguments[0].substring("--head=".length()));
        }
        throw new IllegalArgumentException(USAGE);
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
