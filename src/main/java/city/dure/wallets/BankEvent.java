package city.dure.wallets;

/**
 * What the bank says of an order.
 *
 * @param paid whether the citizen paid; else they cancelled
 * @param amount what was paid, in won
 */
record BankEvent(OrderId order, boolean paid, long amount) {}
