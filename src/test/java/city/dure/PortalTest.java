package city.dure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in the whole portal, on H2 and once more on PostgreSQL. All such tests share one context
 * and one database, so each makes its own data and counts nothing but that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        properties = {
            "dure.home=target/test-home",
            "dure.demo=true",
            "dure.bank.secret=a-secret-that-tests-and-their-bank-share"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface PortalTest {}
