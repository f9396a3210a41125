package city.dure.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.merchants.MerchantId;
import city.dure.verification.Damage;
import city.dure.verification.LedgerVerification;
import city.dure.verification.Report;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole demo city follows from its entries, and what somebody changes behind them is named. */
@Tag("database")
class ReplayedCityTests {
    @TempDir static Path home;
    private static ReplayedCity city;
    private static JdbcTemplate behind;

    @BeforeAll
    static void begins() {
        city = new ReplayedCity(home, "replayed");
        behind = city.behind;
    }

    @AfterAll
    static void ends() {
        city.close();
    }

    @AfterEach
    void isAsItWas() throws SQLException {
        assertThat(check().damages()).as("each test puts back what it changed").isEmpty();
    }

    @Test
    void holdsWhatItsEntriesSay() throws SQLException {
        var report = check();
        assertThat(report.sound()).isTrue();
        assertThat(report.replayed())
                .extracting(Replayed::name)
                .containsExactly(
                        "balances",
                        "bank_changes",
                        "cards",
                        "citizens",
                        "consents",
                        "merchants",
                        "roles");
        assertThat(report.replayed()).allMatch(Replayed::inFull);
        for (String status : List.of("listed", "approved", "suspended", "closed")) {
            assertThat(counts(report, "merchants").get(status))
                    .as(status)
                    .isPositive()
                    .isEqualTo(count("merchant where lower(status) = ?", status));
        }
        assertThat(count("citizen where erased_at is not null")).isEqualTo(ReplayedCity.FORGOTTEN);
        assertThat(counts(report, "citizens").get("level_0"))
                .isEqualTo(count("citizen where level = 0"));
        var roles = counts(report, "roles");
        assertThat(roles.get("granted"))
                .isEqualTo(count("account_role where granted and withdrawn_at is null"));
        assertThat(roles).containsEntry("withdrawn", 1L).containsEntry("declined", 1L);
    }

