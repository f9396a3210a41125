package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailHealthContributorAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What leaves the portal is what the city set, and nothing in the demonstration. */
class CarriersTests {
    private final ApplicationContextRunner city =
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withConfiguration(
                            AutoConfigurations.of(
                                    MailSenderAutoConfiguration.class,
                                    MailHealthContributorAutoConfiguration.class))
                    .withUserConfiguration(Carriers.Demonstration.class, Carriers.Real.class);
    private final ApplicationContextRunner set =
            city.withPropertyValues(
                    "spring.mail.host=127.0.0.1",
                    "dure.mail-from=dure@example.org",
                    "dure.texts.url=https://texts.example.org/",
                    "dure.texts.token=secret");

    @Test
    void sendsNothingWhereNothingIsSet() {
        city.withPropertyValues("dure.demo=false")
                .run(portal -> assertThat(portal).doesNotHaveBean(Carrier.class));
    }

    @Test
    void sendsByWhatIsSetAndGivesUpOnAMuteServer() {
        set.withPropertyValues("dure.demo=false")
                .run(portal -> {
                    assertThat(portal.getBeansOfType(Carrier.class).values())
                            .hasExactlyElementsOfTypes(Mail.class, TextGateway.class);
                    Properties mail =
                            portal.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
                    assertThat(mail)
                            .containsKeys(
                                    "mail.smtp.connectiontimeout",
                                    "mail.smtp.timeout",
                                    "mail.smtp.writetimeout");
                });
    }

    @Test
    void isWellWithoutItsMailServer() {
        set.run(portal -> assertThat(portal).doesNotHaveBean("mailHealthContributor"));
        set.withPropertyValues("management.health.mail.enabled=true")
                .run(portal -> assertThat(portal).hasBean("mailHealthContributor"));
    }

    @Test
    void sendsNothingInTheDemonstrationWhateverIsSet() {
        set.withPropertyValues("dure.demo=true")
                .run(portal ->
                        assertThat(portal.getBeansOfType(Carrier.class).values())
                                .hasOnlyElementsOfType(Outbox.class)
                                .hasSize(2));
    }
}
