package city.dure.payments;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** From the number of a poster to its shop: by camera, or typed. */
@Controller
class CodeController {
    private final PayCodes codes;

    CodeController(PayCodes codes) {
        this.codes = codes;
    }

    /** A number as typed. */
    record CodeForm(@Nullable String code) {}

    /** Where the poster's QR code leads. */
    @GetMapping("/p/{code}")
    String scanned(@PathVariable String code, Model model, HttpServletResponse response) {
        return find(code, HttpStatus.NOT_FOUND, model, response);
    }

    @GetMapping("/pay")
    String typed(@RequestParam @Nullable String code, Model model, HttpServletResponse response) {
        if (code != null) {
            return find(code, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        model.addAttribute("form", new CodeForm(null));
        return "payments/code";
    }

    private String find(String typed, HttpStatus wrong, Model model, HttpServletResponse response) {
        Optional<PayCode> code = PayCode.read(typed);
        var shop = code.flatMap(codes::shop);
        if (shop.isPresent()) {
            return "redirect:/merchants/" + shop.get() + "/pay";
        }
        var form = new CodeForm(typed);
        var errors = new BeanPropertyBindingResult(form, "form");
        errors.rejectValue("code", fault(typed, code.isPresent()));
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        response.setStatus(wrong.value());
        return "payments/code";
    }

    private static String fault(String typed, boolean code) {
        if (typed.isBlank()) {
            return "payments.code.missing";
        }
        return code ? "payments.code.unknown" : "payments.code.mistyped";
    }
}
