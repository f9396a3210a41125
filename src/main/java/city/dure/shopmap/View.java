package city.dure.shopmap;

import static java.util.Objects.requireNonNullElse;

import city.dure.merchants.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The part of the map that a screen shows; what is no part of a map counts as the whole country.
 *
 * @param zoom as map programs count: 0 is the whole earth on 256 pixels, each step doubles that
 */
record View(
        @Nullable Double south,
        @Nullable Double west,
        @Nullable Double north,
        @Nullable Double east,
        @Nullable Integer zoom) {
    private static final Figures.Box COUNTRY = new Figures.Box(33, 124.5, 38.7, 132);
    private static final double TILE = 256;
    private static final double SQUARE = 64; // pixels, room for one circle with its number
    private static final int DEEPEST = 19;

    /** However small the squares: no more of them than this fit beside one another. */
    private static final int ABREAST = 32;

    Figures.Box box() {
        if (south == null || west == null || north == null || east == null) {
            return COUNTRY;
        }
        boolean sound = south < north && west < east && north - south < 20 && east - west < 30;
        return sound ? new Figures.Box(south, west, north, east) : COUNTRY;
    }

    /** The width of a square in degrees. */
    double wide() {
        int deep = Math.clamp(requireNonNullElse(zoom, 0), 0, DEEPEST);
        double wide = 360 * SQUARE / (TILE * (1 << deep));
        return Math.max(wide, (box().east() - box().west()) / ABREAST);
    }

    /** The height of a square in degrees: the same in pixels, at the latitude shown. */
    double high() {
        double middle = Math.toRadians((box().south() + box().north()) / 2);
        return Math.max(wide() * Math.cos(middle), (box().north() - box().south()) / ABREAST);
    }
}
