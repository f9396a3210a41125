package city.dure.identity;

import city.dure.shared.Role;
import java.util.List;

/**
 * An open account and the roles it holds at this moment.
 *
 * @param staff whether the account is for work at the city
 */
public record Person(AccountId id, boolean staff, List<Role> roles) {}
