package city.dure.wallets;

import city.dure.web.NotFound;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where citizens pay for top-ups: the page of the payment provider that the city named, in the demo
 * a page of the portal itself that is plainly marked as one.
 */
@Component
class Bank {
    private final String page;
    private final boolean demo;
    private final String publicUrl;
    private final BankSignature signature;

    Bank(
            @Value("${dure.bank.page:}") String page,
            @Value("${dure.demo:false}") boolean demo,
            @Value("${dure.public-url}") String publicUrl,
            BankSignature signature) {
        this.page = page;
        this.demo = demo && page.isEmpty();
        this.publicUrl = publicUrl.replaceFirst("/$", "");
        this.signature = signature;
    }

    /** The page on which an order is paid; empty where a city has no provider. */
    Optional<String> page(Order order) {
        if (demo) {
            return Optional.of(DemoBankController.PATH + "/" + order.id());
        }
        return open() ? Optional.of(page + "?" + query(order)) : Optional.empty();
    }

    /** Whether anything can be paid. */
    boolean open() {
        return demo || !page.isEmpty() && signature.possible();
    }

    /** Lets nobody on the demo's page but in the demo. */
    void requireDemo() {
        if (!demo) {
            throw new NotFound("demo bank");
        }
    }

    private String query(Order order) {
        String back = publicUrl + TopUpController.ORDERS + "/" + order.id();
        String text = "order=" + order.id() + "&amount=" + order.paid() + "&back=" + encoded(back);
        return text + "&signature=" + encoded(signature.sign(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
