package city.dure.outlines;

import org.locationtech.jts.geom.Geometry;

/** A named area with its shape in WGS84, x being the longitude. */
public record Area(String code, String name, String nameEn, Geometry shape) {}
