package city.dure.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;

/** Hands a list out as a CSV file that Korean Excel opens and that runs no formula there. */
public final class CsvExport {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n].*");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?");

    private CsvExport() {}

    /**
     * Streams the rows under the header as a file to download and closes them.
     *
     * @param filename with its extension; may be Korean. A browser that cannot read that gets a
     *     name made of the address that was asked for.
     */
    public static void write(
            HttpServletResponse response,
            String filename,
            List<String> header,
            Stream<List<String>> rows) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, disposition(filename, plainName(path())));
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

    /** RFC 6266: the plain name first, and the real one for whoever understands it. */
    private static String disposition(String filename, String plainName) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(plainName, UriUtils.encode(filename, StandardCharsets.UTF_8));
    }

    /** The words of a path without ids, such as {@code office-imports-rows.csv}. */
    static String plainName(String path) {
        String words =
                Arrays.stream(path.replaceFirst("\\.csv$", "").split("/"))
                        .filter(word -> WORD.matcher(word).matches())
                        .collect(Collectors.joining("-"));
        return (words.isEmpty() ? "list" : words) + ".csv";
    }

    private static String path() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getRequestURI()
                : "";
    }

    /** The cell with an apostrophe before it where a spreadsheet would take it for a formula. */
    static String safe(String cell) {
        boolean formula = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}
