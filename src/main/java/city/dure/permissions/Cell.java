package city.dure.permissions;

/** What a role may at a place: everything there, or only what is its own. */
public enum Cell {
    YES,
    OWN;

    static Cell of(Object written) {
        // YAML 1.1 reads a bare yes as true.
        return switch (String.valueOf(written)) {
            case "true", "yes" -> YES;
            case "own" -> OWN;
            default ->
                    throw new IllegalArgumentException(
                            "a cell says yes or own, not '" + written + "'");
        };
    }
}
