package city.dure.web;

/**
 * One choice of a list, of radio buttons or of checkboxes.
 *
 * @param value what is sent
 * @param label what is shown
 */
public record Option(String value, String label) {}
