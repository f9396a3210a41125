package city.dure.invitations;

import city.dure.passkeys.PasskeyRefused;
import city.dure.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same as the form, with a passkey: two calls of the page's script. */
@RestController
class InvitedPasskeyController {
    private static final int NAME_AT_MOST = 40;

    /** A passkey with its attestation is some hundred bytes. */
    private static final int LONGEST = 1 << 16;

    private final HttpSessionPublicKeyCredentialCreationOptionsRepository asked =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final Invitations invitations;
    private final Passkeys passkeys;

    InvitedPasskeyController(Invitations invitations, Passkeys passkeys) {
        this.invitations = invitations;
        this.passkeys = passkeys;
    }

    /** What the device is to make a passkey for; kept in the session until it comes back. */
    @PostMapping(
            value = "/idp/invitations/{token}/passkey/options",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> begin(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Invitation link = invitations.find(token).orElse(null);
        if (link == null || link.state() != Invitation.State.OPEN) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        var options = passkeys.begin(link.account());
        asked.save(request, response, options);
        return ResponseEntity.ok(passkeys.written(options));
    }

    /** Takes what the device made; 204 when it can be signed in with from now on. */
    @PostMapping("/idp/invitations/{token}/passkey")
    ResponseEntity<Void> accept(
            @PathVariable String token,
            @RequestParam @Nullable String name,
            @RequestParam String passkey,
            HttpServletRequest request,
            HttpServletResponse response) {
        Invitation link = invitations.find(token).orElse(null);
        var options = asked.load(request);
        asked.save(request, response, null);
        String called = Objects.requireNonNullElse(name, "").strip();
        if (link == null || link.state() != Invitation.State.OPEN) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        boolean fits = !called.isEmpty() && called.length() <= NAME_AT_MOST;
        if (options == null || !fits || passkey.length() > LONGEST) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        try {
            invitations.accept(link, called, options, passkey);
            return ResponseEntity.noContent().build();
        } catch (InvitationGone e) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        } catch (PasskeyRefused e) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
    }
}
