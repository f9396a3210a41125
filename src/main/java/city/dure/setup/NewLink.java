package city.dure.setup;

import city.dure.identity.AccountId;
import java.io.PrintStream;
import java.util.Optional;

/**
 * The command {@code new-link}: prints a one-time link to the account of an official, for a city
 * whose administrators cannot help each other any more. Whoever may run it has the machine, the
 * database and its keys; the entry says that the portal itself did it.
 */
public final class NewLink {
    /** The link was made. */
    public static final int DONE = 0;

    /** There is no such account of an official; nothing was changed. */
    public static final int REFUSED = 1;

    /** It could not be made, whatever the reason; nothing was changed. */
    public static final int FAILED = 2;

    private static final String USAGE =
            """
            usage: java -jar dure.jar new-link u-…   the account's id, at the end of the address of \
            its page under /office/staff\
            """;

    private NewLink() {}

    /**
     * Runs the command.
     *
     * @param portal the application to start
     * @param arguments what follows {@code new-link}
     * @return the exit code
     */
    public static int run(PrintStream out, Class<?> portal, String... arguments) {
        Optional<AccountId> account = account(arguments);
        if (account.isEmpty()) {
            out.println(USAGE);
            return FAILED;
        }
        try (var context = Init.start(portal)) {
            var made = context.getBean(Setup.class).recover(account.get());
            String address = context.getEnvironment().getRequiredProperty("dure.public-url");
            out.println(
                    made.map(link -> told(link, address))
                            .orElse("No official has this account. Nothing was changed."));
            return made.isPresent() ? DONE : REFUSED;
        } catch (RuntimeException e) {
            out.println("The link could not be made: " + Init.reason(e));
            return FAILED;
        }
    }

    private static String told(Setup.Recovered made, String address) {
        return (made.administrator() ? "The account is an administrator again. " : "")
                + "Give its holder this link, good once and until "
                + Init.UNTIL.format(made.link().expiresAt())
                + ". It is printed once and kept nowhere:\n  "
                + address
                + made.link().path();
    }

    private static Optional<AccountId> account(String... arguments) {
        try {
            return arguments.length == 1
                    ? Optional.of(AccountId.valueOf(arguments[0]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // told with the usage
        }
    }
}
