/**
 * Outlines of areas: reads and checks a GeoJSON file, finds the area of a place, draws for the
 * screen. Knows neither city nor database.
 */
@ApplicationModule(
        displayName = "Outlines",
        allowedDependencies = {"shared"})
@NullMarked
package city.dure.outlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
