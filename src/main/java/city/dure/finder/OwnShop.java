package city.dure.finder;

/**
 * A shop that somebody works in.
 *
 * @param code the state's code
 * @param membership as what they work there
 */
record OwnShop(ShopRow row, String code, String membership) {}
