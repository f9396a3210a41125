package city.dure.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mail server on this machine that answers as it is told, and keeps what it took. */
final class MailServer implements AutoCloseable {
    /** Instead of an answer: the line goes dead. */
    static final String HANGS_UP = "";

    /** Instead of an answer: nothing comes. */
    static final String SILENT = "silent";

    private static final Map<String, String> WILLING =
            Map.of(
                    "GREETING", "220 ready",
                    "EHLO", "250 hello",
                    "MAIL", "250 ok",
                    "RCPT", "250 ok",
                    "DATA", "354 go on",
                    "CONTENT", "250 taken",
                    "RSET", "250 ok",
                    "NOOP", "250 ok",
                    "QUIT", "221 bye");

    final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;

    /** A server that answers well, except to the commands named here. */
    MailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException e) {
                return; // It was closed.
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8))) {
            boolean going = say(line, "GREETING");
            for (String said = going ? in.readLine() : null; said != null; ) {
                String command = said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                going = say(line, command);
                if (going && "DATA".equals(command) && answer("DATA").startsWith("354")) {
                    going = takeContent(line, in);
                }
                said = going ? in.readLine() : null;
            }
        } catch (IOException e) {
            return; // The portal hung up.
        }
    }

    private boolean takeContent(Socket line, BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (String part = in.readLine(); part != null && !".".equals(part); part = in.readLine()) {
            content.append(part).append('\n');
        }
        if (!answer("CONTENT").matches("[45].*")) {
            taken.add(content.toString());
        }
        return say(line, "CONTENT");
    }

    private boolean say(Socket line, String command) throws IOException {
        String answer = answer(command);
        if (SILENT.equals(answer)) {
            return line.getInputStream().read() >= 0;
        }
        if (!HANGS_UP.equals(answer)) {
            line.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
        }
        return !HANGS_UP.equals(answer);
    }

    private String answer(String command) {
        return answers.getOrDefault(command, WILLING.getOrDefault(command, "502 what"));
    }
}
