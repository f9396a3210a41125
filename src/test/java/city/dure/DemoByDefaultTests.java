package city.dure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

class DemoByDefaultTests {
    private static final String POSTGRES = "--spring.datasource.url=jdbc:postgresql://localhost/x";

    /** Reads the portal's settings and starts nothing. */
    @Configuration
    static class Nothing {}

    @Test
    void isThereWithTheEmbeddedDatabase() {
        var environment = start();
        assertThat(isDemo(environment)).isTrue();
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("dure.demo")).isEqualTo("true");
        assertThat(environment.getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("false");
    }

    @Test
    void isNotThereWithAnotherDatabaseOrProfile() {
        assertThat(isDemo(start(POSTGRES))).isFalse();
        assertThat(isDemo(start("--spring.profiles.active=postgres"))).isFalse();
        assertThat(start("--spring.profiles.active=postgres").getProperty("server.address"))
                .isNull();
    }

    @Test
    void isThereWhereItIsNamed() {
        assertThat(isDemo(start("--spring.profiles.active=postgres,demo", POSTGRES))).isTrue();
    }

    @Test
    void doesNotSlipOntoADatabaseThatASettingsFileNames() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        start(
                                "--spring.config.additional-location=classpath:demo/",
                                "--spring.main.banner-mode=off"))
                .withMessageContaining("SPRING_PROFILES_ACTIVE=postgres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "", "192.0.2.7", "no.such.host.invalid"})
    void answersNobodyButItsOwnMachine(String address) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start("--server.address=" + address))
                .withMessageContaining("loopback address only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void answersAtAnyAddressOfItsOwnMachine(String address) {
        assertThat(isDemo(start("--server.address=" + address))).isTrue();
    }

    @Test
    void leavesTheAddressToAPortalThatIsNoDemo() {
        var environment = start("--spring.profiles.active=postgres", "--server.address=0.0.0.0");
        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
    }

    private static boolean isDemo(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }

    private static Environment start(String... args) {
        var portal = new SpringApplication(Nothing.class);
        portal.setWebApplicationType(WebApplicationType.NONE);
        portal.addListeners(new DemoByDefault());
        try (var context = portal.run(args)) {
            return context.getEnvironment();
        }
    }
}
