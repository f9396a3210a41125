package city.dure.merchants;

import java.util.List;
import java.util.Set;

/**
 * Which businesses somebody looks for; empty text and an empty set stand for any.
 *
 * @param text part of a name or address, in any spelling
 * @param category a category code
 * @param district a district code
 * @param also what another room asks of them
 */
public record MerchantFilter(
        String text,
        String category,
        String district,
        Set<MerchantStatus> statuses,
        Lack lack,
        Also also) {
    public MerchantFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Businesses wherever they lie. */
    public MerchantFilter(
            String text, String category, String district, Set<MerchantStatus> statuses) {
        this(text, category, district, statuses, Lack.NOT_ASKED, Also.ANYTHING);
    }

    /** The same of which something is missing. */
    public MerchantFilter lacking(Lack what) {
        return new MerchantFilter(text, category, district, statuses, what, also);
    }

    /** The same that meet one more condition. */
    public MerchantFilter and(Also condition) {
        return new MerchantFilter(text, category, district, statuses, lack, condition);
    }

    /**
     * A condition of another room.
     *
     * @param sql on the table {@code merchant}, true or false and never unknown; empty for none
     * @param values of its places, in their order
     */
    public record Also(String sql, List<Object> values) {
        static final Also ANYTHING = new Also("", List.of());

        public Also {
            values = List.copyOf(values);
        }
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
