package city.dure.applications;

import city.dure.merchants.MerchantId;
import city.dure.papers.Paper;
import java.util.List;
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

    /** One paper that comes with it. */
    public record Sheet(PaperType type, Paper paper) {}
}
