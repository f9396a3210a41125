package city.dure.publishing;

/** Nothing is signed, as that could show two histories; the message says why and what to do. */
class SigningRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningRefused(String problem) {
        super(problem);
    }
}
