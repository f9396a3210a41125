package city.dure;

import java.lang.reflect.InvocationTargetException;

/**
 * Starts the portal on Java 25 or newer; on an older Java it says so in one sentence and ends with
 * exit code 2. Compiled for Java 17, so that an older Java can load it.
 */
public final class Start {
    private static final int NEEDED = 25;

    private Start() {}

    /** Hands the arguments to {@code city.dure.Dure} where this Java is new enough. */
    public static void main(String[] args) throws Exception {
        int version = Runtime.version().feature();
        if (version < NEEDED) {
            System.err.println(
                    "Dure needs Java 25 or newer, but this is Java "
                            + version
                            + ". Install a JDK 25 and start it again with that one.");
            System.exit(2);
        }
        try {
            Class.forName("city.dure.Dure")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
