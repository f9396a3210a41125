package city.dure.vault;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys change their master key piece by piece, and open at every moment of it. */
@Tag("database")
class RewrappingTests {
    private static final byte[] BEFORE = filled(1);
    private static final byte[] NOW = filled(2);
    private static final int SUBJECTS = 25;
    private static final int PIECE = 10;

    @TempDir Path home;
    private final JdbcTemplate batch = new JdbcTemplate(TestDatabase.unguarded("rewrapping"));
    private final JdbcClient jdbc = JdbcClient.create(batch);
    private final Map<String, byte[]> sealed = new HashMap<>();

    @BeforeEach
    void makeKeysUnderTheOneBefore() {
        batch.execute("drop table if exists vault_master");
        batch.execute("drop table if exists vault_key");
        batch.execute("drop table if exists vault_secret");
        batch.execute(
                "create table vault_master (id integer primary key, fingerprint varchar(64),"
                        + " next_fingerprint varchar(64))");
        batch.execute(
                "create table vault_key (subject varchar(64) primary key, wrapped bytea,"
                        + " destroyed_at timestamp with time zone)");
        batch.execute("create table vault_secret (name varchar(64) primary key, wrapped bytea)");
        MasterKey before = master(BEFORE, "");
        var subjects = IntStream.range(0, SUBJECTS).mapToObj("c-%02d"::formatted).toList();
        keys(before)
                .make(subjects)
                .forEach((subject, cipher) ->
                        sealed.put(subject, cipher.seal(new byte[] {7}, subject)));
        keys(before).destroy("c-03");
        batch.update(
                "insert into vault_secret (name, wrapped) values (?, ?)",
                "index",
                before.wrap(filled(9), Keys.context("index")));
    }

    @Test
    void opensEverythingAfterEachPieceAndAtTheEndWithoutTheOneBefore() {
        MasterKey both = master(NOW, text(BEFORE));
        var rewrapping = new Rewrapping(jdbc, batch, both);
        assertThat(rewrapping.isDue()).isTrue();
        var first = rewrapping.subjects(null, PIECE);
        assertThat(first.wrapped()).isEqualTo(PIECE);
        assertThat(open(both)).hasSize(SUBJECTS - 1);
        assertThat(rewrapping.subjects(null, PIECE).wrapped()).as("again").isZero();
        var second = rewrapping.subjects(first.last(), PIECE);
        var third = rewrapping.subjects(second.last(), PIECE);
        assertThat(List.of(second.wrapped(), third.wrapped())).containsExactly(10, 4);
        assertThat(third.last()).isNull();
        assertThat(rewrapping.secrets()).isEqualTo(1);
        rewrapping.finish();
        assertThat(rewrapping.isDue()).isFalse();
        MasterKey now = master(NOW, "");
        assertThat(open(now)).hasSize(SUBJECTS - 1).doesNotContainKey("c-03");
        assertThat(now.unwrap(secret(), Keys.context("index"))).isEqualTo(filled(9));
    }

    @Test
    void leavesTheForgottenForgotten() {
        var rewrapping = new Rewrapping(jdbc, batch, master(NOW, text(BEFORE)));
        rewrapping.subjects(null, SUBJECTS);
        assertThat(
                        jdbc.sql("select subject from vault_key where wrapped is null")
                                .query(String.class)
                                .list())
                .containsExactly("c-03");
    }

    private Map<String, Aes> open(MasterKey master) {
        var ciphers = keys(master).find(sealed.keySet());
        sealed.forEach((subject, bytes) -> {
            if (ciphers.get(subject) instanceof Aes cipher) {
                assertThat(cipher.open(bytes, subject)).containsExactly(7);
            }
        });
        return ciphers;
    }

    private DataKeys keys(MasterKey master) {
        return new DataKeys(jdbc, master, Clock.systemUTC(), batch);
    }

    private byte[] secret() {
        return jdbc.sql("select wrapped from vault_secret").query(byte[].class).single();
    }

    private MasterKey master(byte[] key, String before) {
        return new MasterKey(jdbc, text(key), before, home.toString(), "jdbc:postgresql:x");
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] filled(int with) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) with);
        return key;
    }
}
