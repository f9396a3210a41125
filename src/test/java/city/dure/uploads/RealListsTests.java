package city.dure.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real public lists of the shared folder, read in place; skipped where it is not there. */
class RealListsTests {
    private static final Path DATA = Path.of("../shared/data");

    @ParameterizedTest
    @CsvSource({
        "merchants/goyang-licensed-businesses.csv, UTF_8, 11, 1236, false",
        "merchants/goyang-pension-workplaces.csv, UTF_8, 22, 428, false",
        "merchants/gyeonggi-signature-restaurants.csv, UTF_8, 9, 137, false",
        "merchants/seoul-goodprice-shops-cp949.csv, CP949, 12, 1867, false",
        "merchants/seoul-food-premises-10k.csv.gz, UTF_8, 11, 10000, false",
        "transit/gyeonggi-bus-stops-cp949.csv.gz, CP949, 10, 34585, false",
        "transit/chuncheon-bus-boardings-20251209-cp949.csv.gz, CP949, 9, 65535, true",
        "transit/chuncheon-bus-stops-20260326-cp949.csv, CP949, 7, 1890, false",
        "transit/chuncheon-bus-routes-20260721.csv, UTF_8, 8, 224, false",
        "statistics/gyeonggi-local-currency-issuance-201901-202206-cp949.csv, CP949, 10, 1302, false",
        "votes/goyang-presidential-2022-by-polling-place.tsv, UTF_8, 22, 354, false",
        "votes/goyang-proportional-2020-nfd.csv, UTF_8, 8, 10395, false",
    })
    void areReadAsTheyAre(String file, Encoding encoding, int columns, long rows, boolean mayBeCut)
            throws IOException {
        UploadedTable table = inspect(file);
        assertThat(table.shape().encoding()).isEqualTo(encoding);
        assertThat(table.shape().columns()).isEqualTo(columns);
        assertThat(table.rows()).isEqualTo(rows);
        assertThat(table.mayBeCut()).isEqualTo(mayBeCut);
    }

    @Test
    void isRefusedWhereEveryRowHasOneCellMoreThanTheHeader() {
        var refused =
                catchThrowableOfType(
                        UploadRefused.class,
                        () -> inspect("transit/seoul-subway-card-202505.csv.gz"));
        assertThat(refused.fault()).isEqualTo(Fault.of("file.misfits", 6, 19139, 19139, 2, 7));
    }

    private static UploadedTable inspect(String file) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "no real lists here: " + path.toAbsolutePath());
        return UploadInspector.inspect(() -> open(path));
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
