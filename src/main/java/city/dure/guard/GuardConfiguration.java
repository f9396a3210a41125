package city.dure.guard;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guard in front of the database; only migrations go past it. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {
    private static final Logger log = LoggerFactory.getLogger(GuardConfiguration.class);

    @Bean
    static BeanPostProcessor guardInFrontOfTheDatabase() {
        Tables tables = Tables.listed();
        log.debug("Tables and their classes:{}", tables.print());
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? new GuardedDataSource(source, tables)
                        : bean;
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migrateBeforeTheGuard() {
        return flyway -> GuardedDataSource.migrate(flyway::migrate);
    }
}
