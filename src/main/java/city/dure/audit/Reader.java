package city.dure.audit;

/** To whom entries are told. */
enum Reader {
    /** Anyone: of a closed entry only its kind and minute. */
    PUBLIC,
    /** The person concerned or the official in charge: closed entries too, without names. */
    CONCERNED,
    /** The auditor: closed entries too, and who acted by name. */
    AUDITOR;

    /** Whether this reader is told what a closed entry says. */
    boolean opensClosed() {
        return this != PUBLIC;
    }

    /** Whether this reader is told the names of persons. */
    boolean seesPersons() {
        return this == AUDITOR;
    }
}
