package city.dure.mydata;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept about oneself, on one's page. */
@Configuration
class MyDataMenu {
    @Bean
    MenuItem myDataItem() {
        return new MenuItem("me", "mydata.title", MyDataController.PATH, 50);
    }
}
