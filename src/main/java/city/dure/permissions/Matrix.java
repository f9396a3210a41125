package city.dure.permissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All rows of {@code permissions.yaml}, found by path; what has no row is denied. */
public final class Matrix {
    private final List<MatrixRow> rows;
    private final List<Rule> rules;

    /** A matrix of these rows; of several patterns that match, the most specific one counts. */
    public Matrix(List<MatrixRow> rows) {
        this.rows = List.copyOf(rows);
        this.rules =
                rows.stream()
                        .flatMap(Rule::of)
                        .sorted(
                                Comparator.comparing(
                                        Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                        .toList();
        refuseTwoRowsForOnePattern();
    }

    /** Reads the file in the classpath. */
    public static Matrix read() {
        try (InputStream file = Matrix.class.getResourceAsStream("/permissions.yaml")) {
            return new Matrix(parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows, in the order of the file. */
    public List<MatrixRow> rows() {
        return rows;
    }

    /**
     * The row of a request, if any.
     *
     * @param method as sent; HEAD counts as GET
     * @param path without the context path, as sent
     */
    public Optional<MatrixRow> row(@Nullable String method, String path) {
        String asked = method == null || method.equals("HEAD") ? "GET" : method;
        PathContainer parsed = PathContainer.parsePath(path);
        return rules.stream()
                .filter(rule -> rule.method().equals(asked) && rule.pattern().matches(parsed))
                .findFirst()
                .map(Rule::row);
    }

    /** Whether there is a row for this path, whatever the method. */
    public boolean knows(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return rules.stream().anyMatch(rule -> rule.pattern().matches(parsed));
    }

    /** The row of this name, such as {@code merchants.finder}, if any. */
    public Optional<MatrixRow> row(String name) {
        return rows.stream()
                .filter(row -> (row.room() + "." + row.name()).equals(name))
                .findFirst();
    }

    private static List<MatrixRow> parse(@Nullable InputStream file) {
        var rows = new ArrayList<MatrixRow>();
        Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        MatrixRow.asMap(written)
                .forEach((room, places) ->
                        MatrixRow.asMap(places)
                                .forEach((name, row) ->
                                        rows.add(
                                                MatrixRow.read(room, name, MatrixRow.asMap(row)))));
        return rows;
    }

    private void refuseTwoRowsForOnePattern() {
        for (int i = 1; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (rules.get(i).same(rules.get(j))) {
                    throw new IllegalArgumentException(
                            "two rows for " + rules.get(i).method() + " " + rules.get(i).pattern());
                }
            }
        }
    }

    private record Rule(String method, PathPattern pattern, MatrixRow row) {
        static java.util.stream.Stream<Rule> of(MatrixRow row) {
            return row.paths().entrySet().stream()
                    .flatMap(entry ->
                            entry.getValue().stream()
                                    .map(path ->
                                            new Rule(
                                                    entry.getKey(),
                                                    PathPatternParser.defaultInstance.parse(path),
                                                    row)));
        }

        boolean same(Rule other) {
            return method.equals(other.method) && pattern.equals(other.pattern);
        }
    }
}
