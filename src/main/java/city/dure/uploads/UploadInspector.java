package city.dure.uploads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks an uploaded list over, from its first byte to its last, before anything is kept of it. */
public final class UploadInspector {
    static final int SAMPLES = 5;
    private static final int MOST_COLUMNS = 300;
    private static final int LONGEST_HEADER = 1 << 16;

    private UploadInspector() {}

    /** Opens the file anew each time. */
    public interface Source {
        /** The file from its first byte. */
        InputStream open() throws IOException;
    }

    /**
     * Finds out what the file is and how it is to be read.
     *
     * @throws UploadRefused when it cannot be read as a list; the reason names the line
     */
    public static UploadedTable inspect(Source source) throws IOException {
        ByteFacts facts;
        try (InputStream in = source.open()) {
            facts = ByteFacts.of(in);
        }
        String start = headerLine(source, facts.encoding());
        return Json.begins(start)
                ? JsonInspection.of(source, facts)
                : delimited(source, facts, Delimiters.in(start));
    }

    private static UploadedTable delimited(Source source, ByteFacts facts, char delimiter)
            throws IOException {
        TableShape shape = shape(source, facts.encoding(), delimiter);
        try (var reader = new CsvRows(source.open(), shape)) {
            return table(reader, shape, facts);
        }
    }

    private static TableShape shape(Source source, Encoding encoding, char delimiter)
            throws IOException {
        var unknown = TableShape.delimited(encoding, delimiter, 1);
        try (var reader = new CsvRows(source.open(), unknown)) {
            TableRow header = reader.next();
            if (header == null) {
                throw UploadRefused.because("file.empty");
            }
            int columns = header.cells().size();
            if (columns < 2 || columns > MOST_COLUMNS) {
                throw UploadRefused.because("file.columns", columns, MOST_COLUMNS);
            }
            return TableShape.delimited(encoding, delimiter, columns);
        }
    }

    private static UploadedTable table(CsvRows reader, TableShape shape, ByteFacts facts) {
        TableRow header = reader.next();
        List<TableRow> samples = new ArrayList<>();
        TableRow misfit = null;
        long misfits = 0;
        long rows = 0;
        for (TableRow row = reader.next(); row != null; row = reader.next()) {
            rows++;
            if (row.cells().size() != shape.columns()) {
                misfit = misfit == null ? row : misfit;
                misfits++;
            } else if (samples.size() < SAMPLES) {
                samples.add(row);
            }
        }
        refuseUseless(shape, rows, misfits, misfit);
        return new UploadedTable(
                shape,
                header == null ? List.of() : header.cells(),
                samples,
                facts.bytes(),
                facts.sha256(),
                facts.lines(),
                rows);
    }

    private static void refuseUseless(
            TableShape shape, long rows, long misfits, @Nullable TableRow misfit) {
        if (rows == 0) {
            throw UploadRefused.because("file.only-header");
        }
        if (misfit != null && misfits * 2 > rows) {
            throw UploadRefused.because(
                    "file.misfits",
                    shape.columns(),
                    rows,
                    misfits,
                    misfit.line(),
                    misfit.cells().size());
        }
    }

    private static String headerLine(Source source, Encoding encoding) throws IOException {
        try (var in = source.open();
                var reader = new BufferedReader(new InputStreamReader(in, encoding.charset()))) {
            var line = new StringBuilder();
            int c = reader.read();
            while (c >= 0 && line.length() < LONGEST_HEADER && !(isEnd(c) && !isBlank(line))) {
                line.append((char) c);
                c = reader.read();
            }
            return line.toString();
        }
    }

    private static boolean isEnd(int c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(StringBuilder line) {
        return line.toString().isBlank();
    }
}
