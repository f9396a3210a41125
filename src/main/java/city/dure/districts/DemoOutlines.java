package city.dure.districts;

import city.dure.city.Districts;
import city.dure.shared.Actor;
import java.io.IOException;
import java.util.HexFormat;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives the demo city the outlines of its districts, once. They are invented, and lie in the open
 * sea, so that nobody's home is in them.
 */
@Component
@Profile("demo")
@Order(10) // Before the shops, which are given places in them
class DemoOutlines implements ApplicationRunner {
    private static final String FILE = "demo/districts.geojson";
    private static final Columns COLUMNS = new Columns("name", "name_en", "", "");

    private final Districts districts;
    private final TransactionOperations transaction;

    DemoOutlines(Districts districts, TransactionOperations transaction) {
        this.districts = districts;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (districts.map().version() == 0) {
            byte[] content = new ClassPathResource(FILE).getContentAsByteArray();
            transaction.executeWithoutResult(status -> draw(content));
        }
    }

    private void draw(byte[] content) {
        var read = DistrictUploads.read(content);
        var file =
                new Districts.File(
                        "한들시-동네-경계.geojson",
                        content.length,
                        HexFormat.of().formatHex(DistrictUploads.sha256().digest(content)),
                        read.points());
        districts.replace(Actor.SYSTEM, 0, NamedOutlines.of(read, COLUMNS).drawn(), file);
    }
}
