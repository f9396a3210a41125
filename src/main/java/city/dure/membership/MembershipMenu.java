package city.dure.membership;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What citizens look after on their own page. */
@Configuration
class MembershipMenu {
    @Bean
    MenuItem profileItem() {
        return new MenuItem("me", "membership.profile.title", OwnProfileController.PATH, 10);
    }

    @Bean
    MenuItem proofItem() {
        return new MenuItem("me", "membership.proof.title", ProofController.PATH, 20);
    }

    @Bean
    MenuItem consentItem() {
        return new MenuItem("me", "membership.consents.title", ConsentController.PATH, 30);
    }
}
