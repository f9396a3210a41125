package city.dure.tills;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Start;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo's portal in a process of its own, as a city runs it, that can be killed. */
final class PortalProcess {
    private static final int KILLED = 137; // 128 + SIGKILL: it did not end by itself

    private final Process process;
    private final Path said;
    private final URI address;

    private PortalProcess(Process process, Path said, URI address) {
        this.process = process;
        this.said = said;
        this.address = address;
    }

    /** Starts it and waits until it is ready, its demo filled. */
    static PortalProcess start(Path home, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        var said = Files.createTempFile(home, "portal", ".log");
        var builder = builder(home, settings, List.of()).redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.redirectOutput(said.toFile());
        var address = URI.create("http://127.0.0.1:" + port + "/");
        var portal = new PortalProcess(builder.start(), said, address);
        portal.awaitAnswer();
        return portal;
    }

    URI address() {
        return address;
    }

    /** Kills it as a power cut does. */
    void kill() throws InterruptedException, IOException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor()).as(Files.readString(said)).isEqualTo(KILLED);
    }

    /** The exit code of a command of the program. */
    static int command(Path home, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        return builder(home, settings, List.of(arguments)).inheritIO().start().waitFor();
    }

    private static ProcessBuilder builder(
            Path home, Map<String, String> settings, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx700m", Start.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", withoutTests());
        builder.environment().put("DURE_HOME", home.toString());
        builder.environment().putAll(settings);
        return builder;
    }

    private static String withoutTests() {
        String classpath = System.getProperty("java.class.path");
        String all = System.getProperty("surefire.test.class.path", classpath);
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address.resolve("actuator/health/readiness")).build();
            long end = System.nanoTime() + 240_000_000_000L;
            while (true) {
                try {
                    assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    assertThat(System.nanoTime()).as("it does not answer").isLessThan(end);
                }
                Thread.sleep(200);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
