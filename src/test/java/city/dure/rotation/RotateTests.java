package city.dure.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.RealPortal;
import city.dure.identity.Accounts;
import city.dure.vault.Keys;
import city.dure.verification.OwnDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that changes the master key, as a shell runs it. */
class RotateTests {
    @TempDir Path home;
    private RealPortal portal;

    @BeforeEach
    void make() {
        portal = new RealPortal(home, 0);
        assertThat(portal.init("--name", "새벽시").code()).isZero();
    }

    @Test
    void putsEveryKeyUnderANewOne() throws Exception {
        String old = master();
        byte[] secret = secret();
        var answer = portal.rotate();
        assertThat(answer.text()).contains("Every key is under the new master key");
        assertThat(answer.code()).isZero();
        assertThat(master()).isNotEqualTo(old);
        assertThat(files()).filteredOn(name -> name.startsWith("master-until-")).hasSize(1);
        assertThat(secret()).as("blind indexes stay good").isEqualTo(secret);
        assertThat(names()).contains("첫째 관리자", "둘째 관리자");
        assertThat(kinds()).contains("vault.keys_rewrapped/1", "vault.master_key_changed/1");
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws Exception {
        Files.copy(home.resolve("keys/master"), home.resolve("keys/master-before"));
        Files.delete(home.resolve("keys/master"));
        Files.writeString(
                home.resolve("keys/master-next"), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=\n");
        Files.move(home.resolve("keys/master-next"), home.resolve("keys/master"));
        try (var half = new RealPortal(home, 0)) {
            half.start();
            half.bean(Rotation.class).piece(null);
            assertThat(half.bean(Accounts.class).staff(null, 9)).hasSize(2);
        }
        assertThat(names()).as("with both keys").contains("첫째 관리자");
        var answer = portal.rotate();
        assertThat(answer.text()).contains("Every key is under the new master key");
        assertThat(names()).contains("첫째 관리자", "둘째 관리자");
        assertThat(kinds()).filteredOn("vault.master_key_changed/1"::equals).hasSize(1);
    }

    @Test
    void goesOnWhereFilesWereBeingRenamed() throws Exception {
        Files.move(home.resolve("keys/master"), home.resolve("keys/master-before"));
        Files.writeString(
                home.resolve("keys/master-next"), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=\n");
        assertThat(portal.rotate().code()).isZero();
        assertThat(files()).doesNotContain("master-next", "master-before");
        assertThat(names()).contains("첫째 관리자");
    }

    private byte[] secret() {
        try (var running = new RealPortal(home, 0)) {
            running.start();
            return running.bean(Keys.class).secret("blind-index.name");
        }
    }

    private List<String> names() {
        try (var running = new RealPortal(home, 0)) {
            running.start();
            var accounts = running.bean(Accounts.class);
            return accounts.staff(null, 9).stream()
                    .map(account -> accounts.displayName(account.ref()))
                    .toList();
        }
    }

    private String master() throws IOException {
        return Files.readString(home.resolve("keys/master"));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(home.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<String> kinds() throws SQLException {
        var kinds = new ArrayList<String>();
        try (var connection = OwnDatabase.ofSettings("--dure.home=" + home).getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select kind from ledger_entry")) {
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
        }
        return kinds;
    }
}
