package city.dure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One history: a number belongs to one migration, whichever module it is of. */
class MigrationTests {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");

    @Test
    void numbersAreUnique() {
        var common = Sources.under(Path.of("db/migration"), "");
        for (String vendor : List.of("h2", "postgresql")) {
            var vendors = Sources.under(Path.of("db/vendor", vendor), "");
            assertThat(numbered(Stream.concat(common.stream(), vendors.stream()))).isNotEmpty();
        }
    }

    @Test
    void vendorsHaveTheSameNumbers() {
        assertThat(numbered(Sources.under(Path.of("db/vendor/h2"), ".sql").stream()).keySet())
                .isEqualTo(
                        numbered(Sources.under(Path.of("db/vendor/postgresql"), ".sql").stream())
                                .keySet());
    }

    @Test
    void noticesANumberTakenTwiceAndAnotherName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> numbered(paths("a/V7__x.sql", "b/V7__y.sql")));
        assertThatIllegalStateException().isThrownBy(() -> numbered(paths("a/V7_x.sql")));
        assertThat(numbered(paths("a/V7__x.sql", "b/V70__x.sql"))).hasSize(2);
    }

    private static Map<Integer, Path> numbered(Stream<Path> migrations) {
        var numbers = new TreeMap<Integer, Path>();
        migrations
                .filter(file -> file.toString().contains("."))
                .forEach(file -> {
                    var name = NAME.matcher(file.getFileName().toString());
                    if (!name.matches()) {
                        throw new IllegalStateException(file + " is no migration");
                    }
                    Path other = numbers.put(Integer.parseInt(name.group(1)), file);
                    if (other != null) {
                        throw new IllegalStateException(file + " and " + other);
                    }
                });
        return numbers;
    }

    private static Stream<Path> paths(String... names) {
        return Arrays.stream(names).map(Path::of);
    }
}
