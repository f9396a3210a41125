package city.dure.outlines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads outlines from a GeoJSON file (RFC 7946) while it streams by, and stops at the first thing
 * that is wrong or too much, so that a file of any size costs no more than a sound one.
 */
public final class OutlineReader {
    /** The most areas a file may have; all of Gyeonggi has 551. */
    public static final int MOST_OUTLINES = 2_000;

    /** The most points all areas may have together; those of all of Gyeonggi have some 30,000. */
    public static final int MOST_POINTS = 500_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(32)
                                    .maxNameLength(500)
                                    .maxStringLength(100_000)
                                    .maxNumberLength(100)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final FeatureReader features;
    private final List<Outline> outlines = new ArrayList<>();
    private @Nullable String type;
    private boolean listed;

    private OutlineReader(JsonParser parser) {
        this.parser = parser;
        this.features = new FeatureReader(parser);
    }

    /**
     * Reads the file to its end and closes it.
     *
     * @throws OutlinesRefused when it gives no usable outlines
     */
    public static OutlineFile read(InputStream file) throws IOException {
        try (var in = new BufferedInputStream(file)) {
            refuseOtherFormats(in);
            return new OutlineReader(JSON.createParser(text(in))).read();
        } catch (UnexpectedEndOfInputException e) {
            throw OutlinesRefused.because("cut", e.getLocation().getLineNr());
        } catch (StreamConstraintsException e) { // Nested deeper, or a text longer, than any map's.
            throw OutlinesRefused.because("not_geojson");
        } catch (JacksonIOException e) {
            throw unreadable(e);
        } catch (JacksonException e) {
            throw OutlinesRefused.because(
                    "not_json", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        }
    }

    private OutlineFile read() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw OutlinesRefused.because("not_geojson");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            member(name, value);
        }
        if (!listed) {
            throw OutlinesRefused.because(features.isType(type) ? "single" : "not_geojson");
        }
        if (outlines.isEmpty()) {
            throw OutlinesRefused.because("none");
        }
        new Neighbours(outlines).check();
        return new OutlineFile(outlines, features.points());
    }

    private void member(String name, JsonToken value) {
        switch (name) {
            case "type" -> {
                type = parser.getValueAsString("");
                if (type.equals("Topology")) {
                    throw OutlinesRefused.because("topojson");
                }
            }
            case "arcs" -> throw OutlinesRefused.because("topojson");
            case "crs" -> features.reference(value);
            case "features" -> list(value);
            default -> parser.skipChildren();
        }
    }

    private void list(JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw OutlinesRefused.because("not_geojson");
        }
        listed = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (outlines.size() == MOST_OUTLINES) {
                throw OutlinesRefused.because("too_many", MOST_OUTLINES);
            }
            outlines.add(features.read(outlines.size() + 1));
        }
    }

    /** Tells by their first byte what people mistake for GeoJSON. */
    private static void refuseOtherFormats(BufferedInputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        switch (first) {
            case -1 -> throw OutlinesRefused.because("empty_file");
            case 'P' -> throw OutlinesRefused.because("zip");
            case '<' -> throw OutlinesRefused.because("xml");
            default -> {}
        }
    }

    private static InputStreamReader text(BufferedInputStream in) throws IOException {
        in.mark(3);
        var mark = new String(in.readNBytes(3), StandardCharsets.UTF_8);
        if (mark.isEmpty() || mark.charAt(0) != BYTE_ORDER_MARK) {
            in.reset();
        }
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static RuntimeException unreadable(JacksonIOException e) {
        return e.getCause() instanceof CharacterCodingException
                ? OutlinesRefused.because("encoding")
                : e;
    }
}
