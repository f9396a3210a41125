package city.dure.uploads;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table whose first line names its columns, the cells between delimiters. */
final class CsvRows implements TableReader {
    /** More lines than this in one row are a quotation mark that nobody closed. */
    static final int MOST_LINES = 100;

    /** Longer cells than this make fastcsv give up: again a quotation mark that nobody closed. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final CloseableIterator<CsvRecord> records;
    private final RowFaults faults;
    private long nextLine = 1;

    /** Reads a stream from its first byte, with or without a byte order mark. */
    CsvRows(InputStream in, TableShape shape) {
        faults = new RowFaults(shape);
        records =
                CsvReader.builder()
                        .fieldSeparator(shape.delimiter())
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(false)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(MOST_CHARACTERS)
                        .detectBomHeader(true)
                        .ofCsvRecord(in, shape.encoding().charset())
                        .iterator();
    }

    /**
     * The next row that is not blank; the first is the header. Null at the end.
     *
     * @throws UploadRefused when a quotation mark is not closed
     */
    @Override
    public @Nullable TableRow next() {
        TableRow row;
        do {
            row = read();
        } while (row != null && row.blank());
        return row;
    }

    private @Nullable TableRow read() {
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (CsvParseException e) {
            throw UploadRefused.because("file.quote", nextLine);
        }
    }

    private TableRow row(CsvRecord csv) {
        List<String> cells = csv.getFields();
        long line = csv.getStartingLineNumber();
        long ends = cells.stream().mapToLong(LineCounter::endsIn).sum();
        if (ends >= MOST_LINES) {
            throw UploadRefused.because("file.quote", line);
        }
        nextLine = line + ends + 1;
        return new TableRow(line, cells, faults.of(line, cells));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
