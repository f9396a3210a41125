package city.dure.listings;

import city.dure.imports.ImportRow;
import city.dure.imports.RowNote;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a row of a list into a business, and says what could not be taken over as it stands. */
@Component
class BusinessRows {
    /** So many buildings at exactly one point are a wrong point, not a neighbourhood. */
    static final int CROWD = 10;

    private static final int PHONE_AT_MOST = 40;
    private static final int POSTCODE_AT_MOST = 10;
    private static final int CATEGORY_AT_MOST = 100;

    private final Places places;
    private final ListKeys keys;

    BusinessRows(Places places, ListKeys keys) {
        this.places = places;
        this.keys = keys;
    }

    Listing listing(String source, ImportRow row) {
        boolean closed = isClosed(row);
        var closedOn = closed ? Cells.date(row.get(Columns.CLOSED_ON)).orElse(null) : null;
        return new Listing(keys.stored(source, row), business(row), closed, closedOn);
    }

    /** What an official should know about a row; how it is listed only where the list does that. */
    List<RowNote> notes(ImportRow row, boolean merchant) {
        var notes = new ArrayList<RowNote>();
        if (!merchant) {
            listed(notes, row);
        }
        String number = row.get(Columns.NUMBER);
        if (!number.isEmpty() && Cells.businessNumber(number).isEmpty()) {
            notes.add(new RowNote(Columns.NUMBER, "", "listings.note.number", List.of()));
        }
        return notes;
    }

    private void listed(List<RowNote> notes, ImportRow row) {
        if (isClosed(row)) {
            notes.add(RowNote.on(row, Columns.STATE, "listings.note.closed"));
        }
        unknownCategory(row).ifPresent(notes::add);
        if (Point.isTold(row) && point(row).isEmpty()) {
            notes.add(withoutPoint(row));
        }
        leftOut(notes, row, Columns.PHONE, PHONE_AT_MOST);
        leftOut(notes, row, Columns.POSTCODE, POSTCODE_AT_MOST);
    }

    static boolean isClosed(ImportRow row) {
        String state = Cells.text(row.get(Columns.STATE));
        return state.contains("폐업")
                || state.contains("말소")
                || state.equals("03")
                || Cells.date(row.get(Columns.CLOSED_ON)).isPresent();
    }

    private Business business(ImportRow row) {
        var road = Cells.optional(row.get(Columns.ROAD));
        var lot = Cells.optional(row.get(Columns.LOT));
        String category = categoryText(row);
        var point = point(row);
        return new Business(
                Cells.text(row.get(Columns.NAME)),
                places.category(Cells.category(row.get(Columns.DETAIL)), category),
                Cells.optional(category),
                places.district(point.orElse(null), road, lot),
                road,
                lot,
                fitting(row, Columns.POSTCODE, POSTCODE_AT_MOST).orElse(null),
                fitting(row, Columns.PHONE, PHONE_AT_MOST).orElse(null),
                point.map(Point::latitude).orElse(null),
                point.map(Point::longitude).orElse(null));
    }

    /** Tells words that no category of the city is called; a row without any says nothing. */
    private Optional<RowNote> unknownCategory(ImportRow row) {
        String text = categoryText(row);
        if (text.isEmpty() || places.knows(Cells.category(row.get(Columns.DETAIL)), text)) {
            return Optional.empty();
        }
        boolean detailed = Cells.category(row.get(Columns.CATEGORY)).isEmpty();
        String column = detailed ? Columns.DETAIL : Columns.CATEGORY;
        return Optional.of(RowNote.on(row, column, "listings.note.category"));
    }

    private static String categoryText(ImportRow row) {
        String text = Cells.category(row.get(Columns.CATEGORY));
        String category = text.isEmpty() ? Cells.category(row.get(Columns.DETAIL)) : text;
        return category.substring(0, Math.min(category.length(), CATEGORY_AT_MOST));
    }

    private static Optional<Point> point(ImportRow row) {
        return Point.of(row).filter(Point::inKorea).filter(point -> row.sharing() < CROWD);
    }

    private static RowNote withoutPoint(ImportRow row) {
        String column = row.get(Columns.POINT).isEmpty() ? Columns.LATITUDE : Columns.POINT;
        var point = Point.of(row);
        if (point.isEmpty()) {
            return RowNote.on(row, column, "listings.note.unreadable_point");
        }
        return point.get().inKorea()
                ? crowded(column, point.get(), row.sharing())
                : new RowNote(column, point.get().written(), "listings.note.far_away", List.of());
    }

    private static RowNote crowded(String column, Point point, int sharing) {
        return new RowNote(
                column,
                point.written(),
                "listings.note.crowded",
                List.of(Integer.toString(sharing)));
    }

    private static Optional<String> fitting(ImportRow row, String column, int atMost) {
        return Optional.ofNullable(Cells.optional(row.get(column)))
                .filter(text -> text.length() <= atMost);
    }

    private static void leftOut(List<RowNote> notes, ImportRow row, String column, int atMost) {
        if (Cells.text(row.get(column)).length() > atMost) {
            notes.add(RowNote.on(row, column, "listings.note.left_out", Integer.toString(atMost)));
        }
    }
}
