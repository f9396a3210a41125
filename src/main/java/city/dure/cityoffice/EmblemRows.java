package city.dure.cityoffice;

import city.dure.papers.Emblem;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The emblems in the database, by the hash of what they are. */
@Component
class EmblemRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    EmblemRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps an emblem, once; the caller records whose it becomes. */
    String keep(Emblem emblem) {
        String sha256 = sha256(emblem.bytes());
        if (find(sha256).isEmpty()) {
            jdbc.sql("insert into city_emblem (sha256, kind, bytes, since) values (?, ?, ?, ?)")
                    .params(sha256, emblem.kind(), emblem.bytes())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return sha256;
    }

    Optional<Emblem> find(String sha256) {
        return jdbc.sql("select kind, bytes from city_emblem where sha256 = ?")
                .param(sha256)
                .query((row, number) -> new Emblem(row.getString(1), row.getBytes(2), 0))
                .optional();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
