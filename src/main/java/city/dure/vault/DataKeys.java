package city.dure.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One data key a subject, wrapped under the master key. */
@Component
class DataKeys {
    private static final String INSERT =
            "insert into vault_key (subject, wrapped)"
                    + " select cast(? as varchar), cast(? as bytea)"
                    + MasterKey.IN_FORCE;

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final Clock clock;
    private final JdbcTemplate batch;

    DataKeys(JdbcClient jdbc, MasterKey master, Clock clock, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.master = master;
        this.clock = clock;
    }

    /**
     * The subject's cipher, made when there is none yet.
     *
     * @throws IllegalStateException when the subject was forgotten
     */
    Aes need(String subject) {
        return find(subject).orElseGet(() -> make(subject));
    }

    /** The subject's cipher; empty when it has none, or was forgotten. */
    Optional<Aes> find(String subject) {
        return jdbc.sql("select wrapped from vault_key where subject = ? and wrapped is not null")
                .param(subject)
                .query(byte[].class)
                .optional()
                .map(wrapped -> unwrap(subject, wrapped));
    }

    /** The ciphers of many subjects, by subject, in one statement. */
    Map<String, Aes> find(Collection<String> subjects) {
        var found = new HashMap<String, Aes>();
        jdbc.sql(
                        "select subject, wrapped from vault_key"
                                + " where subject in (:subjects) and wrapped is not null")
                .param("subjects", subjects)
                .query(row -> {
                    String subject = row.getString("subject");
                    found.put(subject, unwrap(subject, row.getBytes("wrapped")));
                });
        return found;
    }

    /** Makes a key for each of these subjects, none of which may have one. */
    Map<String, Aes> make(Collection<String> subjects) {
        var ciphers = new HashMap<String, Aes>();
        var rows = new ArrayList<Object[]>();
        for (String subject : subjects) {
            byte[] key = Keys.random();
            ciphers.put(subject, Aes.under(key));
            rows.add(
                    new Object[] {
                        subject, master.wrap(key, context(subject)), master.fingerprint()
                    });
        }
        if (IntStream.of(batch.batchUpdate(INSERT, rows)).anyMatch(inserted -> inserted == 0)) {
            throw master.outdated();
        }
        return ciphers;
    }

    /** Empties the key for good. */
    void destroy(String subject) {
        jdbc.sql("update vault_key set wrapped = null, destroyed_at = ? where subject = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), subject)
                .update();
    }

    private Aes make(String subject) {
        byte[] wrapped = master.wrap(Keys.random(), context(subject));
        jdbc.sql(INSERT + " on conflict do nothing")
                .params(subject, wrapped, master.fingerprint())
                .update();
        // Another transaction may have made it meanwhile: the stored one counts.
        return find(subject).orElseThrow(() -> missing(subject));
    }

    private IllegalStateException missing(String subject) {
        boolean forgotten =
                jdbc.sql("select count(*) from vault_key where subject = ?")
                                .param(subject)
                                .query(Long.class)
                                .single()
                        > 0;
        return forgotten
                ? new IllegalStateException(subject + " was forgotten")
                : master.outdated();
    }

    private Aes unwrap(String subject, byte[] wrapped) {
        return Aes.under(master.unwrap(wrapped, context(subject)));
    }

    static String context(String subject) {
        return "key|" + subject;
    }
}
