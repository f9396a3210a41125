package city.dure.listings;

import city.dure.imports.ImportRow;
import city.dure.shared.Spelling;
import city.dure.vault.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * By what a business of a list is known again. A business number of ten digits where the list has
 * one, stored only as a keyed hash because a sole trader's number names a person; else the list's
 * source, name and address, spelling aside.
 */
@Component
class ListKeys {
    private static final String SECRET = "listings.business-number";

    private final Keys keys;

    ListKeys(Keys keys) {
        this.keys = keys;
    }

    /** What finds the business again in the next list of the source; 64 characters. */
    String stored(String source, ImportRow row) {
        return Cells.businessNumber(row.get(Columns.NUMBER))
                .map(this::numbered)
                .orElseGet(() -> named(source, row.get(Columns.NAME), address(row)));
    }

    private static String address(ImportRow row) {
        String road = row.get(Columns.ROAD);
        return road.isBlank() ? row.get(Columns.LOT) : road;
    }

    private static String named(String source, String name, String address) {
        String text = Spelling.of(source) + "|" + Spelling.of(name) + "|" + Spelling.of(address);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return hex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String numbered(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret(SECRET), "HmacSHA256"));
            return hex(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
