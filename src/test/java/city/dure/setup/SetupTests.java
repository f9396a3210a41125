package city.dure.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SetupTests {
    @Autowired Setup setup;
    @Autowired JdbcClient jdbc;

    @Test
    void leavesNothingBehindWhereThereIsACity() {
        long before = staff();
        assertThatThrownBy(() -> setup.make(new Setup.Names("시", "City", "돈", "Money")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(staff()).isEqualTo(before);
        assertThat(setup.linksAgain()).isEmpty();
    }

    private long staff() {
        return jdbc.sql("select count(*) from account where staff").query(Long.class).single();
    }
}
