package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.invitations.Invitations;
import city.dure.web.Flash;
import java.io.Serializable;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows a one-time link on the next page, once; it is kept nowhere but in the session until then.
 */
@Component
class LinkOnce {
    private final String publicUrl;

    LinkOnce(@Value("${dure.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** A link on its way to the page that shows it. */
    record Link(String url, Instant expiresAt) implements Serializable {}

    /** The page of the account, which will show the link. */
    String show(Invitations.Made made, AccountId account, RedirectAttributes redirect) {
        redirect.addFlashAttribute("link", new Link(publicUrl + made.path(), made.expiresAt()));
        redirect.addFlashAttribute(
                "flash", Flash.success("people.flash.invited").withEntry(made.receipt().entry()));
        return "/office/staff/" + account.ref();
    }
}
