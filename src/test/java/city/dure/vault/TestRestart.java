package city.dure.vault;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What a restarted portal finds in the vault of its database. */
public final class TestRestart {
    private TestRestart() {}

    /** The named keys of this portal's database, read anew with nothing remembered. */
    public static Keys keysOf(ApplicationContext portal) {
        return new Keys(
                portal.getBean(JdbcClient.class),
                portal.getBean(MasterKey.class),
                portal.getBean(PlatformTransactionManager.class));
    }
}
