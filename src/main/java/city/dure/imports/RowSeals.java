package city.dure.imports;

import city.dure.vault.Keys;
import city.dure.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the rows of a run are staged: as they are, or, where they tell of people, sealed under a key
 * of the run's own, with which they become unreadable once the run is over.
 */
@Component
class RowSeals {
    private static final String KEY = "imports";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Targets targets;

    RowSeals(JdbcClient jdbc, Keys keys, Targets targets) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.targets = targets;
    }

    /** How the rows of a new run will be staged, with a key where they tell of people. */
    Staging begin(ImportTarget target, ImportId id) {
        if (!target.personal()) {
            return Staging.PLAIN;
        }
        byte[] key = Seal.newKey();
        jdbc.sql("insert into import_seal (run_id, sealed) values (?, ?)")
                .params(id.value(), keys.seal(KEY, id.ref(), key))
                .update();
        return new Staging(true, Seal.under(key));
    }

    /** Leaves no cell in the run's own row, and makes what is sealed unreadable for good. */
    void destroy(ImportId id) {
        jdbc.sql("update import_run set samples = '[]' where id = ?").param(id.value()).update();
        jdbc.sql("delete from import_seal where run_id = ?").param(id.value()).update();
    }

    /** How the rows of a run are staged. */
    Staging of(Run run) {
        return targets.of(run).personal() ? new Staging(true, find(run.id())) : Staging.PLAIN;
    }

    private @Nullable Seal find(ImportId id) {
        return jdbc.sql("select sealed from import_seal where run_id = ?")
                .param(id.value())
                .query(byte[].class)
                .optional()
                .map(sealed -> Seal.under(keys.unseal(KEY, id.ref(), sealed)))
                .orElse(null);
    }

    /**
     * One way of staging.
     *
     * @param seal null where nothing is sealed, or the key is gone
     */
    record Staging(boolean personal, @Nullable Seal seal) {
        static final Staging PLAIN = new Staging(false, null);

        /** The cells of a row as they are stored. */
        String written(long line, String cells) {
            return personal
                    ? Base64.getEncoder()
                            .encodeToString(
                                    bytes("row", line, cells.getBytes(StandardCharsets.UTF_8)))
                    : cells;
        }

        /** The cells again; empty text when the key is gone. */
        String read(long line, String stored) {
            if (!personal) {
                return stored;
            }
            byte[] sealed = Base64.getDecoder().decode(stored);
            return seal == null
                    ? ""
                    : new String(seal.open(context("row", line), sealed), StandardCharsets.UTF_8);
        }

        /** A piece of the file as it is stored. */
        byte[] keep(int piece, byte[] plain) {
            return personal ? bytes("piece", piece, plain) : plain;
        }

        /** A piece of the file again. */
        byte[] open(int piece, byte[] stored) {
            return personal ? needed().open(context("piece", piece), stored) : stored;
        }

        /** The same for the same text only; short, so that indexes stay small. */
        UUID fingerprint(String text) {
            return personal
                    ? needed().mark(text)
                    : UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        /** A note as it is stored: never with a value of a person. */
        RowNote note(RowNote note) {
            return personal ? note.withoutValue() : note.shortened();
        }

        private byte[] bytes(String what, long number, byte[] plain) {
            return needed().seal(context(what, number), plain);
        }

        private Seal needed() {
            if (seal == null) {
                throw new IllegalStateException("the key of these rows is gone");
            }
            return seal;
        }

        private static String context(String what, long number) {
            return what + "|" + number;
        }
    }
}
