package city.dure.uploads;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds the array of a JSON file that is the list, also where it is wrapped as open APIs do it: the
 * one whose objects hold the most values between them. Holds no more than what is open at a time.
 */
final class JsonList {
    private final Deque<Level> open = new ArrayDeque<>();
    private int arrays;
    private int best;
    private long most;
    private long elements;

    private JsonList() {}

    private static final class Level {
        /** Its number among the arrays; 0 for an object. */
        final int array;

        long values;

        Level(int array) {
            this.array = array;
        }
    }

    /**
     * Reads the file to its end.
     *
     * @throws UploadRefused when it is no JSON, or has no list of objects
     */
    static int in(JsonParser json) {
        try {
            return new JsonList().find(json);
        } catch (JacksonException e) {
            throw Json.refused(e, json);
        }
    }

    private int find(JsonParser json) {
        boolean begun = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (begun && open.isEmpty()) {
                throw UploadRefused.because(
                        "json.several", json.currentTokenLocation().getLineNr());
            }
            begun = true;
            accept(token);
        }
        if (best == 0) {
            String reason = arrays == 0 ? "no-list" : elements == 0 ? "nothing" : "no-objects";
            throw UploadRefused.because("json." + reason);
        }
        return best;
    }

    private void accept(JsonToken token) {
        switch (token) {
            case START_ARRAY -> {
                count();
                open.push(new Level(++arrays));
            }
            case START_OBJECT -> {
                count();
                open.push(new Level(0));
            }
            case END_OBJECT, END_ARRAY -> close(open.pop());
            case PROPERTY_NAME -> {}
            default -> {
                count();
                value();
            }
        }
    }

    private void count() {
        Level inside = open.peek();
        elements += inside != null && inside.array > 0 ? 1 : 0;
    }

    /** A value counts for the list in whose object it stands. */
    private void value() {
        Level inside = open.peek();
        if (inside != null && inside.array == 0) {
            inside.values++;
        }
    }

    private void close(Level closed) {
        if (closed.array == 0) {
            Level list = open.peek();
            if (list != null && list.array > 0) {
                list.values += closed.values;
            }
        } else if (closed.values > most) {
            most = closed.values;
            best = closed.array;
        }
    }
}
