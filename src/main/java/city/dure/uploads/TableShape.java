package city.dure.uploads;

/**
 * How to read a list.
 *
 * @param delimiter what stands between cells
 * @param columns how many cells the header has
 */
public record TableShape(Encoding encoding, char delimiter, int columns) {}
