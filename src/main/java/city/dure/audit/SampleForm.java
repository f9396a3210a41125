package city.dure.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A random sample to draw, as it stands in the address; may hold wrong input.
 *
 * @param n how many entries
 * @param seed the whole number from which the choice is computed
 * @param size how many entries the ledger has or had, from which to draw
 */
record SampleForm(@Nullable String n, @Nullable String seed, @Nullable String size) {
    private static final int MOST = 500;
    private static final int USUAL = 25;

    /** A first proposal: of the whole ledger, under a seed nobody chose. */
    static SampleForm proposed(long seed, long size) {
        return new SampleForm(
                String.valueOf(Math.min(USUAL, size)), String.valueOf(seed), String.valueOf(size));
    }

    /** Whether nothing was asked yet. */
    boolean blank() {
        return n == null && seed == null && size == null;
    }

    /** Puts a sentence at each field from which nothing can be drawn. */
    void check(long sizeNow, BindingResult errors) {
        if (!between(n, 1, MOST)) {
            errors.rejectValue("n", "audit.sample.n.wrong");
        }
        if (!between(seed, Long.MIN_VALUE, Long.MAX_VALUE)) {
            errors.rejectValue("seed", "audit.sample.seed.wrong");
        }
        if (!between(size, 1, sizeNow)) {
            Object[] most = {sizeNow};
            errors.rejectValue("size", "audit.sample.size.wrong", most, null);
        }
    }

    private static boolean between(@Nullable String text, long least, long most) {
        try {
            long number = text == null ? least - 1 : Long.parseLong(text.trim());
            return text != null && number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    int count() {
        return Integer.parseInt(String.valueOf(n).trim());
    }

    long seedNumber() {
        return Long.parseLong(String.valueOf(seed).trim());
    }

    long sizeNumber() {
        return Long.parseLong(String.valueOf(size).trim());
    }
}
