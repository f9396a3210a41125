package city.dure.tills;

/**
 * What a till is told, now and whenever it asks again with the same key.
 *
 * @param body JSON; a problem document when the status is 400 or above
 */
record Answer(int status, String body) {
    private static final int PROBLEMS = 400;

    String type() {
        return status < PROBLEMS ? "application/json" : "application/problem+json";
    }
}
