package city.dure.applications;

import city.dure.merchants.MerchantId;
import city.dure.papers.Paper;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an application is made of.
 *
 * @param claimed the listed business; null when the shop is on no list
 * @param category the city's category code
 * @param district the city's district code
 * @param phone of the shop, as written
 */
public record NewApplication(
        @Nullable MerchantId claimed,
        String name,
        String category,
        String district,
        String roadAddress,
        @Nullable String phone,
        Owner owner,
        List<Sheet> sheets) {

    // Without letters and digits that look alike, as it is read out over a counter.
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** A new code by which an owner joins what an official wrote for them. */
    static String joinCode() {
        var random = new SecureRandom();
        return random.ints(8, 0, CODE_LETTERS.length())
                .mapToObj(at -> CODE_LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** One paper that comes with it. */
    public record Sheet(PaperType type, Paper paper) {}
}
