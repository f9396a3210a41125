package city.dure.identity;

/**
 * Whom to open an account for.
 *
 * @param name how the portal calls the person; kept in the vault only
 * @param staff whether it is for work at the city; such an account is no citizen's
 */
public record NewAccount(String name, boolean staff) {}
