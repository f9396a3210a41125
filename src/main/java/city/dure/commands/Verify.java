package city.dure.commands;

import city.dure.packs.PackCheck;
import city.dure.packs.PackFile;
import city.dure.proofs.Flawed;
import city.dure.replay.Replays;
import city.dure.verification.LedgerVerification;
import city.dure.verification.OneMoment;
import city.dure.verification.OwnDatabase;
import city.dure.verification.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The command {@code verify [--head SIZE:ROOT] [--pack FILE [--key LINE] [--tables]]}: reads the
 * portal's settings and its database, or an exported ledger and nothing else; starts nothing.
 */
public final class Verify {
    /** Everything is as it was sealed. */
    public static final int SOUND = 0;

    /** Something was altered. */
    public static final int ALTERED = 1;

    /** It could not be checked, whatever the reason. */
    public static final int NOT_CHECKED = 2;

    private Verify() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code verify}
     * @return the exit code
     */
    public static int run(PrintStream out, String... arguments) {
        try {
            var asked = Asked.of(arguments);
            if (asked.pack() != null) {
                return pack(out, asked.pack(), asked);
            }
            var remembered = asked.head();
            var report =
                    LedgerVerification.check(
                            OwnDatabase.ofSettings(), remembered, Replays.all(), number -> {});
            out.print(Words.of(report, remembered));
            return report.sound() ? SOUND : ALTERED;
        } catch (IOException | SQLException | RuntimeException | Error e) {
            out.println("The ledger could not be checked: " + reason(e));
            return NOT_CHECKED;
        }
    }

    private static int pack(PrintStream out, Path file, Asked asked)
            throws IOException, SQLException {
        try (var pack = new PackFile(file)) {
            var check = new PackCheck(pack, asked.head(), Replays.all());
            var report =
                    asked.tables()
                            ? OneMoment.<Report, IOException>read(
                                    OwnDatabase.ofSettings(),
                                    tables -> check.report(asked.key(), tables))
                            : check.report(asked.key(), null);
            out.print(Words.of(report, asked, pack.key().line(), check.opened()));
            return report.sound() ? SOUND : ALTERED;
        } catch (Flawed e) {
            out.print(Words.unreadable(file, e));
            return ALTERED;
        }
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
