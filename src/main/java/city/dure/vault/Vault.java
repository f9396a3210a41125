package city.dure.vault;

import city.dure.papers.Paper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final Marks marks;
    private final SealedFiles files;
    private final JdbcTemplate batch;

    Vault(JdbcClient jdbc, DataKeys keys, Marks marks, SealedFiles files, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.marks = marks;
        this.files = files;
        this.batch = batch;
    }

    /**
     * Keeps a value in place of the one before.
     *
     * @param field at most 64 characters, the same for the same kind of value
     * @throws IllegalStateException when the subject was forgotten
     */
    public void put(String subject, String field, String value) {
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = keys.need(subject).seal(plain, context(subject, field));
        int replaced =
                jdbc.sql("update vault_value set sealed = ? where subject = ? and field = ?")
                        .params(sealed, subject, field)
                        .update();
        if (replaced == 0) {
            jdbc.sql("insert into vault_value (subject, field, sealed) values (?, ?, ?)")
                    .params(subject, field, sealed)
                    .update();
        }
    }

    /** Keeps a value that {@link #find} will find, at the price that equal values look equal. */
    public void putFindable(String subject, String field, String value) {
        put(subject, field, value);
        mark(subject, field, value);
    }

    /**
     * Lets {@link #find} find a subject by a text that is not kept itself, such as the end of one
     * value together with another, in place of the text before it.
     */
    public void mark(String subject, String field, String text) {
        keys.need(subject);
        marks.put(subject, field, text);
    }

    /**
     * Keeps all of these subjects, in one batch a table.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one of them is here already
     */
    public void putNew(List<NewSubject> subjects) {
        var ciphers = keys.make(subjects.stream().map(NewSubject::subject).toList());
        var rows = new ArrayList<Object[]>();
        subjects.forEach(one -> {
            Aes cipher = Objects.requireNonNull(ciphers.get(one.subject()));
            one.values().forEach((field, value) -> rows.add(sealedRow(cipher, one, field, value)));
        });
        batch.batchUpdate(
                "insert into vault_value (subject, field, sealed) values (?, ?, ?)", rows);
        marks.add(subjects);
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
        return all(List.of(subject)).getOrDefault(subject, Map.of());
    }

    /** All values of many subjects, by subject and field, in two statements. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> all(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        var ciphers = keys.find(subjects);
        var values = new HashMap<String, Map<String, String>>();
        jdbc.sql("select subject, field, sealed from vault_value where subject in (:subjects)")
                .param("subjects", subjects)
                .query(row -> {
                    String subject = row.getString("subject");
                    String field = row.getString("field");
                    open(ciphers.get(subject), subject, field, row.getBytes("sealed"))
                            .ifPresent(value ->
                                    values.computeIfAbsent(subject, each -> new HashMap<>())
                                            .put(field, value));
                });
        return values;
    }

    /** The subjects found by this text of a field, spaces, dashes and case aside. */
    @Transactional(readOnly = true)
    public List<String> find(String field, String text) {
        return marks.find(field, List.of(text)).getOrDefault(text, List.of());
    }

    /** The subjects found by each of these texts, by text, in one statement. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> find(String field, Collection<String> texts) {
        return texts.isEmpty() ? Map.of() : marks.find(field, texts);
    }

    /** Keeps a paper of a subject, sealed. */
    public FileId store(String subject, Paper paper) {
        return files.store(subject, paper);
    }

    /** A paper of this subject; empty when it is another's, gone or forgotten. */
    @Transactional(readOnly = true)
    public Optional<Paper> open(String subject, FileId id) {
        return files.open(subject, id);
    }

    /** A text as {@link #find} compares it. */
    public static String compared(String text) {
        return Marks.compared(text);
    }

    /** A value's mark: equal for equal values of a field, spaces, dashes and case aside. */
    public String fingerprint(String field, String value) {
        return HexFormat.of().formatHex(marks.of(field, value));
    }

    /** Drops a value, as if it had never been kept. */
    public void remove(String subject, String field) {
        jdbc.sql("delete from vault_value where subject = ? and field = ?")
                .params(subject, field)
                .update();
        marks.remove(subject, field);
    }

    /** Forgets a subject: its key is destroyed, its values go, and none can be kept again. */
    public void destroy(String subject) {
        keys.destroy(subject);
        jdbc.sql("delete from vault_value where subject = ?").param(subject).update();
        marks.removeAll(subject);
        files.removeAll(subject);
    }

    private static Object[] sealedRow(Aes cipher, NewSubject one, String field, String value) {
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        return new Object[] {
            one.subject(), field, cipher.seal(plain, context(one.subject(), field))
        };
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
