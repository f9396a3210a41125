package city.dure.web;

/**
 * A link that a room puts into the navigation; people see it when they may open its page.
 *
 * @param place the group it stands in: {@code public}, {@code citizen}, {@code shop}, {@code
 *     office}, {@code desk}, {@code account} (beside the person's name) or {@code me} (on their
 *     page)
 * @param labelKey the message that names it
 * @param href the path of its page
 * @param order small numbers stand first
 */
public record MenuItem(String place, String labelKey, String href, int order) {}
