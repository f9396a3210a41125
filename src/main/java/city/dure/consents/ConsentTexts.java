package city.dure.consents;

import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of consent texts, as they are stored. */
@Component
class ConsentTexts {
    private static final String NEWEST =
            "select * from consent_text t where version = (select max(version) from consent_text o"
                    + " where o.kind = t.kind)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConsentTexts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is asked now, in the order of the kinds. */
    List<ConsentText> newest() {
        var found = jdbc.sql(NEWEST).query(this::text).list();
        return Arrays.stream(ConsentKind.values())
                .flatMap(kind -> found.stream().filter(text -> text.kind() == kind))
                .toList();
    }

    Optional<ConsentText> newest(ConsentKind kind) {
        return newest().stream().filter(text -> text.kind() == kind).findFirst();
    }

    /** All versions of a kind, newest first. */
    List<ConsentText> all(ConsentKind kind) {
        return jdbc.sql("select * from consent_text where kind = ? order by version desc")
                .param(kind.code())
                .query(this::text)
                .list();
    }

    /**
     * Stores new words.
     *
     * @return their SHA-256, hexadecimal
     */
    String insert(Actor actor, ConsentText text) {
        String ko = json.writeValueAsString(text.ko());
        String en = json.writeValueAsString(text.en());
        jdbc.sql(
                        "insert into consent_text (kind, version, words, words_en, published_by,"
                                + " published_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        text.kind().code(),
                        text.version(),
                        ko,
                        en,
                        actor.ref(),
                        text.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
        return sha256(ko, en);
    }

    private ConsentText text(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("published_at", OffsetDateTime.class).toInstant();
        return new ConsentText(
                ConsentKind.of(row.getString("kind")).orElseThrow(),
                row.getInt("version"),
                json.readValue(row.getString("words"), ConsentWords.class),
                json.readValue(row.getString("words_en"), ConsentWords.class),
                at);
    }

    /** The hash of words in both languages, as they are stored. */
    static String sha256(String ko, String en) {
        String text = ko + "\n" + en;
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
