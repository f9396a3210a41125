package city.dure.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTests {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "2001:db8:12:34::1, 2001:0db8:0012::/48",
        "::1, 0000:0000:0000::/48",
        "not an address, unknown"
    })
    void keepsTheNetworkOnly(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }
}
