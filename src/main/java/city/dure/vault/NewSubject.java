package city.dure.vault;

import java.util.Map;

/**
 * What is to be kept of somebody or something that the vault does not know yet.
 *
 * @param values by field, to be sealed
 * @param marks by field, the texts by which it can be found; never kept themselves
 */
public record NewSubject(String subject, Map<String, String> values, Map<String, String> marks) {
    /** Tells whose it is, and nothing of it. */
    @Override
    public String toString() {
        return "NewSubject[" + subject + "]";
    }
}
