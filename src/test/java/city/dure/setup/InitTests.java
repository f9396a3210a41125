package city.dure.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.RealPortal;
import city.dure.identity.AccountId;
import city.dure.verification.OwnDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that makes a city, as a shell runs it. */
class InitTests {
    @TempDir Path home;

    @Test
    void makesACityOnceAndKeepsTheDemoOut() throws SQLException {
        var portal = new RealPortal(home, 0);
        var made = portal.init("--name", "새벽시");
        assertThat(made.code()).isZero();
        assertThat(made.text()).contains("새벽시", "entry 0");
        assertThat(made.links()).hasSize(2).doesNotHaveDuplicates();
        assertThat(kindOfEntryZero()).isEqualTo("city.founded/1");

        var again = portal.init();
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text()).contains("holds a city already").doesNotContain("/idp/");

        var links = portal.init("--links");
        assertThat(links.code()).isZero();
        assertThat(links.links()).hasSize(2).doesNotContainAnyElementsOf(made.links());

        assertThatThrownBy(() -> portal.start("demo"))
                .hasStackTraceContaining("This database holds a real city");
    }

    @Test
    void makesALinkForWhoLostTheirs() throws SQLException {
        var portal = new RealPortal(home, 0);
        portal.init();
        assertThat(portal.newLink().text()).startsWith("usage:");
        assertThat(portal.newLink("u-00000000000000000000000000").code()).isEqualTo(1);
        var made = portal.newLink(administrator());
        assertThat(made.code()).isZero();
        assertThat(made.links()).hasSize(1);
        assertThat(made.text()).doesNotContain("administrator again");
        change("update account_role set until = current_timestamp");
        var again = portal.newLink(administrator());
        assertThat(again.links()).hasSize(1).doesNotContainAnyElementsOf(made.links());
        assertThat(again.text()).contains("administrator again");
    }

    private String administrator() throws SQLException {
        try (var connection = OwnDatabase.ofSettings("--dure.home=" + home).getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select id from account order by id limit 1")) {
            rows.next();
            return new AccountId(rows.getObject(1, UUID.class)).ref();
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = OwnDatabase.ofSettings("--dure.home=" + home).getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    @Test
    void startsNoPortalWithoutACity() {
        assertThatThrownBy(() -> new RealPortal(home, 0).start("postgres-less"))
                .hasStackTraceContaining("This database holds no city yet");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(new RealPortal(home, 0).init("--nam", "새벽시").text()).startsWith("usage:");
        assertThat(new RealPortal(home, 0).init("--name").code()).isEqualTo(2);
        assertThat(home).isEmptyDirectory();
    }

    private String kindOfEntryZero() throws SQLException {
        try (var connection = OwnDatabase.ofSettings("--dure.home=" + home).getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select e.kind from ledger_leaf l join ledger_entry e"
                                                + " on e.id = l.entry_id where l.seq = 0")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
