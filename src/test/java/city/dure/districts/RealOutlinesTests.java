package city.dure.districts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.dure.outlines.Area;
import city.dure.outlines.Areas;
import city.dure.outlines.Outline;
import city.dure.shared.Spot;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The real businesses of Goyang in its real districts, both read where they lie. */
class RealOutlinesTests {
    private static final Path BUSINESSES =
            Path.of("../shared/data/merchants/goyang-licensed-businesses.csv");
    private static final GeometryFactory POINTS = new GeometryFactory();

    @Test
    void everyBusinessOfGoyangLiesInOneDistrictOrInNone() throws IOException {
        var outlines =
                DistrictUploads.read(TestOutlines.real("goyang-dong-2021.geojson")).outlines();
        var areas = new Areas(outlines.stream().map(RealOutlinesTests::area).toList());
        int one = 0;
        int none = 0;
        for (Spot spot : spots()) {
            var point = POINTS.createPoint(new Coordinate(spot.longitude(), spot.latitude()));
            var around = outlines.stream().filter(each -> each.shape().covers(point)).toList();
            assertThat(around).as("districts around %s", spot).hasSizeLessThanOrEqualTo(1);
            assertThat(areas.at(spot))
                    .isEqualTo(around.stream().map(RealOutlinesTests::code).findFirst());
            one += around.size();
            none += around.isEmpty() ? 1 : 0;
        }
        assertThat(one).isEqualTo(1_203);
        assertThat(none).isEqualTo(33);
    }

    private static Area area(Outline outline) {
        return new Area(code(outline), outline.label(), outline.label(), outline.shape());
    }

    private static String code(Outline outline) {
        return String.valueOf(outline.properties().get("adm_cd2"));
    }

    private static List<Spot> spots() throws IOException {
        assumeTrue(Files.exists(BUSINESSES), "no " + BUSINESSES + ": the real lists are not here");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(BUSINESSES)) {
            return rows.stream().map(RealOutlinesTests::spot).toList();
        }
    }

    private static Spot spot(NamedCsvRecord row) {
        return new Spot(
                Double.parseDouble(row.getField("위도")), Double.parseDouble(row.getField("경도")));
    }
}
