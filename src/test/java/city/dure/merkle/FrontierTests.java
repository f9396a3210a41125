package city.dure.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FrontierTests {
    /** The leaves and roots of the test vectors of RFC 6962's reference implementation. */
    @Test
    void givesThePublishedRoots() {
        var frontier = new Frontier();
        assertThat(hex(frontier.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        var leaves = List.of("", "00", "10", "2021", "3031", "40414243");
        var roots =
                List.of(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");
        for (int i = 0; i < leaves.size(); i++) {
            frontier.add(Hashes.leaf(HexFormat.of().parseHex(leaves.get(i))), FrontierTests::none);
            assertThat(hex(frontier.root())).isEqualTo(roots.get(i));
        }
    }

    @Test
    void agreesWithTheDefinitionAtEverySizeAndCanBeTakenUpAgain() {
        var hashes = new ArrayList<byte[]>();
        Map<String, byte[]> nodes = new HashMap<>();
        var frontier = new Frontier();
        for (int size = 1; size <= 300; size++) {
            byte[] leaf = Hashes.leaf(new byte[] {(byte) size, (byte) (size >> 8)});
            nodes.put("0/" + (size - 1), leaf);
            hashes.add(leaf);
            frontier.add(leaf, (level, idx, hash) -> nodes.put(level + "/" + idx, hash));
            assertThat(frontier.root()).isEqualTo(root(hashes));
            var again = new Frontier(size, (level, idx) -> stored(nodes, level, idx));
            assertThat(again.root()).isEqualTo(frontier.root());
        }
    }

    /** RFC 6962 section 2.1, word for word. */
    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        return Hashes.node(root(hashes.subList(0, k)), root(hashes.subList(k, hashes.size())));
    }

    private static byte[] stored(Map<String, byte[]> nodes, int level, long idx) {
        return Objects.requireNonNull(nodes.get(level + "/" + idx), "not complete yet");
    }

    private static void none(int level, long idx, byte[] hash) {}

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
