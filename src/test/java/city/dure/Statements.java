package city.dure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Listens to the SQL statements of this thread, Hibernate's and JDBC's, until it is closed. */
public final class Statements implements AutoCloseable {
    private static final List<String> SOURCES =
            List.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate");

    // Also as Spring Session writes them: in capitals, over several lines.
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(select|insert|update|delete)\\s", Pattern.CASE_INSENSITIVE);

    private final ListAppender<ILoggingEvent> heard =
            new ListAppender<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getThreadName().equals(thread)) { // others would change the list
                        super.append(event);
                    }
                }
            };
    private final String thread = Thread.currentThread().getName();

    private Statements() {
        heard.start();
        for (String source : SOURCES) {
            logger(source).setLevel(Level.DEBUG);
            logger(source).setAdditive(false);
            logger(source).addAppender(heard);
        }
    }

    /** Begins to listen. */
    public static Statements listen() {
        return new Statements();
    }

    /** The statements heard so far. */
    public List<String> heard() {
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> STATEMENT.matcher(text).find())
                .toList();
    }

    @Override
    public void close() {
        for (String source : SOURCES) {
            logger(source).detachAppender(heard);
            logger(source).setLevel(null);
            logger(source).setAdditive(true);
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
