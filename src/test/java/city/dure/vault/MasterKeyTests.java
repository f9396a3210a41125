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
    private static final String KEY = key(0);
    private static final String NEW = key(1);
    private static final String THIRD = key(2);

    @TempDir Path home;
    private JdbcClient jdbc;

    @BeforeEach
    void makeDatabase() {
        jdbc =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;MODE=PostgreSQL"
                                        .formatted(UUID.randomUUID())));
        jdbc.sql(
                        "create table vault_master (id integer primary key, fingerprint varchar(64), next_fingerprint varchar(64))")
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

    @Test
    void takesOverFromTheKeyBeforeAndOpensWhatIsUnderEither() {
        byte[] wrapped = start(KEY, FILE_DATABASE).wrap(new byte[] {1, 2}, "here");
        MasterKey changing = start(NEW, KEY, FILE_DATABASE);
        assertThat(changing.isChanging()).isTrue();
        assertThat(changing.unwrap(wrapped, "here")).containsExactly(1, 2);
        byte[] anew = changing.rewrap(wrapped, "here").orElseThrow();
        assertThat(changing.unwrap(anew, "here")).containsExactly(1, 2);
        assertThat(changing.rewrap(anew, "here")).isEmpty();
        assertThatThrownBy(() -> changing.unwrap(wrapped, "there")).isInstanceOf(NotGenuine.class);
        assertThat(start(NEW, KEY, FILE_DATABASE).isChanging()).as("after a restart").isTrue();
        changing.finish();
        assertThat(changing.isChanging()).isFalse();
        MasterKey after = start(NEW, FILE_DATABASE);
        assertThat(after.unwrap(anew, "here")).containsExactly(1, 2);
        assertThatThrownBy(() -> after.unwrap(wrapped, "here")).isInstanceOf(NotGenuine.class);
        assertThat(start(NEW, KEY, FILE_DATABASE).isChanging()).as("once more").isFalse();
        assertThatThrownBy(() -> start(KEY, FILE_DATABASE)).isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesToStartWithHalfOfWhatAChangeNeeds() {
        start(KEY, FILE_DATABASE);
        start(NEW, KEY, FILE_DATABASE);
        assertThatThrownBy(() -> start(KEY, FILE_DATABASE))
                .hasMessageContaining("is being replaced by another");
        assertThatThrownBy(() -> start(NEW, FILE_DATABASE)).hasMessageContaining("is still needed");
        assertThatThrownBy(() -> start(THIRD, KEY, FILE_DATABASE))
                .hasMessageContaining("not the one this database was made with");
        assertThatThrownBy(() -> start(NEW, THIRD, FILE_DATABASE))
                .hasMessageContaining("is still needed");
    }

    @Test
    void changesNothingUnderAWrongKeyBefore() {
        start(KEY, FILE_DATABASE);
        assertThatThrownBy(() -> start(NEW, THIRD, FILE_DATABASE))
                .hasMessageContaining("not the one this database was made with");
        assertThat(start(KEY, FILE_DATABASE).isChanging()).isFalse();
    }

    private MasterKey start(String given, String database) {
        return start(given, "", database);
    }

    private MasterKey start(String given, String before, String database) {
        return new MasterKey(jdbc, given, before, home.toString(), database);
    }

    private static String key(int of) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) of;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
