package city.dure.notices;

/** Stands in for mail and phone in the demonstration: what it takes is shown on a page. */
record Outbox(Message.Channel channel) implements Carrier {
    @Override
    public void carry(Message message) {
        // It stays where it is: the queue keeps what was sent.
    }
}
