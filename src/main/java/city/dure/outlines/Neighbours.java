package city.dure.outlines;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Makes sure that areas lie beside one another: a file that holds a city and its districts, or two
 * years of them, would put each place into several.
 */
final class Neighbours {
    /** Borders drawn by hand overlap by slivers; this part of the smaller area is more. */
    private static final double SLIVER = 0.01;

    private final List<Outline> outlines;
    private final STRtree tree = new STRtree();

    Neighbours(List<Outline> outlines) {
        this.outlines = outlines;
        outlines.forEach(one -> tree.insert(one.shape().getEnvelopeInternal(), one));
    }

    void check() {
        for (Outline one : outlines) {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(one.shape());
            tree.query(
                    one.shape().getEnvelopeInternal(),
                    found -> check(one, prepared, (Outline) found));
        }
    }

    private static void check(Outline one, PreparedGeometry prepared, Outline other) {
        if (other.number() > one.number()
                && prepared.intersects(other.shape())
                && overlap(one.shape(), other.shape()) > SLIVER) {
            throw OutlinesRefused.because("overlap", one.label(), other.label());
        }
    }

    private static double overlap(Geometry one, Geometry other) {
        double both = OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea();
        return both / Math.min(one.getArea(), other.getArea());
    }
}