    private static SortedMap<String, Long> counts(Report report, String name) {
        return report.replayed().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    @Test
    void namesACitizenWhoseProofWasInvented() throws SQLException {
        var id = city.citizen.value();
        behind.update(
                "update citizen set proven_by = 'desk', proven_at = registered_at where id = ?",
                id);
        found(city.joined, city.citizen.ref(), "identity null", "identity desk");
        behind.update("update citizen set proven_by = null, proven_at = null where id = ?", id);
        behind.update("update citizen set district = 'narae' where id = ?", id);
        found(city.joined, city.citizen.ref(), "district hosu", "district narae");
        behind.update("update citizen set district = 'hosu' where id = ?", id);
        behind.update("update citizen set listed = true where id = ?", id);
        found(city.joined, city.citizen.ref(), "listed false", "listed true");
        behind.update("update citizen set listed = false where id = ?", id);
    }

    @Test
    void namesAConsentThatWasTakenBackBehindTheLedger() throws SQLException {
        String where = " where kind = 'news' and person = '" + city.agreeing + "'";
        behind.update("update consent set withdrawn_at = given_at" + where);
        found(city.agreed, city.agreeing, "news", "deleted without an entry");
        behind.update("update consent set withdrawn_at = null" + where);
    }

    @Test
    void namesWordsThatWereChangedAfterPeopleAgreed() throws SQLException {
        behind.update("update consent_text set words = words || ' ' where kind = 'news'");
        assertThat(check().damages())
                .singleElement()
                .satisfies(damage ->
                        assertThat(damage.sentence()).contains("'news', version 1", "the hash"));
        behind.update("update consent_text set words = trim(words) where kind = 'news'");
    }

    @Test
    void namesAStateThatWasChanged() throws SQLException {
        change("merchant", "status", "'APPROVED'", city.shop.value());
        found(city.suspended, city.shop.ref(), "'SUSPENDED'", "'APPROVED'");
        change("merchant", "status", "'SUSPENDED'", city.shop.value());
    }

    @Test
    void namesACategoryAndADistrictThatWereChanged() throws SQLException {
        change("merchant", "category", "'cafe'", city.shop.value());
        found(city.suspended, city.shop.ref(), "'bakery'", "'cafe'");
        change("merchant", "category", "'bakery'", city.shop.value());
        change("merchant", "district", "null", city.shop.value());
        found(city.suspended, city.shop.ref(), "'hosu'");
        change("merchant", "district", "'hosu'", city.shop.value());
    }

    @Test
    void namesAShopThatWasDeleted() throws SQLException {
        behind.update(
                "create table kept as select * from merchant where id = ?", city.shop.value());
        behind.update(
                "create table kept_member as select * from merchant_member where merchant_id = ?",
                city.shop.value());
        behind.update("delete from merchant_member where merchant_id = ?", city.shop.value());
        behind.update("delete from merchant where id = ?", city.shop.value());
        found(city.suspended, city.shop.ref(), "deleted without an entry");
        behind.update("insert into merchant select * from kept");
        behind.update("insert into merchant_member select * from kept_member");
        behind.execute("drop table kept");
        behind.execute("drop table kept_member");
    }

    @Test
    void namesAShopThatWasAdded() throws SQLException {
        var added = MerchantId.random();
        behind.update(
                "create table kept as select * from merchant where id = ?", city.shop.value());
        behind.update("update kept set id = ?, status = 'APPROVED'", added.value());
        behind.update("insert into merchant select * from kept");
        found(null, added.ref(), "No entry speaks of", "'APPROVED'");
        behind.update("delete from merchant where id = ?", added.value());
        behind.execute("drop table kept");
    }

    @Test
    void namesARoleThatWasAdded() throws SQLException {
        var row = UUID.randomUUID();
        insertRole(row, "settlement-officer", true);
        found(null, city.clerk.ref(), "No entry speaks of", "settlement-officer");
        behind.update("delete from account_role where id = ?", row);
        insertRole(row, "merchant-officer", true);
        found(city.granted, city.clerk.ref(), "merchant-officer", "2 granted");
        behind.update("delete from account_role where id = ?", row);
    }

    @Test
    void namesARoleThatWasTakenAway() throws SQLException {
        var row = city.grant();
        behind.update("create table kept as select * from account_role where id = ?", row);
        behind.update("delete from account_role where id = ?", row);
        found(city.granted, city.clerk.ref(), "deleted without an entry");
        behind.update("insert into account_role select * from kept");
        behind.execute("drop table kept");
    }

    @Test
    void namesARoleThatWasWithdrawnOrMadeLonger() throws SQLException {
        var row = city.grant();
        change("account_role", "withdrawn_at", "current_timestamp", row);
        found(city.granted, city.clerk.ref(), "1 of them withdrawn");
        change("account_role", "withdrawn_at", "null", row);
        change("account_role", "until", "until + interval '30' day", row);
        found(city.granted, city.clerk.ref(), "merchant-officer");
        change("account_role", "until", "until - interval '30' day", row);
    }

    @Test
    void namesARequestThatWasGrantedBehindTheLedger() throws SQLException {
        var row =
                behind.queryForObject(
                        "select id from account_role where not granted and decided_at is not null",
                        UUID.class);
        change("account_role", "granted", "true", row);
        assertThat(check().damages().getFirst().sentence()).contains("asked for");
        change("account_role", "granted", "false", row);
    }

    private static void insertRole(UUID row, String role, boolean isGranted) {
        behind.update(
                "insert into account_role (id, account_id, role, until, proposed_by, proposed_at,"
                        + " decided_by, decided_at, granted) values (?, ?, ?, current_timestamp,"
                        + " 'u-x', current_timestamp, 'u-y', current_timestamp, ?)",
                row,
                city.clerk.value(),
                role,
                isGranted);
    }

    private static void change(String table, String column, String value, @Nullable UUID id) {
        String sql = "update %s set %s = %s where id = ?".formatted(table, column, value);
        assertThat(behind.update(sql, id)).isEqualTo(1);
    }

    private static void found(@Nullable Long number, String ref, String... words)
            throws SQLException {
        var report = check();
        assertThat(report.damageCount()).isEqualTo(1);
        Damage damage = report.damages().getFirst();
        assertThat(damage.kind()).isEqualTo(Damage.Kind.REPLAY);
        assertThat(damage.number()).as(damage.sentence()).isEqualTo(number);
        assertThat(damage.sentence()).contains(ref).contains(words);
        if (number != null) {
            assertThat(damage.sentence()).startsWith("Entry " + number + " ");
        }
    }

    private static Report check() throws SQLException {
        return LedgerVerification.check(city.database(), null, Replays.all(), number -> {});
    }

    private static long count(String what, Object... values) {
        Long count = behind.queryForObject("select count(*) from " + what, Long.class, values);
        return count == null ? 0 : count;
    }
}
