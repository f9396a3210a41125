package city.dure.merchants;

import java.util.Set;

/**
 * Which businesses somebody looks for; empty text and an empty set stand for any.
 *
 * @param text part of a name or address, in any spelling
 * @param category a category code
 * @param district a district code
 */
public record MerchantFilter(
        String text, String category, String district, Set<MerchantStatus> statuses, Lack lack) {
    public MerchantFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Businesses wherever they lie. */
    public MerchantFilter(
            String text, String category, String district, Set<MerchantStatus> statuses) {
        this(text, category, district, statuses, Lack.NOT_ASKED);
    }

    /** What is missing of where a business lies. */
    public enum Lack {
        /** Whatever is missing, or nothing. */
        NOT_ASKED(""),
        /** Anything of the following. */
        ANY("(latitude is null or district is null)"),
        /** Only its address says in which district it lies. */
        NO_PLACE("latitude is null and district is not null"),
        /** It has a place, but in no district. */
        OUTSIDE("latitude is not null and district is null"),
        /** It has no place, and no address that names a district. */
        NOWHERE("latitude is null and district is null");

        private final String condition;

        Lack(String condition) {
            this.condition = condition;
        }

        /** The code in links and message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String condition() {
            return condition;
        }
    }
}
