package city.dure.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Hands a list out as a CSV file that Korean Excel opens and that runs no formula there. */
public final class CsvExport {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n].*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?");

    private CsvExport() {}

    /**
     * Streams the rows under the header as a file to download and closes them.
     *
     * @param filename with its extension; may be Korean
     */
    public static void write(
            HttpServletResponse response,
            String filename,
            List<String> header,
            Stream<List<String>> rows) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(filename, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (rows) {
            var out = response.getWriter();
            out.write(BYTE_ORDER_MARK);
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(CsvExport::safe).toList()));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell with an apostrophe before it where a spreadsheet would take it for a formula. */
    static String safe(String cell) {
        boolean formula = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}
