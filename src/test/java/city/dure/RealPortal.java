package city.dure;

import city.dure.rotation.Rotate;
import city.dure.setup.Init;
import city.dure.setup.NewLink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A portal of a real city beside the demo, with a data folder of its own. */
public final class RealPortal implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://\\S+/idp/invitations/\\S+");

    private final Map<String, String> settings;
    private @Nullable ConfigurableApplicationContext running;

    /** A portal that will answer at a port of this machine. */
    public RealPortal(Path home, int port) {
        settings =
                Map.of(
                        "dure.home",
                        home.toString(),
                        "server.port",
                        Integer.toString(port),
                        "server.address",
                        "127.0.0.1",
                        "dure.public-url",
                        "http://localhost:" + port);
    }

    /** What the command {@code init} gave back. */
    public record Answer(int code, String text) {
        /** The one-time links that it printed. */
        public List<String> links() {
            return LINK.matcher(text).results().map(MatchResult::group).toList();
        }
    }

    /** Runs the command {@code init}. */
    public Answer init(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code =
                with(
                        settings,
                        () ->
                                Init.run(
                                        new PrintStream(out, true, StandardCharsets.UTF_8),
                                        Dure.class,
                                        arguments));
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }

    /** Runs the command {@code new-link}. */
    public Answer newLink(String... arguments) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = with(settings, () -> NewLink.run(stream, Dure.class, arguments));
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }

    /** Runs the command {@code rotate-master-key}. */
    public Answer rotate() {
        var out = new ByteArrayOutputStream();
        var portal = new SpringApplicationBuilder(Dure.class).listeners(new DemoByDefault());
        int code =
                with(
                        settings,
                        () ->
                                Rotate.run(
                                        new PrintStream(out, true, StandardCharsets.UTF_8),
                                        portal));
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }

    /** A bean of the portal that serves. */
    public <T> T bean(Class<T> type) {
        return Objects.requireNonNull(running).getBean(type);
    }

    /** Serves, as {@code java -jar dure.jar} does; the profiles it came up with. */
    public List<String> start(String... profiles) {
        var portal = new SpringApplication(Dure.class);
        portal.addListeners(new DemoByDefault());
        portal.setAdditionalProfiles(profiles);
        var context = with(settings, () -> portal.run());
        running = context;
        var environment = context.getEnvironment();
        return List.of(
                environment.getActiveProfiles().length > 0
                        ? environment.getActiveProfiles()
                        : environment.getDefaultProfiles());
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    private static <T> T with(Map<String, String> settings, Supplier<T> action) {
        settings.forEach(System::setProperty);
        try {
            return action.get();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
