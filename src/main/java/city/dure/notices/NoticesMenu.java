package city.dure.notices;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox beside one's name, and the demonstration's outbox. */
@Configuration
class NoticesMenu {
    @Bean
    MenuItem inboxItem() {
        return new MenuItem("account", "notices.title", InboxController.PATH, 5);
    }
}
