package city.dure.residentlists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** People who are nowhere, by their number. */
final class MadeUpResidents {
    private static final List<String> DISTRICTS = List.of("hosu", "narae", "dure", "dalbit");

    private MadeUpResidents() {}

    /** Writes a list of so many, no two of them alike. */
    static void write(Path file, int people) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(ListsOfResidents.HEADER);
            for (int i = 0; i < people; i++) {
                out.write(
                        "%s,%s,%s,r%d@example.com,\"한들시 물빛로 %d, %d호\",%s,2019-04-02\n"
                                .formatted(
                                        name(i),
                                        birth(i),
                                        phone(i),
                                        i,
                                        i / 50,
                                        i % 50,
                                        DISTRICTS.get(i % DISTRICTS.size())));
            }
        }
    }

    static String name(int i) {
        return "김" + (char) ('가' + i % 5_000) + (char) ('가' + i / 5_000 % 5_000);
    }

    static LocalDate birth(int i) {
        return LocalDate.of(1940, 1, 1).plusDays(i * 7_919L % 25_000);
    }

    static String phone(int i) {
        return "0100%07d".formatted(i);
    }
}
