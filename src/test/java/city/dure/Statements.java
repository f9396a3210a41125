package city.dure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens to the SQL statements of this thread, Hibernate's and JDBC's, until it is closed. */
public final class Statements implements AutoCloseable {
    private static final List<String> SOURCES =
            List.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate");

    private final ListAppender<ILoggingEvent> heard =
            new ListAppender<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    event.prepareForDeferredProcessing(); // notes the thread
                    super.append(event);
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
                .filter(event -> event.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.contains("select ") || text.contains("insert "))
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
