package city.dure.shared;

/** A place on the earth in degrees of WGS84. */
public record Spot(double latitude, double longitude) {
    /** Whether it lies in the box around the land of South Korea, from Marado to Goseong, Dokdo. */
    public boolean inKorea() {
        return latitude >= 33.0 && latitude <= 38.7 && longitude >= 124.5 && longitude <= 132.0;
    }
}
