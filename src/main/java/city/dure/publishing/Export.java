package city.dure.publishing;

import city.dure.verification.OneMoment;
import city.dure.verification.OwnDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command {@code export --to FILE [--openings]}: writes the signed ledger into one file that
 * anybody can check without a database. Reads one moment of the database, changes nothing, needs no
 * key.
 */
public final class Export {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int FAILED = 2;
    private static final String USAGE = "usage: java -jar dure.jar export --to FILE [--openings]";

    private Export() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code export}
     * @return 0 written; 1 the ledger is not what was signed; 2 it could not be written
     */
    public static int run(PrintStream out, String... arguments) {
        var given = List.of(arguments);
        boolean openings = given.contains("--openings");
        int to = given.indexOf("--to");
        if (to < 0 || to + 1 == given.size() || given.size() != (openings ? 3 : 2)) {
            out.println(USAGE);
            return FAILED;
        }
        return run(out, OwnDatabase.ofSettings(), Path.of(given.get(to + 1)), openings);
    }

    static int run(PrintStream out, DataSource database, Path file, boolean openings) {
        Path draft = null;
        try {
            if (Files.exists(file)) {
                throw new IOException(file + " is there already; it was not touched");
            }
            // Readable by its owner alone, which matters for one with openings.
            draft = Files.createTempFile(file.toAbsolutePath().getParent(), "export", ".part");
            String words = write(database, draft, openings).words(file, openings);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            out.print(words);
            return DONE;
        } catch (SigningRefused e) {
            out.println("Nothing was exported. " + e.getMessage());
            return REFUSED;
        } catch (IOException | SQLException | RuntimeException e) {
            out.println("The ledger could not be exported: " + reason(e));
            return FAILED;
        } finally {
            remove(draft);
        }
    }

    private static Pack write(DataSource database, Path draft, boolean openings)
            throws IOException, SQLException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            return OneMoment.<Pack, IOException>read(
                    database,
                    tables -> {
                        var pack = new Pack(JdbcClient.create(tables), openings);
                        pack.write(out);
                        return pack;
                    });
        }
    }

    private static void remove(@Nullable Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            // What is left is a file whose name says that it is a part.
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
