package city.dure.applications;

import city.dure.applications.NewApplication.Sheet;
import city.dure.merchants.MerchantId;
import city.dure.papers.EvilFiles;
import city.dure.papers.Papers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Applications for tests, each with a business number of its own. */
public final class TestApplications {
    private TestApplications() {}

    /** A business number that passes its check digit. */
    public static BusinessNumber number() {
        while (true) {
            String digits =
                    "%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L));
            var number = BusinessNumber.read(digits);
            if (number.isPresent()) {
                return number.get();
            }
        }
    }

    /** A word that stands nowhere else. */
    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** A bakery on no list. */
    public static NewApplication bakery(String name) {
        return bakery(name, null, number());
    }

    public static NewApplication bakery(
            String name, @Nullable MerchantId claimed, BusinessNumber number) {
        var owner = new Owner(number, "카나리아", "010-2468-1357", "011", "301-9876-5432-11");
        return new NewApplication(
                claimed,
                name,
                "bakery",
                "hosu",
                "한들시 호수로 12",
                "031-123-4567",
                owner,
                List.of(certificate()));
    }

    public static Sheet certificate() {
        try {
            return new Sheet(PaperType.REGISTRATION, new Papers().check(EvilFiles.jpeg(120, 80)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
