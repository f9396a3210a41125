package city.dure.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessNumberTests {
    private static final Path PRINTED =
            Path.of("../shared/data/codes/business-registration-numbers.csv");

    @ParameterizedTest
    @ValueSource(strings = {"124-81-00998", "1248100998", " 124-81-00998 ", "111-11-22222"})
    void takesNumbersWithOrWithoutDashes(String written) {
        assertThat(BusinessNumber.read(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "124-81-00999",
                "124-81-0099",
                "124-81-009980",
                "12-481-00998",
                "１２４-81-00998x",
                "124 81 00998",
                "abc-de-fghij",
                ""
            })
    void refusesWhatCannotBeOne(String written) {
        assertThat(BusinessNumber.read(written)).isEmpty();
    }

    @Test
    void writesItWithDashes() {
        assertThat(BusinessNumber.read("1248100998").orElseThrow().written())
                .isEqualTo("124-81-00998");
    }

    @Test
    void refusesEveryOtherCheckDigit() {
        for (int digit = 0; digit < 10; digit++) {
            assertThat(BusinessNumber.read("124810099" + digit).isPresent()).isEqualTo(digit == 8);
        }
    }

    @Test
    void agreesWithPrintedNumbers() throws IOException {
        assumeTrue(Files.exists(PRINTED), PRINTED + " is not here");
        List<String> lines = Files.readAllLines(PRINTED);
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines.subList(1, lines.size())) {
            String number = line.replace("\"", "").split(",", 2)[0];
            boolean valid = !line.contains("bad check digit") && !line.contains("wrong length");
            assertThat(BusinessNumber.read(number).isPresent()).as(line).isEqualTo(valid);
        }
    }
}
