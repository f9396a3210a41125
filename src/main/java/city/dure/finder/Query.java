package city.dure.finder;

import static java.util.Objects.requireNonNullElse;

import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.shared.MoneyKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody asks a list of businesses for, as it stands in the link.
 *
 * @param q part of a name or address
 * @param status a status code; unknown ones count as any
 * @param accepts the code of a kind of money, one of {@link #KINDS}; others count as any
 * @param after the key of the last row of the part before
 */
public record Query(
        @Nullable String q,
        @Nullable String category,
        @Nullable String district,
        @Nullable String status,
        @Nullable String accepts,
        @Nullable String after) {
    static final List<MoneyKind> KINDS = List.of(MoneyKind.GENERAL, MoneyKind.POLICY);
    private static final int SEARCHED_AT_MOST = 100;

    /**
     * The same businesses but for the money they accept; of the given statuses unless one is asked
     * for.
     */
    MerchantFilter filter(Set<MerchantStatus> any) {
        var asked = EnumSet.copyOf(any);
        asked.removeIf(each -> !each.code().equals(status));
        return new MerchantFilter(
                text(), of(category), of(district), asked.isEmpty() ? any : asked);
    }

    /** The kind of money that the businesses are to accept, if one is asked for. */
    Optional<MoneyKind> kind() {
        return MoneyKind.of(of(accepts)).filter(KINDS::contains);
    }

    /** After which business this part of the list begins; nothing when the key is none. */
    public @Nullable MerchantId start() {
        try {
            return after == null ? null : MerchantId.valueOf(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether anything narrows the list. */
    public boolean narrow() {
        return !(text() + of(category) + of(district) + of(status) + of(accepts)).isBlank();
    }

    /** The link to the first part of this list on a page. */
    public String href(String path) {
        var link = UriComponentsBuilder.fromPath(path);
        put(link, "q", text());
        put(link, "category", of(category));
        put(link, "district", of(district));
        put(link, "status", of(status));
        put(link, "accepts", of(accepts));
        return link.encode().toUriString();
    }

    /** The link to the next part of this list on a page. */
    public String next(String path, String key) {
        String href = href(path);
        return href + (href.contains("?") ? "&" : "?") + "after=" + key;
    }

    private String text() {
        String text = of(q).strip();
        return text.substring(0, Math.min(text.length(), SEARCHED_AT_MOST));
    }

    private static void put(UriComponentsBuilder link, String name, String value) {
        if (!value.isEmpty()) {
            link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String of(@Nullable String text) {
        return requireNonNullElse(text, "");
    }
}
