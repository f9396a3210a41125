package city.dure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** A module knows only those that its package-info names. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Dure.class);

    @Test
    void keepsToItsArrows() {
        MODULES.verify();
    }

    @Test
    void everyPackageIsAModuleThatNamesItsArrows() throws IOException {
        try (var rooms = Files.list(Sources.MAIN)) {
            assertThat(rooms.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(room ->
                            assertThat(Sources.read(room.resolve("package-info.java")))
                                    .contains("allowedDependencies", "@NullMarked"));
        }
    }

    /** Without this, the test above could pass because nothing is looked at. */
    @Test
    void noticesAForbiddenArrow() {
        assertThatExceptionOfType(Violations.class)
                .isThrownBy(
                        () -> ApplicationModules.of("forbidden.arrows", location -> true).verify())
                .withMessageContaining("upper");
    }

    @Test
    void drawsTheDiagram() {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml();
        assertThat(Sources.under(Path.of("target/modules"), ".puml")).isNotEmpty();
    }
}
