package city.dure.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The blind index: finds subjects by what they were marked with, without opening any value. A mark
 * is an HMAC of the normalised text under a key of the field's own.
 */
@Component
class Marks {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Keys keys;

    Marks(JdbcClient jdbc, JdbcTemplate batch, Keys keys) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.keys = keys;
    }

    byte[] of(String field, String text) {
        return of(mac(field), text);
    }

    void put(String subject, String field, String text) {
        byte[] mark = of(field, text);
        int replaced =
                jdbc.sql("update vault_mark set mark = ? where subject = ? and field = ?")
                        .params(mark, subject, field)
                        .update();
        if (replaced == 0) {
            jdbc.sql("insert into vault_mark (subject, field, mark) values (?, ?, ?)")
                    .params(subject, field, mark)
                    .update();
        }
    }

    /** Marks new subjects, in one batch. */
    void add(Collection<NewSubject> subjects) {
        var macs = new HashMap<String, Mac>();
        var rows = new ArrayList<Object[]>();
        for (NewSubject one : subjects) {
            one.marks()
                    .forEach((field, text) -> {
                        Mac mac = macs.computeIfAbsent(field, this::mac);
                        rows.add(new Object[] {one.subject(), field, of(mac, text)});
                    });
        }
        batch.batchUpdate("insert into vault_mark (subject, field, mark) values (?, ?, ?)", rows);
    }

    /** The subjects that each of these texts marks, in one statement. */
    Map<String, List<String>> find(String field, Collection<String> texts) {
        Mac mac = mac(field);
        var textsByMark = new HashMap<String, List<String>>();
        for (String text : texts) {
            String mark = hex(of(mac, text));
            textsByMark.computeIfAbsent(mark, each -> new ArrayList<>()).add(text);
        }
        var found = new HashMap<String, List<String>>();
        // From the marks on: of "in (…)" or an inner join H2 walks through all marks of the field.
        jdbc.sql(
                        "select v.mark, m.subject from unnest(cast(? as bytea array)) as v(mark)"
                                + " left join vault_mark m on m.field = ? and m.mark = v.mark"
                                + " where m.subject is not null order by m.subject")
                .param(textsByMark.keySet().stream().map(Marks::bytes).toArray(byte[][]::new))
                .param(field)
                .query(row -> {
                    String subject = row.getString("subject");
                    Objects.requireNonNull(textsByMark.get(hex(row.getBytes("mark"))))
                            .forEach(text ->
                                    found.computeIfAbsent(text, each -> new ArrayList<>())
                                            .add(subject));
                });
        return found;
    }

    void remove(String subject, String field) {
        jdbc.sql("delete from vault_mark where subject = ? and field = ?")
                .params(subject, field)
                .update();
    }

    void removeAll(String subject) {
        jdbc.sql("delete from vault_mark where subject = ?").param(subject).update();
    }

    private Mac mac(String field) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("blind-index." + field), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] of(Mac mac, String text) {
        return mac.doFinal(compared(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A text as marks compare it: composed, without blanks and dashes, in lower case. */
    static String compared(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
