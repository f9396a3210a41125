package city.dure.uploads;

import city.dure.uploads.UploadInspector.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks a JSON file over: where its list is, which keys its objects have, how many they are. */
final class JsonInspection {
    private final Set<String> keys = new LinkedHashSet<>();
    private long rows;
    private long strangers;
    private long firstStranger;

    private JsonInspection() {}

    static UploadedTable of(Source source, ByteFacts facts) throws IOException {
        int array;
        try (var json = Json.open(source.open(), facts.encoding())) {
            array = JsonList.in(json);
        }
        var seen = new JsonInspection();
        try (var list = reader(source, TableShape.json(facts.encoding(), array, 0), List.of())) {
            seen.through(list);
        }
        seen.refuseUseless();
        var header = List.copyOf(seen.keys);
        TableShape shape = TableShape.json(facts.encoding(), array, header.size());
        return new UploadedTable(
                shape,
                header,
                samples(source, shape, header),
                facts.bytes(),
                facts.sha256(),
                facts.lines(),
                seen.rows);
    }

    private void through(JsonRows list) {
        for (var element = list.element(); element != null; element = list.element()) {
            keys.addAll(element.values().keySet());
            if (keys.size() > JsonRows.MOST_KEYS) {
                throw UploadRefused.because("json.keys", element.no(), JsonRows.MOST_KEYS);
            }
            if (element.stranger()) {
                strangers++;
                firstStranger = firstStranger == 0 ? element.no() : firstStranger;
            }
            rows += element.blank() ? 0 : 1;
        }
    }

    private void refuseUseless() {
        if (strangers * 2 > rows) {
            throw UploadRefused.because("json.mixed", rows, strangers, firstStranger);
        }
        if (keys.size() < 2) {
            throw UploadRefused.because("json.columns", keys.size());
        }
    }

    private static List<TableRow> samples(Source source, TableShape shape, List<String> header)
            throws IOException {
        List<TableRow> samples = new ArrayList<>();
        try (var list = reader(source, shape, header)) {
            @Nullable TableRow row = list.next();
            for (; row != null && samples.size() < UploadInspector.SAMPLES; row = list.next()) {
                samples.add(row);
            }
        }
        return samples;
    }

    private static JsonRows reader(Source source, TableShape shape, List<String> header)
            throws IOException {
        return new JsonRows(source.open(), shape, header);
    }
}
