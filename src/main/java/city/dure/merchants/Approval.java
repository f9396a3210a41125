package city.dure.merchants;

import city.dure.ledger.LedgerReceipt;

/** The merchant that an application made, and the entry that says so. */
public record Approval(MerchantId merchant, LedgerReceipt receipt) {}
