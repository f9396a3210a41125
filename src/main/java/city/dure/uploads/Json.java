package city.dure.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Opens JSON of unknown people within bounds, and says what is wrong with it. */
final class Json {
    private static final int DEEPEST = 32;
    private static final int LONGEST_VALUE = 1 << 20;
    private static final int LONGEST_KEY = 500;
    private static final char BOM = '\uFEFF';

    private static final Pattern BEGINNING =
            Pattern.compile(
                    "\\uFEFF?\\s*(\\[\\s*([\\[{\\]\"\\d-].*)?|\\{\\s*([\"}].*)?)", Pattern.DOTALL);

    /** Keys are not remembered: a file may have a million different ones. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_VALUE)
                                    .maxNameLength(LONGEST_KEY)
                                    .build())
                    .build();

    private Json() {}

    /** Whether a file with this first line is JSON, and no table whose header has brackets. */
    static boolean begins(String line) {
        return BEGINNING.matcher(line).matches();
    }

    static JsonParser open(InputStream in, Encoding encoding) {
        try {
            var reader = new PushbackReader(new InputStreamReader(in, encoding.charset()));
            int first = reader.read();
            if (first >= 0 && first != BOM) {
                reader.unread(first);
            }
            return FACTORY.createParser(ObjectReadContext.empty(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the file cannot be read on, and where the reader stood. */
    static UploadRefused refused(JacksonException e, JsonParser json) {
        var at = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        int line = at.getLineNr();
        if (e instanceof StreamConstraintsException) {
            return UploadRefused.because("json.bounds", line, DEEPEST, LONGEST_VALUE, LONGEST_KEY);
        }
        return isCut(e)
                ? UploadRefused.because("json.cut", line)
                : UploadRefused.because("json.broken", line, at.getColumnNr());
    }

    /** After a comma the end of the file has no exception of its own. */
    private static boolean isCut(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                || String.valueOf(e.getOriginalMessage()).startsWith("Unexpected end-of-input");
    }
}
