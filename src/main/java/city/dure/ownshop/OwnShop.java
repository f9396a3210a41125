package city.dure.ownshop;

import city.dure.finder.ShopRow;

/**
 * A shop that somebody works in.
 *
 * @param code the state's code
 * @param membership as what they work there
 */
record OwnShop(ShopRow row, String code, String membership) {}
