package city.dure.tills;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose till each machine is.
 *
 * @param machines by the id of the client, as under {@code dure.sign-in.machines}
 */
@ConfigurationProperties("dure.tills")
record TillProperties(@DefaultValue Map<String, Bound> machines) {
    /**
     * For whom a machine may take payments: one shop, or every shop of a network.
     *
     * @param shop the shop's id; null for a network
     * @param network its code; null for one shop
     */
    record Bound(@Nullable String shop, @Nullable String network) {
        Bound {
            if ((shop == null) == (network == null)) {
                throw new IllegalArgumentException("a till is of one shop or of one network");
            }
        }
    }
}
