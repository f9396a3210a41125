package city.dure.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class CityTests {
    @Autowired City city;
    @Autowired SettingRows rows;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired MockMvcTester mvc;

    @Test
    void isFoundedOnceWithOneEntry() {
        new Founding(city, rows, ledger, Clock.systemUTC(), transactions, true, false)
                .found(DemoCity.settings());
        assertThat(city.profile().name()).isEqualTo("한들시");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from ledger_entry where kind like 'city.founded%'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void comesBackFromItsRowsAsItWasWritten() {
        var read = rows.newest().orElseThrow();
        var written = DemoCity.settings();
        assertThat(read.categories).isEqualTo(written.categories);
        assertThat(read.districts).isEqualTo(written.districts);
    }

    @Test
    void cannotBeFoundedTwiceAtTheSameMoment() {
        var transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(
                                status -> rows.write(DemoCity.settings(), Instant.now())))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void standsOnEveryPage() {
        assertThat(mvc.get().uri("/")).bodyText().contains("한들시", "한들페이", "emblem-handeul");
        assertThat(mvc.get().uri("/?lang=en")).bodyText().contains("Handeul City", "lang=\"en\"");
    }
}
