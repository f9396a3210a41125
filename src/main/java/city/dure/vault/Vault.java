package city.dure.vault;

import city.dure.papers.Paper;
import city.dure.papers.PaperKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps personal values and papers, each sealed under a key of its subject; who changes something
 * records it in the ledger, without the value, in the same transaction.
 */
@Service
@Transactional
public class Vault {
    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final BlindIndex blindIndex;
    private final Clock clock;

    Vault(JdbcClient jdbc, DataKeys keys, BlindIndex blindIndex, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /**
     * Keeps a value in place of the one before.
     *
     * @param field at most 64 characters, the same for the same kind of value
     * @throws IllegalStateException when the subject was forgotten
     */
    public void put(String subject, String field, String value) {
        keep(subject, field, value, null);
    }

    /** Keeps a value that {@link #find} will find, at the price that equal values look equal. */
    public void putFindable(String subject, String field, String value) {
        keep(subject, field, value, blindIndex.of(field, value));
    }

    /** The value; empty when there is none, or the subject was forgotten. */
    @Transactional(readOnly = true)
    public Optional<String> get(String subject, String field) {
        return Optional.ofNullable(gets(List.of(subject), field).get(subject));
    }

    /** The values of one field for many subjects, by subject, in two statements. */
    @Transactional(readOnly = true)
    public Map<String, String> gets(Collection<String> subjects, String field) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        var ciphers = keys.find(subjects);
        var values = new HashMap<String, String>();
        jdbc.sql(
                        "select subject, sealed from vault_value"
                                + " where field = :field and subject in (:subjects)")
                .param("field", field)
                .param("subjects", subjects)
                .query(row -> {
                    String subject = row.getString("subject");
                    open(ciphers.get(subject), subject, field, row.getBytes("sealed"))
                            .ifPresent(value -> values.put(subject, value));
                });
        return values;
    }

    /** All values of a subject, by field. */
    @Transactional(readOnly = true)
    public Map<String, String> all(String subject) {
        var cipher = keys.find(subject).orElse(null);
        var values = new HashMap<String, String>();
        jdbc.sql("select field, sealed from vault_value where subject = ?")
                .param(subject)
                .query(row -> {
                    String field = row.getString("field");
                    open(cipher, subject, field, row.getBytes("sealed"))
                            .ifPresent(value -> values.put(field, value));
                });
        return values;
    }

    /** The subjects whose findable value of a field is this one, spaces, dashes and case aside. */
    @Transactional(readOnly = true)
    public List<String> find(String field, String value) {
        return jdbc.sql(
                        "select subject from vault_value where field = ? and blind_index = ?"
                                + " order by subject")
                .params(field, blindIndex.of(field, value))
                .query((row, number) -> row.getString("subject"))
                .list();
    }

    /** Keeps a paper of a subject, sealed. */
    public FileId store(String subject, Paper paper) {
        FileId id = FileId.random();
        jdbc.sql(
                        "insert into vault_file (id, subject, kind, size, sealed, stored_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        subject,
                        paper.kind().name(),
                        paper.bytes().length,
                        keys.need(subject).seal(paper.bytes(), context(subject, id.ref())),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** A paper of this subject; empty when it is another's, gone or forgotten. */
    @Transactional(readOnly = true)
    public Optional<Paper> open(String subject, FileId id) {
        return keys.find(subject).flatMap(cipher -> open(cipher, subject, id));
    }

    /** A value's mark: equal for equal values of a field, spaces, dashes and case aside. */
    public String fingerprint(String field, String value) {
        return HexFormat.of().formatHex(blindIndex.of(field, value));
    }

    /** Drops a value, as if it had never been kept. */
    public void remove(String subject, String field) {
        jdbc.sql("delete from vault_value where subject = ? and field = ?")
                .params(subject, field)
                .update();
    }

    /** Forgets a subject: its key is destroyed, its values go, and none can be kept again. */
    public void destroy(String subject) {
        keys.destroy(subject);
        jdbc.sql("delete from vault_value where subject = ?").param(subject).update();
        jdbc.sql("delete from vault_file where subject = ?").param(subject).update();
    }

    private void keep(String subject, String field, String value, byte @Nullable [] blind) {
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = keys.need(subject).seal(plain, context(subject, field));
        int replaced =
                jdbc.sql(
                                "update vault_value set sealed = ?, blind_index = ?"
                                        + " where subject = ? and field = ?")
                        .param(sealed)
                        .param(blind)
                        .param(subject)
                        .param(field)
                        .update();
        if (replaced == 0) {
            jdbc.sql(
                            "insert into vault_value (subject, field, sealed, blind_index)"
                                    + " values (?, ?, ?, ?)")
                    .param(subject)
                    .param(field)
                    .param(sealed)
                    .param(blind)
                    .update();
        }
    }

    private Optional<Paper> open(Aes cipher, String subject, FileId id) {
        return jdbc.sql("select kind, sealed from vault_file where id = ? and subject = ?")
                .params(id.value(), subject)
                .query((row, number) ->
                        new Paper(
                                PaperKind.valueOf(row.getString("kind")),
                                cipher.open(row.getBytes("sealed"), context(subject, id.ref()))))
                .optional();
    }

    private static Optional<String> open(
            @Nullable Aes cipher, String subject, String field, byte[] sealed) {
        return Optional.ofNullable(cipher)
                .map(key -> key.open(sealed, context(subject, field)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private static String context(String subject, String field) {
        return subject + "|" + field;
    }
}
