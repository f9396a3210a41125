package city.dure.listings;

import city.dure.imports.ImportRow;
import city.dure.shared.Spot;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a row says a business is, in degrees of WGS84. */
record Point(double latitude, double longitude) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");
    private static final Pattern BOTH =
            Pattern.compile("\\D*?(-?\\d{1,3}\\.\\d{1,20})[,\\s]+(-?\\d{1,3}\\.\\d{1,20})\\D*");

    /** What stands in the row, if it can be read as a point; the two may stand in one cell. */
    static Optional<Point> of(ImportRow row) {
        String latitude = row.get(Columns.LATITUDE);
        String longitude = row.get(Columns.LONGITUDE);
        if (NUMBER.matcher(latitude).matches() && NUMBER.matcher(longitude).matches()) {
            return Optional.of(
                    new Point(Double.parseDouble(latitude), Double.parseDouble(longitude)));
        }
        var both = BOTH.matcher(row.get(Columns.POINT));
        return both.matches()
                ? Optional.of(
                        new Point(
                                Double.parseDouble(both.group(1)),
                                Double.parseDouble(both.group(2))))
                : Optional.empty();
    }

    /** Whether a row says anything about where it is. */
    static boolean isTold(ImportRow row) {
        return !(row.get(Columns.LATITUDE) + row.get(Columns.LONGITUDE) + row.get(Columns.POINT))
                .isEmpty();
    }

    /** Whether it can be meant at all. */
    boolean inKorea() {
        return spot().inKorea();
    }

    /** The same, as other rooms know it. */
    Spot spot() {
        return new Spot(latitude, longitude);
    }

    /** Equal for equal points. */
    String written() {
        return latitude + "," + longitude;
    }
}
