package city.dure.imports;

import java.util.List;

/**
 * A column that a target can use.
 *
 * @param name its name inside the portal, by which {@link ImportRow#get} gives the value
 * @param labelKey message key of what people call it
 * @param required whether a list without it cannot be used
 * @param published whether its values can be seen by everybody once they are taken over
 * @param headers the names under which known lists carry it; compared without spaces, case and
 *     punctuation
 */
public record ImportColumn(
        String name, String labelKey, boolean required, boolean published, List<String> headers) {
    public ImportColumn {
        headers = List.copyOf(headers);
    }
}
