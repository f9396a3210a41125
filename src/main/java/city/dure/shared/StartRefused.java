package city.dure.shared;

/** The portal cannot start as it was told to; whoever starts it reads why and what to do. */
public class StartRefused extends RuntimeException {
    private final String action;

    /** Refuses with what is wrong and what helps, a sentence or two each. */
    public StartRefused(String problem, String action) {
        super(problem);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
