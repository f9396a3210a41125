package city.dure.tills;

import city.dure.book.TransferId;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What tills ask for; amounts in whole won. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "tills")
class TillController {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** More than any limit, so that a sum of such amounts cannot run over. */
    private static final long MOST = 1_000_000_000_000L;

    private final CardPayments payments;

    TillController(CardPayments payments) {
        this.payments = payments;
    }

    /** A payment by card; the shop is named only by tills of a network. */
    record PayRequest(
            @Schema(example = "9410-1234-5678-9010") @Nullable String card,
            @Schema(example = "12000") @Nullable Long amount,
            @Nullable String shop) {}

    /** What is given back of a payment. */
    record RefundRequest(
            @Schema(example = "t-…") @Nullable String payment,
            @Schema(example = "6000") @Nullable Long amount,
            @Nullable String shop) {}

    /** Whose balance is asked for; in the body, as addresses are written into logs. */
    record BalanceRequest(
            @Schema(example = "9410-1234-5678-9010") @Nullable String card,
            @Nullable String shop) {}

    @Operation(summary = "Takes a payment by card")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = CardPayments.Paid.class)))
    @ApiResponse(
            responseCode = "402",
            description = "Declined; nothing moved. `code` says why, `most` how much would do",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping("/payments")
    ResponseEntity<String> pay(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PayRequest asked,
            @Parameter(hidden = true) Actor till) {
        return sent(
                payments.pay(
                        till, key(key), card(asked.card()), won(asked.amount()), asked.shop()));
    }

    @Operation(summary = "Gives back a payment, whole or in part")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = CardPayments.Refunded.class)))
    @ApiResponse(
            responseCode = "422",
            description =
                    "More than is left of the payment; or a key that was used for something else",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping("/refunds")
    ResponseEntity<String> giveBack(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RefundRequest asked,
            @Parameter(hidden = true) Actor till) {
        return sent(
                payments.giveBack(
                        till,
                        key(key),
                        payment(asked.payment()),
                        won(asked.amount()),
                        asked.shop()));
    }

    @Operation(summary = "Says what a card can pay at the shop now")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CardPayments.Balance.class)))
    @ApiResponse(
            responseCode = "402",
            description = "There is no such card, or it does not pay; `code` says which",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping("/card-balances")
    ResponseEntity<String> balance(
            @RequestBody BalanceRequest asked, @Parameter(hidden = true) Actor till) {
        return sent(payments.balance(till, card(asked.card()), asked.shop()));
    }

    private static ResponseEntity<String> sent(Answer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.type()))
                .body(answer.body());
    }

    private static String key(@Nullable String key) {
        if (key == null) {
            throw wrong("key_missing");
        }
        if (!KEY.matcher(key).matches()) {
            throw wrong("key_form");
        }
        return key;
    }

    private static CardCode card(@Nullable String typed) {
        return CardCode.read(String.valueOf(typed)).orElseThrow(() -> wrong("card_form"));
    }

    private static long won(@Nullable Long amount) {
        if (amount == null || amount <= 0 || amount > MOST) {
            throw wrong("amount");
        }
        return amount;
    }

    private static TransferId payment(@Nullable String ref) {
        try {
            return TransferId.valueOf(String.valueOf(ref));
        } catch (IllegalArgumentException e) {
            throw new TillProblem(HttpStatus.NOT_FOUND, "payment_unknown");
        }
    }

    private static TillProblem wrong(String code) {
        return new TillProblem(HttpStatus.BAD_REQUEST, code);
    }
}
