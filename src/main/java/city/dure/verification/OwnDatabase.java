package city.dure.verification;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The portal's database, for commands that read it while no portal of theirs runs. */
public final class OwnDatabase {
    private OwnDatabase() {}

    /**
     * The database that the portal's settings name; none is made where there is none.
     *
     * @param arguments settings that count before all others, such as {@code --dure.home=./data}
     */
    public static DataSource ofSettings(String... arguments) {
        Environment settings = settings(arguments);
        String url = settings.getRequiredProperty("spring.datasource.url");
        // Without IFEXISTS, H2 would make an empty database where the path is wrong.
        return new DriverManagerDataSource(
                url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url,
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    private static Environment settings(String... arguments) {
        try (var context =
                new SpringApplicationBuilder(OwnDatabase.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .properties(Map.of("logging.level.root", "off"))
                        .run(arguments)) {
            return context.getEnvironment();
        }
    }
}
