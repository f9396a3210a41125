package city.dure.uploads;

/**
 * How to read a list.
 *
 * @param delimiter what stands between cells; a comma in JSON
 * @param columns how many cells the header has, or how many different keys the objects of JSON
 * @param array which array of a JSON file is the list, counted from 1 as they begin; 0 of a table
 *     with delimiters
 */
public record TableShape(Encoding encoding, char delimiter, int columns, int array) {
    /** A table with delimiters. */
    static TableShape delimited(Encoding encoding, char delimiter, int columns) {
        return new TableShape(encoding, delimiter, columns, 0);
    }

    /** An array of a JSON file. */
    static TableShape json(Encoding encoding, int array, int keys) {
        return new TableShape(encoding, ',', keys, array);
    }

    /** Whether it is an array of JSON objects, which have numbers and no lines. */
    public boolean isJson() {
        return array > 0;
    }
}
