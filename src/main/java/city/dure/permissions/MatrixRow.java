package city.dure.permissions;

import city.dure.shared.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place or action, and who may be there or do it.
 *
 * @param room the room it belongs to
 * @param name unique in its room; its text is the message {@code <room>.place.<name>}
 * @param paths path patterns under their method; empty for an action without a page of its own
 * @param cells what each role may, in the order in which the acting role is chosen
 * @param scope what a machine's token must be good for besides; null for no more than its role
 */
public record MatrixRow(
        String room,
        String name,
        Map<String, List<String>> paths,
        Map<Role, Cell> cells,
        @Nullable String scope) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** The message that names this row to people. */
    public String label() {
        return room + ".place." + name;
    }

    /** The cell of a role; a cell of {@code anyone} holds for every role. */
    public @Nullable Cell cell(Role role) {
        Cell own = cells.get(role);
        return own != null ? own : cells.get(Role.ANYONE);
    }

    /** The role in which somebody acts here, if one of the roles held may. */
    Optional<Role> acting(List<Role> held) {
        Optional<Role> named = cells.keySet().stream().filter(held::contains).findFirst();
        return named.or(() ->
                cells.containsKey(Role.ANYONE)
                        ? Optional.of(held.isEmpty() ? Role.ANYONE : held.getFirst())
                        : Optional.empty());
    }

    static MatrixRow read(String room, String name, Map<String, Object> written) {
        var paths = new LinkedHashMap<String, List<String>>();
        var cells = new LinkedHashMap<Role, Cell>();
        written.forEach((key, value) -> {
            if (METHODS.contains(key)) {
                paths.put(key, texts(value));
            } else if (key.equals("cells")) {
                asMap(value).forEach((code, cell) -> cells.put(role(code), Cell.of(cell)));
            } else if (!key.equals("scope")) {
                throw new IllegalArgumentException(
                        room + "." + name + ": '" + key + "' is no method, not cells and no scope");
            }
        });
        return new MatrixRow(room, name, paths, cells, (String) written.get("scope"));
    }

    private static Role role(String code) {
        return Role.of(code)
                .orElseThrow(() -> new IllegalArgumentException("no role '" + code + "'"));
    }

    private static List<String> texts(Object value) {
        var texts = new ArrayList<String>();
        if (value instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        } else {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("'" + value + "' is no map");
    }
}
