package city.dure.notices;

/** Takes messages out of the portal; there is one a channel, by the city's settings. */
interface Carrier {
    /** What it carries. */
    Message.Channel channel();

    /**
     * Hands a message over, within a minute.
     *
     * @throws NotTaken when it was surely not taken, so that it may be tried again
     * @throws RuntimeException when nobody knows whether it was taken
     */
    void carry(Message message) throws NotTaken;
}
