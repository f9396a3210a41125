package city.dure.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a shop is told about the money it may accept.
 *
 * @param answers one for each kind of money, as {@link Reasons} puts it into a sentence
 * @param declared the turnover that was declared for the newest year; null when none was
 * @param due the year for which a turnover is due, the last full one
 */
public record Standing(List<Answer> answers, @Nullable Turnover declared, int due) {
    public Standing {
        answers = List.copyOf(answers);
    }

    /** Whether the turnover of the last full year was declared. */
    public boolean upToDate() {
        return declared != null && declared.year() >= due;
    }
}
