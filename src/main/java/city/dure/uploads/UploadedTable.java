package city.dure.uploads;

import java.io.InputStream;
import java.util.List;

/**
 * What an uploaded list was found to be.
 *
 * @param header the cells of its first line; of JSON the keys, as they first occur
 * @param samples its first rows
 * @param bytes its size
 * @param sha256 its SHA-256 in hexadecimal
 * @param lines how many lines it has, the header included
 * @param rows how many rows it has under the header, blank ones not counted
 */
public record UploadedTable(
        TableShape shape,
        List<String> header,
        List<TableRow> samples,
        long bytes,
        String sha256,
        long lines,
        long rows) {
    /** The most lines an old Excel file holds. */
    private static final long OLD_EXCEL_LINES = 65_536;

    /** The most lines an Excel sheet holds today. */
    private static final long EXCEL_LINES = 1_048_576;

    public UploadedTable {
        header = List.copyOf(header);
        samples = List.copyOf(samples);
    }

    /** The cells of its first rows. */
    public List<List<String>> cells() {
        return samples.stream().map(TableRow::cells).toList();
    }

    /** Whether it has exactly as many lines as Excel keeps, so that the rest may have been cut. */
    public boolean mayBeCut() {
        return !shape.isJson() && (lines == OLD_EXCEL_LINES || lines == EXCEL_LINES);
    }

    /** Reads the rows under the header again, from the first byte of the same file. */
    public TableReader reader(InputStream file) {
        if (shape.isJson()) {
            return new JsonRows(file, shape, header);
        }
        var rows = new CsvRows(file, shape);
        rows.next();
        return rows;
    }
}
