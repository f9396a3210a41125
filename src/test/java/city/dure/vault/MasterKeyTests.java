package city.dure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MasterKeyTests {
    private static final String FILE_DATABASE = "jdbc:h2:file:./data/dure";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir Path home;
    private JdbcClient jdbc;

    @BeforeEach
    void makeDatabase() {
        jdbc =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;MODE=PostgreSQL"
                                        .formatted(UUID.randomUUID())));
        jdbc.sql("create table vault_master (id integer primary key, fingerprint varchar(64))")
                .update();
    }

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        start("", FILE_DATABASE);
        Path file = home.resolve("keys/master");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    }

    @Test
    void opensWithTheSameFileWhatItWrapped() {
        byte[] wrapped = start("", FILE_DATABASE).wrap(new byte[] {1, 2}, "here");
        MasterKey again = start("", FILE_DATABASE);
        assertThat(again.unwrap(wrapped, "here")).containsExactly(1, 2);
        assertThatThrownBy(() -> again.unwrap(wrapped, "there")).isInstanceOf(NotGenuine.class);
    }

    @Test
    void refusesAnotherKeyThanTheRecordedOne() {
        start("", FILE_DATABASE);
        assertThatThrownBy(() -> start(KEY, FILE_DATABASE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not the one this database was made with");
    }

    @Test
    void makesNoNewKeyForADatabaseThatHadOne() throws IOException {
        start("", FILE_DATABASE);
        Files.delete(home.resolve("keys/master"));
        assertThatThrownBy(() -> start("", FILE_DATABASE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("missing");
        assertThat(home.resolve("keys/master")).doesNotExist();
    }

    @Test
    void needsAGivenKeyWithPostgres() {
        assertThatThrownBy(() -> start("", "jdbc:postgresql://localhost/dure"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("must be given");
        start(KEY, "jdbc:postgresql://localhost/dure");
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> start("c2hvcnQ=", FILE_DATABASE))
                .hasMessageContaining("not 32 bytes");
        assertThatThrownBy(() -> start("###", FILE_DATABASE)).hasMessageContaining("not 32 bytes");
    }

    private MasterKey start(String given, String database) {
        return new MasterKey(jdbc, given, home.toString(), database);
    }
}
