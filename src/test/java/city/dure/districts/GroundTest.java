package city.dure.districts;

import city.dure.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a whole portal with a database of its own, because it replaces the districts, which all
 * other tests count on; otherwise as {@link city.dure.PortalTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(properties = {"dure.home=target/test-ground", "dure.demo=true"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = GroundTest.Ground.class)
public @interface GroundTest {
    /** The database named ground. */
    class Ground implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> database = TestDatabase.properties("ground");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test database", database));
        }
    }
}
