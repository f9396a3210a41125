package city.dure.access;

import java.net.InetAddress;
import java.util.HexFormat;

/** The part of an address that is kept: enough to see a pattern, not a household. */
public final class Networks {
    private static final int IPV4 = 4;
    private static final int KEPT_OF_IPV6 = 6;

    private Networks() {}

    /** Such as {@code 203.0.113.0/24}; of IPv6 the first 48 bits. */
    public static String of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV4 ? ipv4(bytes) : ipv6(bytes);
        } catch (IllegalArgumentException e) {
            return "unknown"; // a proxy wrote something else into its header
        }
    }

    private static String ipv4(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".0/24";
    }

    private static String ipv6(byte[] bytes) {
        var digits = HexFormat.of().formatHex(bytes, 0, KEPT_OF_IPV6);
        return digits.replaceAll("(.{4})(?=.)", "$1:") + "::/48";
    }
}
