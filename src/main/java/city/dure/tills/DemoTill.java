package city.dure.tills;

import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the demo's machine {@code demo-pos} the till of the shop that the sign-in page names. */
@Component
@Profile("demo")
@Order(25) // After the shops
class DemoTill implements ApplicationRunner {
    private static final String MACHINE = "demo-pos";
    private static final String SHOP = "온달과일";

    private final Tills tills;
    private final Merchants merchants;

    DemoTill(Tills tills, Merchants merchants) {
        this.tills = tills;
        this.merchants = merchants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        merchants.search(SHOP, 1).stream()
                .map(MerchantSummary::id)
                .forEach(shop -> tills.bind(MACHINE, shop));
    }
}
