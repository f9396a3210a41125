package city.dure.identity;

import city.dure.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * One of the invented people of the demo.
 *
 * @param role the role held; null for a citizen, shop people among them
 */
public record DemoPerson(String username, String name, @Nullable Role role) {
    /** The message that stands on this person's button. */
    public String label() {
        return "identity.demo." + username;
    }

    boolean staff() {
        return role != null;
    }
}
