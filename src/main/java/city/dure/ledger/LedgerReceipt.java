package city.dure.ledger;

import java.util.UUID;

/** What the recorder gets back at once: the entry's id; its number comes with the seal. */
public record LedgerReceipt(UUID entry) {}
