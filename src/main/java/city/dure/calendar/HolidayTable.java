package city.dure.calendar;

import city.dure.calendar.HolidayFile.Line;
import city.dure.uploads.TableRow;
import city.dure.uploads.UploadInspector;
import city.dure.uploads.UploadedTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table with a column of days and one of names; its first line may be a heading or a day. */
final class HolidayTable {
    private static final Pattern NAMES = Pattern.compile("(?i).*(명칭|이름|휴일명|name|summary|title).*");
    private static final Pattern NO_NAME = Pattern.compile("[\\d\\s.,:/-]*");

    private final UploadedTable table;
    private final int days;
    private final int names;

    private HolidayTable(UploadedTable table) {
        this.table = table;
        this.days = columns().filter(this::holdsDays).findFirst().orElse(-1);
        if (days < 0) {
            throw new HolidaysRefused("calendar.file.no-days");
        }
        this.names = names();
    }

    /**
     * The rows of a table.
     *
     * @throws HolidaysRefused when none of its columns holds days
     * @throws city.dure.uploads.UploadRefused when it is no table at all
     */
    static List<Line> read(byte[] file) throws IOException {
        var table = UploadInspector.inspect(() -> new ByteArrayInputStream(file));
        return new HolidayTable(table).lines(file);
    }

    private List<Line> lines(byte[] file) throws IOException {
        var lines = new ArrayList<Line>();
        if (HolidayFile.day(cell(table.header(), days)).isPresent()) {
            lines.add(line(1, table.header()));
        }
        try (var reader = table.reader(new ByteArrayInputStream(file))) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                lines.add(line(row.line(), row.cells()));
            }
        }
        return lines;
    }

    private Line line(long number, List<String> cells) {
        return new Line(
                number, HolidayFile.day(cell(cells, days)).orElse(null), cell(cells, names));
    }

    /** The column that says so in its heading; else the first one beside the days with words. */
    private int names() {
        return columns()
                .filter(i -> i != days && NAMES.matcher(cell(table.header(), i)).matches())
                .findFirst()
                .orElseGet(() -> columns().filter(this::holdsWords).findFirst().orElse(-1));
    }

    private boolean holdsDays(int column) {
        return rows().anyMatch(row -> HolidayFile.day(cell(row, column)).isPresent());
    }

    private boolean holdsWords(int column) {
        return column != days
                && rows().anyMatch(row -> !NO_NAME.matcher(cell(row, column)).matches());
    }

    /** What may be a day: the rows that were looked at, and the first line. */
    private Stream<List<String>> rows() {
        boolean heading =
                table.header().stream().noneMatch(each -> HolidayFile.day(each).isPresent());
        var rows = table.samples().stream().map(TableRow::cells);
        return heading ? rows : Stream.concat(Stream.of(table.header()), rows);
    }

    private Stream<Integer> columns() {
        return IntStream.range(0, table.header().size()).boxed();
    }

    private static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
