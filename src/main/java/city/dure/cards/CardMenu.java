package city.dure.cards;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where desks find the cards that are to be made. */
@Configuration
class CardMenu {
    @Bean
    MenuItem orderedCardsItem() {
        return new MenuItem("desk", "cards.desk.menu", DeskCardsController.PATH, 20);
    }
}
