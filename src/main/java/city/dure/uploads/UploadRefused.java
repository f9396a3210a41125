package city.dure.uploads;

/** A file that cannot be read as a list; says why. */
public class UploadRefused extends RuntimeException {
    private final transient Fault fault;

    UploadRefused(Fault fault) {
        super(fault.key() + fault.args());
        this.fault = fault;
    }

    static UploadRefused because(String key, Object... args) {
        return new UploadRefused(Fault.of(key, args));
    }

    /** The reason, for people. */
    public Fault fault() {
        return fault;
    }
}
