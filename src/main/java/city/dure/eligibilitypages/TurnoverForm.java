package city.dure.eligibilitypages;

import city.dure.eligibility.Turnover;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A year's turnover, as typed.
 *
 * @param operation makes it count once
 */
record TurnoverForm(UUID operation, @Nullable String year, @Nullable String won) {
    static TurnoverForm blank(int year) {
        return new TurnoverForm(UUID.randomUUID(), Integer.toString(year), "");
    }

    /** What was typed; empty, and the errors say why, when it is no turnover of these years. */
    Optional<Turnover> read(int oldest, int newest, Errors errors) {
        var typed = Optional.of(text(year)).filter(each -> each.matches("[0-9]{4}"));
        var known = typed.map(Integer::parseInt).filter(each -> each >= oldest && each <= newest);
        if (known.isEmpty()) {
            Object[] years = {Integer.toString(oldest), Integer.toString(newest)};
            errors.rejectValue("year", "eligibility.year.wrong", years, null);
        }
        var sum = KindForm.won(text(won)).filter(each -> each <= Turnover.LARGEST);
        if (sum.isEmpty()) {
            errors.rejectValue("won", "eligibility.won.wrong");
        }
        return known.flatMap(each -> sum.map(amount -> new Turnover(each, amount)));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
