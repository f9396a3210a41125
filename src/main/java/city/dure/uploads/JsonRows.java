package city.dure.uploads;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the objects of one array of a JSON file as rows, each key a column. */
final class JsonRows implements TableReader {
    static final int MOST_KEYS = 300;

    /** Stands in the cell of a value that has parts of its own. */
    private static final String PARTS = "{…}";

    private final JsonParser json;
    private final List<String> keys;
    private final RowFaults faults;
    private long no;

    /** Reads a stream from its first byte, up to where the array begins. */
    JsonRows(InputStream in, TableShape shape, List<String> keys) {
        this.keys = List.copyOf(keys);
        this.faults = new RowFaults(shape);
        this.json = Json.open(in, shape.encoding());
        try {
            for (int arrays = 0; arrays < shape.array(); ) {
                arrays += json.nextToken() == JsonToken.START_ARRAY ? 1 : 0;
            }
        } catch (JacksonException e) {
            throw Json.refused(e, json);
        }
    }

    /**
     * One element of the array.
     *
     * @param values by key; empty text for null
     * @param nested the keys of values that have parts of their own
     */
    record Element(long no, Map<String, String> values, Set<String> nested, @Nullable Fault fault) {
        /** Whether it is no object at all. */
        boolean stranger() {
            return fault != null && values.isEmpty();
        }

        /** Whether there is nothing in it; such a one is no row. */
        boolean blank() {
            return fault == null && values.values().stream().allMatch(String::isBlank);
        }
    }

    @Override
    public @Nullable TableRow next() {
        Element element;
        do {
            element = element();
        } while (element != null && element.blank());
        return element == null ? null : row(element);
    }

    /** The next element, whatever it is; null at the end of the array. */
    @Nullable Element element() {
        try {
            JsonToken token = json.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return null;
            }
            no++;
            if (token == JsonToken.START_OBJECT) {
                return object();
            }
            json.skipChildren();
            return new Element(no, Map.of(), Set.of(), Fault.of("json.no-object"));
        } catch (JacksonException e) {
            throw Json.refused(e, json);
        }
    }

    private Element object() {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> nested = new HashSet<>();
        Fault fault = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            if (json.currentToken().isStructStart()) {
                nested.add(key);
            }
            if (values.put(key, value()) != null) {
                fault = Fault.of("json.twice", key);
            }
            if (values.size() > MOST_KEYS) {
                throw UploadRefused.because("json.keys", no, MOST_KEYS);
            }
        }
        return new Element(no, values, nested, fault);
    }

    private String value() {
        JsonToken token = json.currentToken();
        if (token.isStructStart()) {
            json.skipChildren();
            return PARTS;
        }
        return token == JsonToken.VALUE_NULL ? "" : json.getString();
    }

    private TableRow row(Element element) {
        List<String> cells = new ArrayList<>();
        Set<Integer> nested = new HashSet<>();
        for (String key : keys) {
            if (element.nested().contains(key)) {
                nested.add(cells.size());
            }
            cells.add(element.values().getOrDefault(key, ""));
        }
        Fault fault = element.fault();
        return new TableRow(
                element.no(),
                cells,
                nested,
                fault == null ? faults.of(element.no(), cells) : fault);
    }

    @Override
    public void close() {
        json.close();
    }
}
