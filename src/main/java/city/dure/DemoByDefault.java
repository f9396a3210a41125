package city.dure;

import city.dure.verification.OwnDatabase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Makes the demo city the default, but only with an embedded database that is empty or holds it
 * already: its people have passwords that everybody knows, so another database has it only where
 * the profile {@code demo} is named, and one with a real city never.
 */
final class DemoByDefault implements ApplicationListener<SpringApplicationEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(DemoByDefault.class);
    private static final String URL = "spring.datasource.url";
    private static final String EMBEDDED = "jdbc:h2:";

    private boolean realCity;

    /** Before the settings files are read, which is when profiles are chosen. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent early -> chooseDefault(early.getEnvironment());
            case ApplicationPreparedEvent late -> {
                if (realCity) {
                    LOG.info("This database holds a real city: it is started without the demo.");
                }
                refuseUnnamed(late.getApplicationContext().getEnvironment());
                refuseOtherMachines(late.getApplicationContext().getEnvironment());
            }
            default -> {}
        }
    }

    private void chooseDefault(ConfigurableEnvironment environment) {
        if (environment.getProperty(URL, EMBEDDED).startsWith(EMBEDDED)) {
            realCity = environment.getActiveProfiles().length == 0 && holdsRealCity(environment);
            if (!realCity) {
                environment.setDefaultProfiles("demo");
            }
        }
    }

    /** Looks into the database itself; makes none where there is none. */
    private static boolean holdsRealCity(ConfigurableEnvironment environment) {
        String[] given =
                Stream.of(URL, "dure.home")
                        .filter(environment::containsProperty)
                        .map(name -> "--" + name + "=" + environment.getProperty(name))
                        .toArray(String[]::new);
        try (var connection = OwnDatabase.ofSettings(given).getConnection();
                var statement = connection.createStatement();
                var real =
                        statement.executeQuery(
                                "select count(*) from city_profile where not demo")) {
            return real.next() && real.getInt(1) > 0;
        } catch (SQLException e) {
            // No database, none of this version, or one that the portal will complain about itself.
            LOG.debug("no city was found before the start", e);
            return false;
        }
    }

    /** A settings file may name a database too; by then the default is chosen. */
    private static void refuseUnnamed(ConfigurableEnvironment environment) {
        boolean named = environment.getActiveProfiles().length > 0;
        if (!named
                && environment.acceptsProfiles(Profiles.of("demo"))
                && !environment.getProperty(URL, EMBEDDED).startsWith(EMBEDDED)) {
            throw new IllegalStateException(
                    "With a database of your own, name the profile:"
                            + " SPRING_PROFILES_ACTIVE=postgres, or postgres,demo for the demo city.");
        }
    }

    /** Everybody knows its passwords, so it answers nobody but the machine it runs on. */
    private static void refuseOtherMachines(ConfigurableEnvironment environment) {
        String address = environment.getProperty("server.address", "");
        if (environment.acceptsProfiles(Profiles.of("demo")) && !isLoopback(address)) {
            throw new IllegalStateException(
                    "The demo city has passwords that everybody knows and listens on a loopback"
                            + " address only: leave SERVER_ADDRESS out instead of \"%s\", or name"
                                    .formatted(address)
                            + " another profile, such as SPRING_PROFILES_ACTIVE=postgres.");
        }
    }

    /** No address at all means every one of the machine's. */
    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
