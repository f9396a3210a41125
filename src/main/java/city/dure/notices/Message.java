package city.dure.notices;

import java.util.UUID;

/**
 * A mail or text message, ready to be sent.
 *
 * @param id the same however often it is tried, so that a receiver knows it again
 * @param to a mail address, or the digits of a phone
 */
record Message(UUID id, Channel channel, String to, String subject, String text) {
    /** How a message goes. */
    enum Channel {
        MAIL,
        TEXT
    }

    /** Recipient and text stand in no log. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + channel + "]";
    }
}
