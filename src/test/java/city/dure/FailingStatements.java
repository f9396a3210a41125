package city.dure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Lets the n-th SQL statement of this thread fail before it reaches the database, until it is
 * closed: both JDBC and Hibernate say what they are about to do, and are interrupted there.
 */
public final class FailingStatements implements AutoCloseable {
    private static final List<String> SOURCES =
            List.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate");

    private final Thread thread = Thread.currentThread();
    private final Appender<ILoggingEvent> appender;
    private int left;
    private boolean failed;

    private FailingStatements(int number) {
        left = number;
        appender =
                new AppenderBase<>() {
                    @Override
                    public synchronized void doAppend(ILoggingEvent event) {
                        count(event); // Thrown from append() it would be swallowed
                    }

                    @Override
                    protected void append(ILoggingEvent event) {
                        throw new IllegalStateException("not called");
                    }
                };
        appender.start();
        for (String source : SOURCES) {
            logger(source).setLevel(Level.DEBUG);
            logger(source).setAdditive(false);
            logger(source).addAppender(appender);
        }
    }

    /** From now on; the first statement is number 1. */
    public static FailingStatements at(int number) {
        return new FailingStatements(number);
    }

    /** Whether there were that many. */
    public boolean failed() {
        return failed;
    }

    private void count(ILoggingEvent event) {
        boolean statement = event.getFormattedMessage().contains("SQL");
        if (Thread.currentThread() == thread && statement && --left == 0) {
            failed = true;
            throw new TransientDataAccessResourceException("made to fail: " + event);
        }
    }

    @Override
    public void close() {
        for (String source : SOURCES) {
            logger(source).detachAppender(appender);
            logger(source).setLevel(null);
            logger(source).setAdditive(true);
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
