package city.dure.listings;

import city.dure.city.DistrictMap;
import city.dure.shared.Spot;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Invents places in the districts of the demo city, which lies in the open sea: most of them around
 * the centre of their district, some missing and a few wrong, as on real lists.
 */
final class DemoPlaces {
    private static final double SOUTH = 36.46;
    private static final double WEST = 125.10;
    private static final double HEIGHT = 0.12;
    private static final double WIDTH = 0.21;
    private static final double TOWN = 0.005; // degrees, about half a kilometre
    private static final int MISSING_EVERY = 23;
    private static final int WRONG_EVERY = 71;
    private static final int SEED = 20261122;

    private final Random random = new Random(SEED);
    private final Map<String, Spot> centres = new HashMap<>();
    private final DistrictMap map;
    private int asked;

    DemoPlaces(DistrictMap map) {
        this.map = map;
    }

    /** A place in the district; nothing where it is missing, or while there are no outlines. */
    @Nullable Spot in(String district) {
        asked++;
        if (!map.drawn() || asked % MISSING_EVERY == 0) {
            return null;
        }
        if (asked % WRONG_EVERY == 0) {
            return new Spot(SOUTH - 0.03, WEST + random.nextDouble(WIDTH));
        }
        Spot centre = centres.computeIfAbsent(district, code -> anywhere(district));
        return random.nextInt(3) == 0 ? anywhere(district) : near(centre, district);
    }

    private Spot anywhere(String district) {
        return first(
                district,
                () -> new Spot(SOUTH + random.nextDouble(HEIGHT), WEST + random.nextDouble(WIDTH)));
    }

    private Spot near(Spot centre, String district) {
        return first(
                district,
                () ->
                        new Spot(
                                random.nextGaussian(centre.latitude(), TOWN),
                                random.nextGaussian(centre.longitude(), TOWN)));
    }

    private Spot first(String district, java.util.function.Supplier<Spot> next) {
        Spot spot = next.get();
        while (!district.equals(map.place(spot, null))) {
            spot = next.get();
        }
        return new Spot(metres(spot.latitude()), metres(spot.longitude()));
    }

    /** Six digits, as lists write them; that moves a place by less than a pace. */
    private static double metres(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
