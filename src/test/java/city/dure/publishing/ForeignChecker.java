package city.dure.publishing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A program around Debian's {@code golang-golang-x-mod-dev}, which nobody of this project wrote: it
 * computes whole logs anew from their files.
 */
public final class ForeignChecker implements AutoCloseable {
    private static final Path LIBRARY = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb");

    private final Process process;
    private final PrintWriter asked;
    private final BufferedReader answers;

    private ForeignChecker(Process process) {
        this.process = process;
        this.asked = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Builds and starts it; where Go or its library is missing, the test is skipped and says so.
     */
    public static ForeignChecker start(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isDirectory(LIBRARY) && hasGo(),
                "no foreign checker: install golang-go and golang-golang-x-mod-dev (.ci/run does)");
        Path program = folder.resolve("rebuild");
        var build =
                new ProcessBuilder(
                                "go", "build", "-o", program.toString(), "src/test/go/rebuild.go")
                        .inheritIO();
        build.environment().put("GO111MODULE", "off");
        build.environment().put("GOPATH", "/usr/share/gocode");
        build.environment().put("GOCACHE", folder.resolve("cache").toString());
        if (build.start().waitFor() != 0) {
            throw new IllegalStateException("the foreign checker does not compile");
        }
        return new ForeignChecker(
                new ProcessBuilder(program.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** What it says of a log: {@code verified SIZE} or {@code rejected REASON}. */
    public String ask(Path folder, String verifier, @Nullable Path remembered) throws IOException {
        return answer(
                folder.toAbsolutePath()
                        + " "
                        + verifier
                        + " "
                        + (remembered == null ? "-" : remembered.toAbsolutePath()));
    }

    /** What it says of a proof of record: as of a log. */
    public String askProof(Path proof, String verifier, Path entry) throws IOException {
        return answer(
                "proof " + proof.toAbsolutePath() + " " + verifier + " " + entry.toAbsolutePath());
    }

    private String answer(String line) throws IOException {
        asked.println(line);
        return Optional.ofNullable(answers.readLine())
                .orElseThrow(() -> new IllegalStateException("the foreign checker has ended"));
    }

    @Override
    public void close() throws InterruptedException {
        asked.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static boolean hasGo() {
        try {
            return new ProcessBuilder("go", "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is none: the caller says so
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
