package city.dure.notices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How messages leave the portal: as the city sets it, and into the outbox in the demonstration. */
class Carriers {
    private Carriers() {}

    /** Nothing leaves the demonstration, whatever is set. */
    @Configuration
    @ConditionalOnProperty(name = "dure.demo", havingValue = "true")
    static class Demonstration {
        @Bean
        Carrier mailOutbox() {
            return new Outbox(Message.Channel.MAIL);
        }

        @Bean
        Carrier textOutbox() {
            return new Outbox(Message.Channel.TEXT);
        }
    }

    /** What a city has set. */
    @Configuration
    @ConditionalOnProperty(name = "dure.demo", havingValue = "false", matchIfMissing = true)
    static class Real {
        @Bean
        @ConditionalOnProperty("spring.mail.host")
        Carrier mailServer(JavaMailSenderImpl server, @Value("${dure.mail-from}") String from) {
            return new Mail(server, from);
        }

        @Bean
        @ConditionalOnProperty("dure.texts.url")
        Carrier textGateway(
                @Value("${dure.texts.url}") String url,
                @Value("${dure.texts.token}") String token) {
            return TextGateway.at(url, token);
        }
    }
}
