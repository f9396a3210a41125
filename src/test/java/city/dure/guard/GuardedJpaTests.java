package city.dure.guard;

import static city.dure.guard.GuardedShops.RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The guard under Hibernate, which writes when it flushes. */
@Tag("database")
class GuardedJpaTests {
    /** Mapped by {@code guard/shop.orm.xml}, so that the portal's own scan does not find it. */
    static class Shop {
        int id;
        String name = "";
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        GuardedShops.empty();
    }

    @Test
    void rollsBackAnEntityWithoutAnEntry() throws SQLException {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> inTransaction(GuardedShops.GUARDED, this::persist))
                .withStackTraceContaining("This transaction changed shop and recorded no entry");
        assertThat(GuardedShops.count()).isZero();
    }

    @Test
    void rollsBackAChangedEntityWithoutAnEntry() throws SQLException {
        inTransaction(GuardedShops.OPEN, this::persist);
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() ->
                        inTransaction(
                                GuardedShops.GUARDED,
                                entities -> entities.find(Shop.class, 1).name = "other"));
    }

    @Test
    void wouldCommitThatEntityWithoutTheGuard() throws SQLException {
        inTransaction(GuardedShops.OPEN, this::persist);
        assertThat(GuardedShops.count()).isOne();
    }

    @Test
    void commitsAnEntityWithAnEntry() throws SQLException {
        inTransaction(
                GuardedShops.GUARDED,
                entities -> {
                    persist(entities);
                    entities.createNativeQuery(RECORD).executeUpdate();
                });
        assertThat(GuardedShops.count()).isOne();
    }

    private void persist(EntityManager entities) {
        var shop = new Shop();
        shop.id = 1;
        entities.persist(shop);
    }

    private static void inTransaction(DataSource database, Consumer<EntityManager> action) {
        try (EntityManagerFactory factory = factory(database)) {
            factory.runInTransaction(action);
        }
    }

    private static EntityManagerFactory factory(DataSource database) {
        return new HibernatePersistenceConfiguration("guard")
                .managedClass(Shop.class)
                .mappingFile("guard/shop.orm.xml")
                .property("jakarta.persistence.nonJtaDataSource", database)
                .createEntityManagerFactory();
    }
}
