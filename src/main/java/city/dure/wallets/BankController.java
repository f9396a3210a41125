package city.dure.wallets;

import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the payment provider says what became of an order: {@code {"order": "o-…", "status": "paid"
 * or "cancelled", "amount": 100000}}, signed ({@link BankSignature}). It may say so as often as it
 * likes and gets the same answer; an order that is answered as {@code refused} it pays back.
 */
@RestController
class BankController {
    static final String PATH = "/api/v1/top-up-events";

    private static final int MOST = 1_000;

    /** Who acts when the provider speaks. */
    static final Actor BANK = new Actor("bank", Role.MACHINE);

    private final TopUps topUps;
    private final BankSignature signature;
    private final JsonMapper json;

    BankController(TopUps topUps, BankSignature signature, JsonMapper json) {
        this.topUps = topUps;
        this.signature = signature;
        this.json = json;
    }

    private record Body(String order, String status, long amount) {}

    @PostMapping(PATH)
    Map<String, String> take(
            @RequestHeader(name = "Dure-Signature", defaultValue = "") String signed,
            InputStream sent)
            throws IOException {
        String body = read(sent);
        if (!signature.holds(signed, body)) {
            // Not 401, which would promise a way to sign in (RFC 9110, 15.5.2).
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the signature does not fit");
        }
        Order order = topUps.take(BANK, event(body));
        return Map.of("order", order.id().ref(), "state", order.code());
    }

    /** Anybody may send something, so no more of it is read than an event can be long. */
    private static String read(InputStream sent) throws IOException {
        byte[] bytes = sent.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "no event is so long");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private BankEvent event(String text) {
        try {
            Body body = json.readValue(text, Body.class);
            if (!body.status().equals("paid") && !body.status().equals("cancelled")) {
                throw new IllegalArgumentException(body.status());
            }
            boolean paid = body.status().equals("paid");
            return new BankEvent(OrderId.valueOf(body.order()), paid, body.amount());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not an event", e);
        }
    }
}
